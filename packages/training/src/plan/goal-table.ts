import { HALF_MARATHON_M, MARATHON_M } from '../distances.ts';

export type GoalDistance = '5k' | '10k' | 'half' | 'marathon' | '50k';
export type Level = 'novice' | 'inter' | 'adv';

type GoalRow = {
  raceM: number;
  /** Share of the last building week, in order; the last one is the race week, race not counted. */
  taper: readonly number[];
  weeklyCapM: Record<Level, number>;
  longRunCapM: number;
  longRunCapS: number;
  advisedPeakM: number;
};

export const GOAL_DISTANCES: readonly GoalDistance[] = ['5k', '10k', 'half', 'marathon', '50k'];
export const LEVELS: readonly Level[] = ['novice', 'inter', 'adv'];

/** Policy table of science.md §9: taper shares, weekly caps, long-run caps and the peak we advise, in m and s. */
export const GOALS: Record<GoalDistance, GoalRow> = {
  '5k': {
    raceM: 5_000,
    taper: [0.5],
    weeklyCapM: { novice: 45_000, inter: 70_000, adv: 110_000 },
    longRunCapM: 14_000,
    longRunCapS: 6_000,
    advisedPeakM: 15_000,
  },
  '10k': {
    raceM: 10_000,
    taper: [0.5],
    weeklyCapM: { novice: 50_000, inter: 80_000, adv: 120_000 },
    longRunCapM: 18_000,
    longRunCapS: 7_200,
    advisedPeakM: 22_000,
  },
  half: {
    raceM: HALF_MARATHON_M,
    taper: [0.7, 0.315],
    weeklyCapM: { novice: 60_000, inter: 90_000, adv: 130_000 },
    longRunCapM: 24_000,
    longRunCapS: 9_000,
    advisedPeakM: 30_000,
  },
  marathon: {
    raceM: MARATHON_M,
    taper: [0.7, 0.315],
    weeklyCapM: { novice: 70_000, inter: 100_000, adv: 150_000 },
    longRunCapM: 33_000,
    longRunCapS: 10_800,
    advisedPeakM: 45_000,
  },
  '50k': {
    raceM: 50_000,
    taper: [0.7, 0.315],
    weeklyCapM: { novice: 75_000, inter: 105_000, adv: 150_000 },
    longRunCapM: 38_000,
    longRunCapS: 14_400,
    advisedPeakM: 50_000,
  },
};

/** Three strict weeks go with faster marathons (Smyth & Lawlor 2021, observational); on request, and only from a peak above 70 km. */
export const LONG_MARATHON_TAPER: readonly number[] = [0.75, 0.55, 0.4];
export const LONG_TAPER_FROM_PEAK_M = 70_000;

/** Longest plan we lay out; beyond it start later (policy). */
export const MAX_PLAN_WEEKS = 52;

/** Share of the week the long run may take, by running days; null below three days. Policy of science.md §9. */
export function longRunShare(runningDays: number): number | null {
  if (runningDays < 3) return null;
  if (runningDays === 3) return 0.5;
  if (runningDays === 4) return 0.4;
  return runningDays === 5 ? 0.33 : 0.3;
}
