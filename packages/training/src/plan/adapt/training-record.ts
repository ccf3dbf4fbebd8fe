import { mondayOf } from '../calendar-day.ts';
import type { Plan } from '../plan.ts';
import { dayNumber } from '../../civil-date.ts';

/** A completed run by day number. */
export type DoneRun = { day: number; metres: number; seconds: number };

export type Compliance = { plannedS: number; doneS: number };

const WINDOW_DAYS = 14;

/**
 * Planned and done time of the 14 days before today, s; null before the current curve is 14 days old, because a new curve needs time to be judged.
 * Days on which a break stood are no longer planned, so they count on neither side of the plan.
 */
export function compliance(plan: Plan, done: readonly DoneRun[], today: number): Compliance | null {
  const from = today - WINDOW_DAYS;
  if ((dayNumber(plan.input.start) ?? today) > from) return null;
  let plannedS = 0;
  for (const week of plan.weeks)
    for (const { date, seconds } of week.sessions) {
      const day = dayNumber(date) ?? today;
      if (day >= from && day < today) plannedS += seconds;
    }
  let doneS = 0;
  for (const { day, seconds } of done) if (day >= from && day < today) doneS += seconds;
  return { plannedS, doneS };
}

/** Mean weekly distance of the last four complete weeks, m, empty ones counting 0; weeks before the plan count as its first base. */
export function freshBase(plan: Plan, done: readonly DoneRun[], today: number): number {
  const thisMonday = mondayOf(today);
  const planStart = dayNumber(plan.origin.start) ?? thisMonday;
  let total = 0;
  for (let back = 1; back <= 4; back++) {
    const monday = thisMonday - 7 * back;
    total += monday < planStart ? plan.origin.baseM : distanceBetween(done, monday, monday + 6);
  }
  return Math.round(total / 4);
}

/** Longest run of the last 30 days, m; the longest run before the plan counts as run on the day before it. 0 when there was none. */
export function freshLongest(plan: Plan, done: readonly DoneRun[], today: number): number {
  const from = today - 30;
  const before = (dayNumber(plan.origin.start) ?? from) - 1 >= from ? plan.origin.longestM : 0;
  const runs = done.filter(({ day }) => day >= from && day <= today);
  return Math.round(Math.max(before, ...runs.map(({ metres }) => metres)));
}

/** Distance of the runs from one day to another, both included, m. */
export function distanceBetween(done: readonly DoneRun[], from: number, to: number): number {
  return done.reduce((sum, { day, metres }) => (day >= from && day <= to ? sum + metres : sum), 0);
}
