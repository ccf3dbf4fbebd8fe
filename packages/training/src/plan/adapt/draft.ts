import { dayNumber } from '../../civil-date.ts';
import { breakSpans, type BreakSpan } from '../breaks.ts';
import { civilDate, weekdayOf } from '../calendar-day.ts';
import { firstRunBasis } from '../long-run-curve.ts';
import { hardSpacing } from '../place-days.ts';
import type { CheckedInput } from '../plan-input.ts';
import type { Plan, PlannedSession } from '../plan.ts';
import type { Prescription } from '../intensity.ts';
import type { AdaptFact, AdaptReason, RefusedMove } from './adaptation.ts';
import type { DoneRun } from './training-record.ts';

/** A plan being adapted: sessions by day number, and why each changed day changed. */
export type Draft = {
  input: CheckedInput;
  prescription: Prescription;
  breaks: readonly BreakSpan[];
  done: readonly DoneRun[];
  today: number;
  /** First day that may still change: today, or tomorrow once a run is recorded today. */
  firstOpen: number;
  sessions: Map<number, PlannedSession>;
  /** First days of the plan's weeks, ascending. */
  weekStarts: readonly number[];
  reasons: Map<number, { reason: AdaptReason; facts: AdaptFact[] }>;
};

export function newDraft(
  input: CheckedInput,
  prescription: Prescription,
  done: readonly DoneRun[],
  today: number,
  plan: Plan,
): Draft {
  const sessions = plan.weeks.flatMap((week) => week.sessions);
  return {
    input,
    prescription,
    breaks: breakSpans(input.interruptions),
    done,
    today,
    firstOpen: firstOpenDay(done, today),
    sessions: new Map(sessions.map((session) => [dayNumber(session.date) ?? 0, session])),
    weekStarts: plan.weeks.map(({ start }) => dayNumber(start) ?? 0),
    reasons: new Map(),
  };
}

/** Past days are immutable; today can change until a run is recorded. */
export function firstOpenDay(done: readonly DoneRun[], today: number): number {
  return done.some(({ day }) => day === today) ? today + 1 : today;
}

/** Puts a session on a day (null: rest) and remembers why. */
export function put(
  draft: Draft,
  day: number,
  session: PlannedSession | null,
  reason: AdaptReason,
  facts: AdaptFact[],
): void {
  if (session === null) draft.sessions.delete(day);
  else draft.sessions.set(day, { ...session, date: civilDate(day) });
  draft.reasons.set(day, { reason, facts });
}

/** The days of a draft in order. */
export function daysOf(draft: Draft): number[] {
  return [...draft.sessions.keys()].toSorted((a, b) => a - b);
}

/** P11: the weekday is available and no break stands on it. */
export function isOpenDay({ input, breaks }: Draft, day: number): boolean {
  if (!input.availableDays.includes(weekdayOf(day))) return false;
  return !breaks.some(({ from, to }) => from <= day && day <= to);
}

/**
 * Days whose hard session counts for the spacing: all that are still to come, and past ones on which a run was recorded. A missed session tired nobody.
 */
export function hardDays({ sessions, done, firstOpen }: Draft): number[] {
  return [...sessions]
    .filter(([day, { hard }]) => hard && (day >= firstOpen || done.some((run) => run.day === day)))
    .map(([day]) => day);
}

/**
 * P3: longest run allowed on a day, m: from the runs done before today, and the planned ones from then on. As when a week is planned, the first-run basis holds
 * for a whole week before which nothing was run for 30 days.
 */
export function spikeLimitOn(draft: Draft, day: number): number {
  const { input, done, firstOpen, sessions } = draft;
  const basis = Math.floor(firstRunBasis(input.baseM));
  const runs = [{ day: input.startDay - 1, metres: input.longestM > 0 ? input.longestM : basis }];
  for (const run of done) if (run.day < firstOpen) runs.push(run);
  for (const [planned, { metres, slot }] of sessions)
    if (planned >= firstOpen && slot !== 'race') runs.push({ day: planned, metres });
  const weekStart = draft.weekStarts.findLast((start) => start <= day) ?? day;
  let longest = 0;
  let known = false;
  for (const run of runs) {
    if (run.day < day - 30 || run.day >= day) continue;
    if (run.metres > longest) longest = run.metres;
    known ||= run.day < weekStart;
  }
  return Math.floor((11 * (known ? longest : Math.max(longest, basis))) / 10);
}

/** The invariant a session would break on a day, with the days in `without` taken as free; null when it may stand there. */
export function placeProblem(
  draft: Draft,
  session: PlannedSession,
  day: number,
  without: readonly number[],
): Extract<RefusedMove['rule'], 'P3' | 'P9' | 'P11'> | null {
  if (!isOpenDay(draft, day)) return 'P11';
  const spacing = hardSpacing(draft.input.age);
  const others = hardDays(draft).filter((other) => !without.includes(other));
  if (session.hard && others.some((other) => Math.abs(other - day) < spacing)) return 'P9';
  return session.metres > spikeLimitOn(draft, day) ? 'P3' : null;
}
