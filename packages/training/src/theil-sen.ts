import { median } from './median.ts';
import { none, type Estimate, type None, type Unit } from './result.ts';

/**
 * Slope of y on x as the median of all pairwise slopes, with Sen's 95 % interval (normal approximation of Kendall's S). The unit is
 * that of y per unit of x, named by the caller. 4–1500 points with finite values; `INVALID_INPUT` for different lengths or values that are
 * not finite, `TOO_FEW` below 4 points, `OUT_OF_RANGE` above 1500, `NO_VARIATION` when all x are equal. Source: Theil 1950, Sen 1968.
 */
export function theilSen(x: readonly number[], y: readonly number[], unit: Unit): Estimate | None {
  if (x.length !== y.length) return none('INVALID_INPUT', 'the lists differ in length');
  if (![...x, ...y].every((value) => Number.isFinite(value)))
    return none('INVALID_INPUT', 'a value is not finite');
  if (x.length < 4) return none('TOO_FEW', 'fewer than 4 points');
  if (x.length > 1500) return none('OUT_OF_RANGE', 'more than 1500 points');
  const slopes: number[] = [];
  for (let i = 0; i < x.length; i++)
    for (let j = i + 1; j < x.length; j++) {
      const slope = (y[j]! - y[i]!) / (x[j]! - x[i]!);
      if (x[j] !== x[i] && Number.isFinite(slope)) slopes.push(slope);
    }
  slopes.sort((a, b) => a - b);
  const value = median(slopes);
  if (value === null) return none('NO_VARIATION', 'all x are equal');
  const n = x.length;
  const reach = 1.959964 * Math.sqrt((n * (n - 1) * (2 * n + 5)) / 18);
  const low = Math.max(0, Math.floor((slopes.length - reach) / 2));
  const high = Math.min(slopes.length - 1, Math.ceil((slopes.length + reach) / 2));
  return {
    value,
    unit,
    range: [slopes[low]!, slopes[high]!],
    quality: 'estimated',
    method: 'theil-sen/1',
    n,
    flags: [],
  };
}
