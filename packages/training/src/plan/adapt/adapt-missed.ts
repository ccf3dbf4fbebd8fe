import { civilDate, mondayOf } from '../calendar-day.ts';
import type { PlannedSession } from '../plan.ts';
import { isOpenDay, placeProblem, put, type Draft } from './draft.ts';

/** A long run or key session may be made up this many days later (policy). */
const LATEST_DAYS = 2;
/** An unplanned run of this share of the distance on a day around it counts as the session done (policy). */
const DONE_SHARE = 0.8;

/**
 * Missed sessions are dropped, never stacked. Only the long run, or the week's only quality session, may move by up to two days, onto an easy run or a free day, when
 * P3, P9 and P11 hold there and a weekly limit of minutes is kept. Each session moves once.
 */
export function adaptMissed(draft: Draft): void {
  const { today } = draft;
  for (let day = today - LATEST_DAYS; day < today; day++) {
    const session = draft.sessions.get(day);
    if (!session || !isKey(draft, day, session) || wasDone(draft, day, session)) continue;
    const origin = civilDate(day);
    if ([...draft.sessions.values()].some(({ movedFrom }) => movedFrom === origin)) continue;
    const target = makeUpDay(draft, session, day);
    if (target !== null)
      put(draft, target, { ...session, movedFrom: origin }, 'MISSED_MOVED', [
        { name: 'missed', date: origin },
      ]);
  }
}

function isKey(draft: Draft, day: number, { slot }: PlannedSession): boolean {
  if (slot === 'long') return true;
  if (slot !== 'quality') return false;
  const monday = mondayOf(day);
  let quality = 0;
  for (let each = monday; each < monday + 7; each++)
    if (draft.sessions.get(each)?.slot === 'quality') quality++;
  return quality === 1;
}

function wasDone(
  { done, today, sessions }: Draft,
  day: number,
  { metres }: PlannedSession,
): boolean {
  return done.some(
    (run) =>
      run.day === day ||
      (Math.abs(run.day - day) <= LATEST_DAYS &&
        run.day <= today &&
        !sessions.has(run.day) &&
        run.metres >= DONE_SHARE * metres),
  );
}

function makeUpDay(draft: Draft, session: PlannedSession, day: number): number | null {
  for (let target = Math.max(day + 1, draft.firstOpen); target <= day + LATEST_DAYS; target++) {
    const there = draft.sessions.get(target);
    if (there && (there.slot !== 'easy' || there.movedFrom !== null)) continue;
    if (!isOpenDay(draft, target) || placeProblem(draft, session, target, []) !== null) continue;
    if (keepsWeekLimit(draft, session, target)) return target;
  }
  return null;
}

function keepsWeekLimit(
  { input, sessions, done, firstOpen }: Draft,
  session: PlannedSession,
  target: number,
): boolean {
  const limit = input.limits.weekS;
  if (limit === null) return true;
  const monday = mondayOf(target);
  let seconds = session.seconds;
  for (let day = monday; day < monday + 7; day++) {
    if (day < firstOpen) for (const run of done) seconds += run.day === day ? run.seconds : 0;
    else if (day !== target) seconds += sessions.get(day)?.seconds ?? 0;
  }
  return seconds <= limit;
}
