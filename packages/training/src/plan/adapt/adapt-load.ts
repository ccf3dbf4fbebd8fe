import { easySession, longSession } from '../build-session.ts';
import { civilDate, mondayOf } from '../calendar-day.ts';
import { floorTo } from '../fit-week.ts';
import { hardSpacing } from '../place-days.ts';
import type { PlannedSession } from '../plan.ts';
import { HARD_FROM_S } from '../week-request.ts';
import { easierVersion } from './adapt-readiness.ts';
import { daysOf, hardDays, put, spikeLimitOn, type Draft } from './draft.ts';
import { distanceBetween, type Compliance } from './training-record.ts';

/** What rounding may leave between a week and its sessions (P8), and what a GPS may lose on a long run. */
const ROUNDING_M = 250;
const SHORTEST_RUN_S = 1_200;

/**
 * More was done than planned: nothing is raised, and easy runs of next week lose 500 m at a time, the longest first, until the week holds P2 against the
 * weeks as they were really run. Runs keep 20 minutes.
 */
export function trimNextWeek(draft: Draft, { plannedS, doneS }: Compliance): void {
  const monday = mondayOf(draft.today) + 7;
  const bound = weekBound(draft, monday);
  const facts = [
    { name: 'planned14Days', value: plannedS, unit: 's' as const },
    { name: 'done14Days', value: doneS, unit: 's' as const },
  ];
  const shortestM = (SHORTEST_RUN_S * 1000) / draft.input.planPace;
  while (plannedBetween(draft, monday, monday + 6) > bound + ROUNDING_M) {
    const easy = daysOf(draft)
      .filter((day) => day >= monday && day < monday + 7)
      .flatMap((day) => {
        const session = draft.sessions.get(day);
        const isPlain = session?.workout === 'easy' || session?.workout === 'recovery';
        return session && isPlain ? [{ day, session }] : [];
      })
      .toSorted((a, b) => b.session.metres - a.session.metres);
    const longest = easy[0];
    if (!longest || longest.session.metres - 500 < shortestM) return;
    const metres = longest.session.metres - 500;
    const kind = longest.session.workout === 'recovery' ? 'recovery' : 'easy';
    const shorter = easySession(longest.session.date, metres, kind, draft.prescription);
    put(
      draft,
      longest.day,
      { ...shorter, movedFrom: longest.session.movedFrom },
      'OVER_DONE',
      facts,
    );
  }
}

/** P2 for the week that starts on a Monday: 1.13 × the largest of base and last four weeks, and 1.30 × the largest of base and weeks −6 … −2. */
function weekBound(draft: Draft, monday: number): number {
  const { baseM, startDay } = draft.input;
  const weeks = [1, 2, 3, 4, 5, 6].map((back) => {
    const start = monday - 7 * back;
    if (start + 6 < startDay) return baseM;
    const done = distanceBetween(draft.done, start, Math.min(start + 6, draft.firstOpen - 1));
    return done + plannedBetween(draft, Math.max(start, draft.firstOpen), start + 6);
  });
  const recent = Math.max(baseM, ...weeks.slice(0, 4));
  const before = Math.max(baseM, ...weeks.slice(1));
  return Math.min(1.13 * recent, 1.3 * before);
}

function plannedBetween({ sessions }: Draft, from: number, to: number): number {
  let metres = 0;
  for (const [day, session] of sessions)
    if (day >= from && day <= to && session.slot !== 'race') metres += session.metres;
  return metres;
}

/**
 * P3 against the runs as they were really run: what would be more than 10 % longer than the longest of the 30 days before it is cut to that, and later runs grow from there.
 * A difference within the rounding of a week is left alone.
 */
export function keepSpikeLimit(draft: Draft): void {
  for (const day of daysOf(draft)) {
    const session = draft.sessions.get(day);
    if (!session || day < draft.firstOpen || session.slot === 'race') continue;
    const limit = spikeLimitOn(draft, day);
    if (session.metres <= limit + ROUNDING_M) continue;
    const facts = [{ name: 'longestAllowed', value: limit, unit: 'm' as const }];
    put(draft, day, cutTo(draft, session, floorTo(limit, 100)), 'SPIKE', facts);
  }
}

function cutTo(draft: Draft, session: PlannedSession, metres: number): PlannedSession {
  const { prescription } = draft;
  const shorter =
    session.slot === 'long'
      ? longSession(session.date, metres, 0, HARD_FROM_S, prescription)
      : easySession(session.date, metres, 'easy', prescription);
  return { ...shorter, movedFrom: session.movedFrom };
}

/** P9 where a rebuilt plan meets days that can no longer change: a hard session too soon after another turns easy. */
export function keepSpacing(draft: Draft): void {
  const spacing = hardSpacing(draft.input.age);
  for (const day of daysOf(draft)) {
    const session = draft.sessions.get(day);
    if (!session?.hard || session.slot === 'race' || day < draft.firstOpen) continue;
    const earlier = hardDays(draft).find((other) => other < day && day - other < spacing);
    if (earlier === undefined) continue;
    const facts = [{ name: 'hardBefore', date: civilDate(earlier) }];
    put(draft, day, easierVersion(draft, session), 'SPACING', facts);
  }
}
