import { MARATHON_M, MILE_M } from './distances.ts';
import { none, type Estimate, type None } from './result.ts';

import type { Performance } from './pace-index.ts';

/** Why a race and a weekly distance cannot feed the models, or null. */
function refusal(races: Performance[], weeklyM: number): None | null {
  const numbers = races.flatMap(({ distanceM, timeS }) => [distanceM, timeS]);
  if (!numbers.every((number) => Number.isFinite(number) && number > 0))
    return none('INVALID_INPUT', 'distances and times must be positive numbers');
  if (!Number.isFinite(weeklyM) || weeklyM < 0)
    return none('INVALID_INPUT', 'weekly distance must be zero or more');
  if (weeklyM > 300_000) return none('OUT_OF_RANGE', 'weekly distance above 300 km');
  if (races.some(({ distanceM }) => distanceM < 1500 || distanceM >= MARATHON_M))
    return none('OUT_OF_RANGE', 'a race outside 1500 m–just below the marathon');
  return null;
}

function marathon(value: number, method: string, n: number): Estimate | None {
  if (!(value >= 7000 && value <= 36_000))
    return none('OUT_OF_RANGE', 'no plausible marathon time comes out');
  return { value, unit: 's', range: null, quality: 'estimated', method, n, flags: [] };
}

/**
 * Marathon time in s from one race (m, s; 1500 m to below the marathon) and mean weekly distance in m of the training block (≤ 300 km).
 * `INVALID_INPUT` for numbers that are not finite or positive, `OUT_OF_RANGE` otherwise or when the result is outside 1:57–10 h (policy).
 * Source: Vickers & Vertosick 2016, model 1, n = 2303. Public ports carry 0.6423826 (ten times too big) or 1.06 for 1.07.
 */
export function vickersOneRace(race: Performance, weeklyM: number): Estimate | None {
  const refused = refusal([race], weeklyM);
  if (refused) return refused;
  const tenMiles = weeklyM / MILE_M / 10;
  const scaled = MARATHON_M / (race.timeS * (MARATHON_M / race.distanceM) ** 1.07);
  const speed = 0.16018617 + 0.83076202 * scaled + 0.06423826 * tenMiles;
  return marathon(MARATHON_M / speed, 'vickers/1', 1);
}

/**
 * Marathon time in s from two races (any order, different distances) and mean weekly distance in m. Limits and reasons as
 * `vickersOneRace`; also `OUT_OF_RANGE` when the distances are equal or the resulting exponent is outside 1.00–1.30 (policy).
 * Source: Vickers & Vertosick 2016, model 2.
 */
export function vickersTwoRaces(
  one: Performance,
  other: Performance,
  weeklyM: number,
): Estimate | None {
  const refused = refusal([one, other], weeklyM);
  if (refused) return refused;
  const [short, long] = one.distanceM <= other.distanceM ? [one, other] : [other, one];
  if (short.distanceM === long.distanceM)
    return none('OUT_OF_RANGE', 'both races have the same distance');
  const tenMiles = weeklyM / MILE_M / 10;
  const observed = Math.log(long.timeS / short.timeS) / Math.log(long.distanceM / short.distanceM);
  const exponent = 1.4510756 - 0.23797948 * observed - 0.01410023 * tenMiles;
  if (!(exponent >= 1 && exponent <= 1.3))
    return none('OUT_OF_RANGE', 'exponent outside 1.00–1.30');
  return marathon(long.timeS * (MARATHON_M / long.distanceM) ** exponent, 'vickers/1', 2);
}
