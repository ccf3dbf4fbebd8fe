import { daysFromMidwinter } from './season.ts';
import type { RaceDistance } from './sessions.ts';

/**
 * The weeks of the history, newest first: week 0 holds today. Race weeks are fixed by their age, so that predictions
 * always have recent races to stand on, and everything else arranges itself around them.
 */
export type SeasonPlan = {
  weeks: number;
  raceInWeek: ReadonlyMap<number, RaceDistance>;
  isIll: (weeksAgo: number) => boolean;
  isIndoors: (weeksAgo: number) => boolean;
};

const RACES: readonly (readonly [weeksAgo: number, distance: RaceDistance])[] = [
  [3, 5000],
  [7, 10000],
  [11, 21097.5],
  [22, 10000],
  [39, 21097.5],
  [45, 10000],
  [57, 5000],
  [70, 10000],
];
const ILLNESS_WEEKS = 2;
const ILLNESS_CANDIDATES = [29, 33, 25, 17, 13];
const INDOOR_WEEKS = 3;
/** Indoor weeks stay out of the recent past, whose runs should show maps. */
const LATEST_INDOOR_WEEK = 13;

/** `monday` is the day number of the Monday of week 0. */
export function planSeason(monday: number, weeks: number): SeasonPlan {
  const indoorEnd = indoorWeeks(monday, weeks);
  const isIndoors = (week: number) => week >= indoorEnd && week < indoorEnd + INDOOR_WEEKS;
  const raceInWeek = new Map(RACES.filter(([week]) => week < weeks - 1 && !isIndoors(week)));
  const illnessEnd = ILLNESS_CANDIDATES.find((end) =>
    Array.from({ length: ILLNESS_WEEKS + 2 }, (_, index) => end + index - 1).every(
      (week) => week < weeks - 1 && !raceInWeek.has(week) && !isIndoors(week),
    ),
  );
  const isIll = (week: number) =>
    illnessEnd !== undefined && week >= illnessEnd && week < illnessEnd + ILLNESS_WEEKS;
  return { weeks, raceInWeek, isIll, isIndoors };
}

/** The three weeks nearest to midwinter, the younger ones when two winters tie; a short history has none. */
function indoorWeeks(monday: number, weeks: number): number {
  const candidates = Array.from(
    { length: Math.max(0, weeks - INDOOR_WEEKS - LATEST_INDOOR_WEEK) },
    (_, index) => LATEST_INDOOR_WEEK + index,
  );
  const depth = (week: number) => daysFromMidwinter(monday - 7 * week - 4);
  return candidates.reduce(
    (best, week) => (depth(week) < depth(best) ? week : best),
    candidates[0] ?? Infinity,
  );
}
