import { dayNumber } from './civil-date.ts';
import type { RunClass } from './classify-run.ts';
import { median } from './median.ts';
import { weekdayOf } from './plan/calendar-day.ts';

/** One finished run as the daily suggestion sees it. Unknown class or hardness is null. */
export type RecentRun = {
  /** Civil date of the athlete, `YYYY-MM-DD`. */
  date: string;
  distanceM: number;
  movingS: number;
  class: RunClass | null;
  hard: boolean | null;
};

/** What the last weeks looked like, counted back from today. Distances in m, speeds in m/s; null = nothing to tell it from. */
export type RecentTraining = {
  ranToday: boolean;
  daysSinceRun: number;
  daysSinceHard: number | null;
  /** Runs of the last three days whose hardness nobody knows. */
  unknownHardness: number;
  hardIn7Days: number;
  hardIn28Days: number;
  streakDays: number;
  daysRunIn7: number;
  usualDaysPerWeek: number | null;
  longest30M: number | null;
  daysSinceLong: number | null;
  isUsualLongDay: boolean;
  usualDistanceM: number;
  usualSpeed: number;
  volume6DaysM: number;
  highestWeekM: number | null;
  /** The newest break of at least 6 days without a run, if training has resumed since. */
  lastBreak: { missedDays: number; daysSinceReturn: number } | null;
};

type Dated = RecentRun & { ago: number };

/** Runs older than this say nothing about today, days. */
const OLDEST_DAYS = 365;
/** A gap of this many days without a run is a break (science.md §9). */
const BREAK_DAYS = 6;

/** Null when no usable run lies in the last year. Runs in the future, of no length or with a bad date are left out. */
export function recentTraining(runs: readonly RecentRun[], today: number): RecentTraining | null {
  const dated = runs
    .map((run): Dated => ({ ...run, ago: today - (dayNumber(run.date) ?? Infinity) }))
    .filter(
      ({ ago, distanceM, movingS }) =>
        ago >= 0 &&
        ago <= OLDEST_DAYS &&
        distanceM > 0 &&
        distanceM < 1e6 &&
        movingS > 0 &&
        movingS < 1e6,
    );
  const past = dated.filter(({ ago }) => ago > 0);
  const ranToday = past.length < dated.length;
  if (dated.length === 0) return null;
  const ranOn = new Set(past.map(({ ago }) => ago));
  const within = (days: number) => past.filter(({ ago }) => ago <= days);
  const hard = past.filter((run) => run.hard === true);
  const longest30M = largest(within(30).map(({ distanceM }) => distanceM));
  const latest = Math.min(...ranOn, Infinity);
  // Habits are read from the four weeks that end with the last run, so that a break does not erase them.
  const habit = past.filter(({ ago }) => ago < latest + 28);
  const easyHabit = habit.filter((run) => run.hard !== true && run.class !== 'long');
  const usual = easyHabit.length >= 3 ? easyHabit : habit.length > 0 ? habit : dated;
  const weeks = weeklyVolumes(past);
  return {
    ranToday,
    daysSinceRun: ranToday ? 0 : latest,
    daysSinceHard: smallest(hard.map(({ ago }) => ago)),
    unknownHardness: within(3).filter((run) => run.hard === null).length,
    hardIn7Days: hard.filter(({ ago }) => ago <= 6).length,
    hardIn28Days: hard.filter(({ ago }) => ago <= 28).length,
    streakDays: streak(ranOn),
    daysRunIn7: [...ranOn].filter((ago) => ago <= 6).length,
    usualDaysPerWeek: usualDays(ranOn),
    longest30M,
    daysSinceLong: daysSinceLong(past, longest30M),
    isUsualLongDay: longWeekday(habit, today) === weekdayOf(today),
    usualDistanceM: median(usual.map(({ distanceM }) => distanceM)) ?? 0,
    usualSpeed: median(usual.map(({ distanceM, movingS }) => distanceM / movingS)) ?? 0,
    volume6DaysM: within(6).reduce((sum, { distanceM }) => sum + distanceM, 0),
    highestWeekM: bestWeek(weeks),
    lastBreak: newestBreak([...ranOn].toSorted((a, b) => a - b)),
  };
}

function streak(ranOn: Set<number>): number {
  let days = 0;
  while (ranOn.has(days + 1)) days++;
  return days;
}

/** Mean running days over the four weeks before this one; null until there are two weeks of history. */
function usualDays(ranOn: Set<number>): number | null {
  const oldest = Math.max(...ranOn, 0);
  const weeks = Math.min(4, Math.floor((oldest - 6) / 7));
  if (weeks < 2) return null;
  const days = [...ranOn].filter((ago) => ago > 6 && ago <= 6 + 7 * weeks).length;
  return days / weeks;
}

/** Volumes of the four 7-day blocks that end yesterday, newest first, as far back as there is history. */
function weeklyVolumes(past: Dated[]): number[] {
  const oldest = largest(past.map(({ ago }) => ago)) ?? 0;
  const weeks = Math.min(4, Math.ceil(oldest / 7));
  return Array.from({ length: weeks }, (_, week) =>
    past
      .filter(({ ago }) => ago > 7 * week && ago <= 7 * week + 7)
      .reduce((sum, { distanceM }) => sum + distanceM, 0),
  );
}

/** After a month away there is none: growth of nothing, or of the first week back, would forbid every run. */
function bestWeek(weeks: number[]): number | null {
  const [, ...before] = weeks;
  return weeks.length >= 3 && before.some((metres) => metres > 0) ? Math.max(...weeks) : null;
}

function daysSinceLong(past: Dated[], longest30M: number | null): number | null {
  if (longest30M === null) return null;
  return smallest(
    past
      .filter((run) => run.class === 'long' || 10 * run.distanceM >= 9 * longest30M)
      .map(({ ago }) => ago),
  );
}

/** The weekday on which the longest run of a week usually falls; null before two weeks agree. */
function longWeekday(habit: Dated[], today: number): number | null {
  const counts = Array.from({ length: 8 }, () => 0);
  for (let week = 0; week < 4; week++) {
    const runs = habit.filter(({ ago }) => ago > 7 * week && ago <= 7 * week + 7);
    if (runs.length < 2) continue;
    const longest = runs.reduce((a, b) =>
      b.distanceM > a.distanceM || (b.distanceM === a.distanceM && b.ago < a.ago) ? b : a,
    );
    counts[weekdayOf(today - longest.ago)]! += 1;
  }
  const most = Math.max(...counts);
  return most >= 2 ? counts.indexOf(most) : null;
}

function newestBreak(daysAgo: number[]): RecentTraining['lastBreak'] {
  for (let i = 0; i + 1 < daysAgo.length; i++) {
    const missedDays = daysAgo[i + 1]! - daysAgo[i]! - 1;
    if (missedDays >= BREAK_DAYS) return { missedDays, daysSinceReturn: daysAgo[i]! };
  }
  return null;
}

function largest(values: number[]): number | null {
  return values.length > 0 ? values.reduce((a, b) => Math.max(a, b)) : null;
}

function smallest(values: number[]): number | null {
  return values.length > 0 ? values.reduce((a, b) => Math.min(a, b)) : null;
}
