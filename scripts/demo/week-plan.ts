import type { Random } from './random.ts';
import type { SeasonPlan } from './season-plan.ts';
import type { RaceDistance } from './sessions.ts';

/** What a day of the week is for; easy, long and trail runs have a distance to aim at. */
export type DayPlan = { weekday: number } & (
  | { task: 'easy' | 'long' | 'trail' | 'indoors'; aimM: number }
  | { task: 'tempo' }
  | { task: 'intervals'; which: number }
  | { task: 'warmup' | 'race'; distance: RaceDistance }
);

const [TUESDAY, WEDNESDAY, THURSDAY, FRIDAY, SATURDAY, SUNDAY] = [2, 3, 4, 5, 6, 7];
const QUALITY_M = 9_500;
/** Three weeks up, one down, read backwards because weeks are counted from today. */
const CYCLE = [1, 0.74, 1.08, 0.94] as const;

export function planWeek(random: Random, season: SeasonPlan, weeksAgo: number): DayPlan[] {
  if (season.isIll(weeksAgo)) return [];
  const isReturning = season.isIll(weeksAgo + 1) || season.isIll(weeksAgo + 2);
  const raceDistance = season.raceInWeek.get(weeksAgo);
  const kilometres = weeklyKilometres(random, season, weeksAgo);
  if (season.isIndoors(weeksAgo)) return indoorWeek(random, kilometres);
  if (raceDistance) return raceWeek(random, raceDistance, weeksAgo);
  if (isReturning) return easyWeek(kilometres * (season.isIll(weeksAgo + 1) ? 0.55 : 0.75));
  return buildWeek(random, season, weeksAgo, kilometres);
}

function weeklyKilometres(random: Random, season: SeasonPlan, weeksAgo: number): number {
  const grown = 1 - weeksAgo / season.weeks;
  return (33 + 21 * grown) * (CYCLE[weeksAgo % 4] ?? 1) * random.normal(1, 0.04);
}

/** Never two days of rest in a row, so that there is always a run from the last two days. */
function buildWeek(
  random: Random,
  season: SeasonPlan,
  weeksAgo: number,
  kilometres: number,
): DayPlan[] {
  const weekM = kilometres * 1000;
  const isDown = weeksAgo % 4 === 1;
  const runs = isDown ? 4 : Math.round(3.8 + 0.9 * (1 - weeksAgo / season.weeks) + random.next());
  const longM = Math.min(23_000, Math.max(11_500, 0.33 * weekM));
  const easyDays = [THURSDAY, SATURDAY, WEDNESDAY, FRIDAY].slice(0, runs - 2);
  const easyM = Math.max(5_000, Math.min(12_500, (weekM - longM - QUALITY_M) / easyDays.length));
  const hasSecondTempo = runs >= 5 && weeksAgo % 3 === 0;

  const easy = easyDays.map((weekday): DayPlan => {
    if (weekday === THURSDAY && hasSecondTempo) return { weekday, task: 'tempo' };
    const task = weekday === SATURDAY && weeksAgo % 4 === 2 ? 'trail' : 'easy';
    return { weekday, task, aimM: easyM * random.between(0.85, 1.15) };
  });
  const quality: DayPlan =
    weeksAgo % 3 === 2
      ? { weekday: TUESDAY, task: 'tempo' }
      : { weekday: TUESDAY, task: 'intervals', which: weeksAgo };
  return [quality, ...easy, { weekday: SUNDAY, task: 'long', aimM: longM }];
}

function raceWeek(random: Random, distance: RaceDistance, weeksAgo: number): DayPlan[] {
  const warmup: DayPlan[] =
    distance === 21097.5 ? [] : [{ weekday: SUNDAY, task: 'warmup', distance }];
  return [
    { weekday: TUESDAY, task: 'intervals', which: weeksAgo },
    { weekday: THURSDAY, task: 'easy', aimM: random.between(7_000, 8_500) },
    { weekday: SATURDAY, task: 'easy', aimM: 5_100 },
    ...warmup,
    { weekday: SUNDAY, task: 'race', distance },
  ];
}

function easyWeek(kilometres: number): DayPlan[] {
  return [TUESDAY, THURSDAY, SATURDAY, SUNDAY].map((weekday) => ({
    weekday,
    task: 'easy',
    aimM: Math.max(4_900, kilometres * 250),
  }));
}

function indoorWeek(random: Random, kilometres: number): DayPlan[] {
  return [TUESDAY, THURSDAY, SATURDAY, SUNDAY].map((weekday) => ({
    weekday,
    task: 'indoors',
    aimM: Math.min(12_000, kilometres * 220 * random.between(0.9, 1.1)),
  }));
}
