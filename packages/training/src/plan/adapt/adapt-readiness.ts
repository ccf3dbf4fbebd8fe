import type { ReadinessState } from '../../readiness.ts';
import { easySession } from '../build-session.ts';
import { civilDate, mondayOf } from '../calendar-day.ts';
import { floorTo } from '../fit-week.ts';
import type { PlannedSession } from '../plan.ts';
import { HARD_FROM_S } from '../week-request.ts';
import { placeProblem, put, type Draft } from './draft.ts';

/**
 * Readiness of today. `swap`: the hard session becomes easy of no longer duration; it takes the place of a later easy run of the same week if P3, P9 and P11 hold
 * there, else it is dropped. `protocol` (illness, pain): rest. Other states change nothing, and good readiness never adds load.
 */
export function adaptReadiness(draft: Draft, readiness: ReadinessState | null): void {
  const { today, firstOpen } = draft;
  const session = draft.sessions.get(today);
  if (!session || session.slot === 'race' || firstOpen > today) return;
  if (readiness === 'protocol') put(draft, today, null, 'PROTOCOL', []);
  if (readiness !== 'swap' || !session.hard) return;
  const facts = [{ name: 'from', date: civilDate(today) }];
  put(draft, today, easierVersion(draft, session), 'READINESS_SWAP', facts);
  const sunday = mondayOf(today) + 6;
  for (let day = today + 1; day <= sunday; day++) {
    const there = draft.sessions.get(day);
    // What the athlete moved there stays.
    if (there?.slot !== 'easy' || there.movedFrom !== null) continue;
    if (placeProblem(draft, session, day, []) !== null) continue;
    put(draft, day, { ...session, movedFrom: civilDate(today) }, 'READINESS_SWAP', facts);
    return;
  }
}

/** An easy run on the session's day that lasts no longer, covers no more, and stays under 90 minutes. */
export function easierVersion(draft: Draft, session: PlannedSession): PlannedSession {
  const seconds = Math.min(session.seconds, HARD_FROM_S);
  const metres = Math.min(session.metres, (seconds * 1000) / draft.input.planPace);
  const easy = easySession(session.date, floorTo(metres, 100), 'easy', draft.prescription);
  return { ...easy, movedFrom: session.movedFrom };
}
