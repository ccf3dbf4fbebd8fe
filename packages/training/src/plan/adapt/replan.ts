import { isNone } from '../../result.ts';
import { dayNumber } from '../../civil-date.ts';
import { breakDay, breakSpans } from '../breaks.ts';
import { buildPlan } from '../build-plan.ts';
import { civilDate, mondayOf } from '../calendar-day.ts';
import type { PlanRefusal } from '../feasibility.ts';
import type { Interruption, PlanInput } from '../plan-input.ts';
import type { Plan } from '../plan.ts';
import type { AdaptCalendar, AdaptFact, AdaptReason } from './adaptation.ts';
import { firstOpenDay } from './draft.ts';
import {
  compliance,
  freshBase,
  freshLongest,
  type Compliance,
  type DoneRun,
} from './training-record.ts';

/** Below this share of the planned time the curve no longer fits the athlete (policy). */
const UNDER_DONE = 0.7;

/** A plan laid out anew from `from` on, and why any day of it changed. `plan` is null when nothing asks for that. */
export type Replan = {
  plan: Plan | null;
  from: number;
  reasonOn: (day: number) => { reason: AdaptReason; facts: AdaptFact[] };
};

/**
 * Chooses whether the plan has to be laid out anew, first reason wins: race changed (step 1, with what is run now) · under 70 % of the planned time in 14 days (new
 * curve from next Monday with fresh base and longest run; inside the taper it is too late for one and the plan stays) · days or interruptions changed (same curve,
 * fitted again). A refusal of the new plan is passed on.
 */
export function replan(
  plan: Plan,
  done: readonly DoneRun[],
  today: number,
  calendar: AdaptCalendar,
): Replan | PlanRefusal {
  const { goal, availableDays, longRunDay, interruptions } = calendar;
  const input: PlanInput = { ...plan.input, goal, availableDays, longRunDay, interruptions };
  const firstOpen = firstOpenDay(done, today);
  const keep: Replan = {
    plan: null,
    from: firstOpen,
    reasonOn: () => ({ reason: 'DAYS_CHANGED', facts: [] }),
  };
  const was = plan.input;
  if (goal.distance !== was.goal.distance || goal.raceDate !== was.goal.raceDate)
    return fresh(plan, input, done, today, { reason: 'GOAL_CHANGED', facts: [] });

  const record = compliance(plan, done, today);
  if (record !== null && record.doneS < UNDER_DONE * record.plannedS) {
    const facts = complianceFacts(record);
    const rebuilt = fresh(plan, input, done, today, { reason: 'UNDER_DONE', facts });
    if (!('reason' in rebuilt) || rebuilt.reason !== 'WEEKS_LT_TAPER') return rebuilt;
  }
  const daysChanged = !sameDays(availableDays, was.availableDays) || longRunDay !== was.longRunDay;
  if (!daysChanged && sameBreaks(interruptions, was.interruptions)) return keep;
  const rebuilt = buildPlan(input);
  if (isNone(rebuilt)) return rebuilt;
  return {
    plan: rebuilt.value,
    from: firstOpen,
    reasonOn: (day) => breakReason(day, rebuilt.value, daysChanged),
  };
}

function complianceFacts({ plannedS, doneS }: Compliance): AdaptFact[] {
  return [
    { name: 'planned14Days', value: plannedS, unit: 's' },
    { name: 'done14Days', value: doneS, unit: 's' },
  ];
}

function fresh(
  plan: Plan,
  input: PlanInput,
  done: readonly DoneRun[],
  today: number,
  why: { reason: AdaptReason; facts: AdaptFact[] },
): Replan | PlanRefusal {
  const monday = mondayOf(today);
  const from = monday >= firstOpenDay(done, today) ? monday : monday + 7;
  const baseM = freshBase(plan, done, today);
  const longestM = freshLongest(plan, done, today);
  const rebuilt = buildPlan({ ...input, start: civilDate(from), baseM, longestM });
  if (isNone(rebuilt)) return rebuilt;
  const facts: AdaptFact[] = [
    ...why.facts,
    { name: 'base', value: baseM, unit: 'm' },
    { name: 'longest30Days', value: longestM, unit: 'm' },
  ];
  return { plan: rebuilt.value, from, reasonOn: () => ({ reason: why.reason, facts }) };
}

const BREAK_REASONS: Record<Interruption['kind'], AdaptReason> = {
  sick: 'SICK',
  injured: 'INJURED',
  travelling: 'TRAVELLING',
};

function breakReason(
  day: number,
  { input }: Plan,
  daysChanged: boolean,
): { reason: AdaptReason; facts: AdaptFact[] } {
  const date = civilDate(day);
  const standing = input.interruptions.find(({ from, to }) => from <= date && date <= to);
  if (standing)
    return {
      reason: BREAK_REASONS[standing.kind],
      facts: [
        { name: 'from', date: standing.from },
        { name: 'to', date: standing.to },
      ],
    };
  if (daysChanged) return { reason: 'DAYS_CHANGED', facts: [] };
  const spans = breakSpans(input.interruptions);
  const last = spans.findLast(({ to }) => to < day);
  if (!last)
    return { reason: spans.length > 0 ? 'RETURN_FROM_BREAK' : 'BREAK_CANCELLED', facts: [] };
  const { share } = breakDay(spans, day, dayNumber(input.start) ?? day);
  return {
    reason: 'RETURN_FROM_BREAK',
    facts: [
      { name: 'daysMissed', value: last.to - last.from + 1, unit: 'days' },
      { name: 'shareOfVolume', value: Math.round(share * 100), unit: '%' },
    ],
  };
}

function sameDays(a: readonly number[], b: readonly number[]): boolean {
  const left = new Set(a);
  return left.size === new Set(b).size && b.every((day) => left.has(day));
}

function sameBreaks(a: readonly Interruption[], b: readonly Interruption[]): boolean {
  const key = ({ kind, from, to }: Interruption) => `${kind} ${from} ${to}`;
  const left = new Set(a.map(key));
  return left.size === new Set(b.map(key)).size && b.every((each) => left.has(key(each)));
}
