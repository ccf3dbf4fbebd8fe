import type { Unit } from '../../result.ts';
import type { Weekday } from '../calendar-day.ts';
import type { Interruption, PlanInput } from '../plan-input.ts';
import type { PlannedSession } from '../plan.ts';

/** A run that was done, planned or not. Include the 56 days before today, where they exist. */
export type CompletedRun = { date: string; metres: number; seconds: number };

export type AdaptCalendar = {
  today: string;
  /** The goal as it stands now. */
  goal: PlanInput['goal'];
  /** Days the athlete can run now. */
  availableDays: Weekday[];
  longRunDay: Weekday;
  /** Every interruption known now, past ones included. */
  interruptions: Interruption[];
  /** Sessions the athlete dragged to another day. */
  moves: { from: string; to: string }[];
};

/** The rule behind each change, for the athlete. */
export const ADAPT_RULES = {
  GOAL_CHANGED: 'The race changed: a new plan from the next free Monday, with what you run now',
  DAYS_CHANGED: 'The days you can run changed: the same curve on other days',
  UNDER_DONE: 'Less than 70 % of the planned time in 14 days: a new curve from next Monday',
  OVER_DONE:
    'More than 120 % of the planned time in 14 days: next week loses easy distance, nothing is raised',
  SICK: 'No training while you are ill',
  INJURED: 'No running while you are injured',
  TRAVELLING: 'No running on the days you are away',
  RETURN_FROM_BREAK: 'After a break volume comes back in steps, easy runs first',
  BREAK_CANCELLED: 'The break you had planned is off',
  MOVED: 'You moved this session',
  MISSED_MOVED: 'A missed long run or key session may move by up to two days when spacing allows',
  READINESS_SWAP: 'Today is for easy running: the hard session waits or is dropped',
  PROTOCOL: 'Illness or pain today: no training',
  SPACING: 'Hard sessions keep their distance from each other',
  SPIKE: 'No run is more than 10 % longer than the longest of the last 30 days',
} as const;

export type AdaptReason = keyof typeof ADAPT_RULES;

/** A number or date a change rests on. */
export type AdaptFact =
  | { name: string; value: number; unit: Unit }
  | { name: string; date: string };

export type PlanChange = {
  date: string;
  before: PlannedSession | null;
  after: PlannedSession | null;
  reason: AdaptReason;
  facts: AdaptFact[];
};

/** A move of the athlete's that was not made, and the invariant it would break. */
export type RefusedMove = {
  from: string;
  to: string;
  rule: 'P3' | 'P9' | 'P11' | 'PAST' | 'DAY_TAKEN' | 'NOTHING_TO_MOVE';
};
