import type { Weekday } from './calendar-day.ts';
import type { GoalDistance, Level } from './goal-table.ts';

/** Paces of the five zones in s/km, each zone faster than the one before: easy slow end > easy fast end > M > T > I > R. */
export type PlanPaces = {
  easy: [slow: number, fast: number];
  marathon: number;
  threshold: number;
  interval: number;
  repetition: number;
};

/** Flags of science.md §11 that forbid a plan until a clinician has cleared the athlete. */
export const PLAN_RED_FLAGS = [
  'emergency-signs',
  'medical-clearance-needed',
  'bone-stress',
  'surgery',
  'energy-deficiency',
  'pregnant',
  'postpartum',
] as const;
/** Flags that leave a plan but take its hard sessions out, or its heart-rate targets. */
export const PLAN_CAUTIONS = ['injury', 'illness', 'heart-rate-medication'] as const;

export type PlanFlag = (typeof PLAN_RED_FLAGS)[number] | (typeof PLAN_CAUTIONS)[number];

export const INTERRUPTION_KINDS = ['sick', 'injured', 'travelling'] as const;
/** Civil days without running, both ends included. */
export type Interruption = { kind: (typeof INTERRUPTION_KINDS)[number]; from: string; to: string };

export type PlanInput = {
  goal: { distance: GoalDistance; raceDate: string };
  /** A Monday. */
  start: string;
  /** Mean weekly distance of the last four complete weeks, m; empty weeks count 0. */
  baseM: number;
  /** Longest run of the last 30 days, m; 0 when there was none. */
  longestM: number;
  availableDays: Weekday[];
  longRunDay: Weekday;
  /** Running days a week; null: every available day, at most six. */
  runsPerWeek: number | null;
  limits: { sessionS: number | null; weekS: number | null };
  /** Null: targets by heart rate or effort. */
  paces: PlanPaces | null;
  /** Observed easy pace in s/km, used to turn minutes into distance; null: the slow end of the easy band. One of the two must be known. */
  easyPaceSPerKm: number | null;
  /** Threshold heart rate in bpm, for targets where paces are unknown; null: effort. */
  thresholdHeartRate: number | null;
  level: Level;
  age: number;
  flags: PlanFlag[];
  interruptions: Interruption[];
  /** Three taper weeks for a marathon whose peak passes 70 km. */
  longTaper: boolean;
};

/** Input after checking: lists sorted and without duplicates, numbers rounded to what they can carry, dates beside their day numbers. */
export type CheckedInput = PlanInput & {
  startDay: number;
  raceDay: number;
  /** Running days a week, 3–7. */
  runs: number;
  /** Pace all durations are planned with, s/km. */
  planPace: number;
};
