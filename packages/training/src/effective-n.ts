import { correlate } from './correlation.ts';
import { none, type Estimate, type None } from './result.ts';

/**
 * How many independent pairs `n` serially correlated ones are worth: `n(1 − ρxρy)/(1 + ρxρy)` with lag-1 autocorrelations in (−1, 1).
 * Larger than n when the signs differ; callers that only want caution cap it at n. `INVALID_INPUT` when a number is not finite or
 * n is not positive, `OUT_OF_RANGE` for an autocorrelation outside (−1, 1). Source: Bartlett's formula for AR(1) series.
 */
export function effectiveN(n: number, lagOneX: number, lagOneY: number): Estimate | None {
  if (![n, lagOneX, lagOneY].every((number) => Number.isFinite(number)) || n <= 0)
    return none('INVALID_INPUT', 'n must be positive and the autocorrelations finite');
  if (Math.abs(lagOneX) >= 1 || Math.abs(lagOneY) >= 1)
    return none('OUT_OF_RANGE', 'an autocorrelation outside −1…1');
  const product = lagOneX * lagOneY;
  const value = (n * (1 - product)) / (1 + product);
  if (!Number.isFinite(value)) return none('OUT_OF_RANGE', 'n is too large');
  return {
    value,
    unit: '1',
    range: null,
    quality: 'estimated',
    method: 'effective-n/1',
    flags: [],
  };
}

/**
 * Correlation of a daily series with itself one day earlier, from the neighbouring days that are both known (null = unknown).
 * `TOO_FEW` below 3 such pairs, `NO_VARIATION` when constant, `INVALID_INPUT` when a value is not finite.
 */
export function lagOneAutocorrelation(series: readonly (number | null)[]): Estimate | None {
  if (series.some((value) => value !== null && !Number.isFinite(value)))
    return none('INVALID_INPUT', 'a value is not finite');
  const [today, before]: [number[], number[]] = [[], []];
  for (let day = 1; day < series.length; day++) {
    const [now, last] = [series[day], series[day - 1]];
    if (typeof now !== 'number' || typeof last !== 'number') continue;
    today.push(now);
    before.push(last);
  }
  if (today.length < 3) return none('TOO_FEW', 'fewer than 3 neighbouring days');
  const value = correlate(before, today);
  if (!Number.isFinite(value)) return none('NO_VARIATION', 'the series is constant');
  return {
    value,
    unit: '1',
    range: null,
    quality: 'estimated',
    method: 'autocorrelation/1',
    n: today.length,
    flags: [],
  };
}
