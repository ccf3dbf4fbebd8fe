import { none, type Estimate, type None } from './result.ts';

import type { Performance } from './pace-index.ts';

/** Riegel's exponent for running, all groups together. */
export const RIEGEL_EXPONENT = 1.06;

/**
 * Predicted time in s over `targetM` from one performance: `T2 = T1 (D2/D1)^k`. Exponent 1.00–1.20 (default 1.06).
 * `estimated` while both times lie in 3.5–230 min, `extrapolated` up to 1 min–24 h (policy), beyond `OUT_OF_RANGE`;
 * `INVALID_INPUT` when a number is not finite and positive. Source: Riegel 1981, Am Sci 69:285.
 */
export function riegel(
  from: Performance,
  targetM: number,
  exponent = RIEGEL_EXPONENT,
): Estimate | None {
  const inputs = [from.distanceM, from.timeS, targetM, exponent];
  if (!inputs.every((number) => Number.isFinite(number) && number > 0))
    return none('INVALID_INPUT', 'distances, time and exponent must be positive numbers');
  if (exponent < 1 || exponent > 1.2) return none('OUT_OF_RANGE', 'exponent outside 1.00–1.20');
  const value = from.timeS * (targetM / from.distanceM) ** exponent;
  const [shorter, longer] = [Math.min(value, from.timeS), Math.max(value, from.timeS)];
  if (shorter < 60 || longer > 86_400) return none('OUT_OF_RANGE', 'a time outside 1 min–24 h');
  return {
    value,
    unit: 's',
    range: null,
    quality: shorter >= 210 && longer <= 13_800 ? 'estimated' : 'extrapolated',
    method: 'riegel/1',
    flags: [],
  };
}

/**
 * The athlete's own exponent from two performances in either order: `k = ln(T2/T1)/ln(D2/D1)`. No unit.
 * `daysApart` ≤ 84, distance ratio ≥ 2 and 1.00 ≤ k ≤ 1.20 (policy), else `TOO_OLD` (too far apart) or `OUT_OF_RANGE`;
 * `INVALID_INPUT` when a number is not finite and positive. Source: Riegel 1981, solved for the exponent.
 */
export function personalExponent(
  one: Performance,
  other: Performance,
  daysApart: number,
): Estimate | None {
  const inputs = [one.distanceM, one.timeS, other.distanceM, other.timeS];
  if (!inputs.every((number) => Number.isFinite(number) && number > 0))
    return none('INVALID_INPUT', 'distances and times must be positive numbers');
  if (!Number.isFinite(daysApart)) return none('INVALID_INPUT', 'days apart is not a number');
  if (Math.abs(daysApart) > 84) return none('TOO_OLD', 'the races are more than 12 weeks apart');
  const [short, long] = one.distanceM <= other.distanceM ? [one, other] : [other, one];
  const ratio = long.distanceM / short.distanceM;
  if (ratio < 2) return none('OUT_OF_RANGE', 'the distances differ by less than a factor of 2');
  const value = Math.log(long.timeS / short.timeS) / Math.log(ratio);
  if (!(value >= 1 && value <= 1.2)) return none('OUT_OF_RANGE', 'exponent outside 1.00–1.20');
  return {
    value,
    unit: '1',
    range: null,
    quality: 'estimated',
    method: 'riegel-exponent/1',
    n: 2,
    flags: [],
  };
}
