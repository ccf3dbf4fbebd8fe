import { none, type Estimate, type None } from './result.ts';

/** Ranks from 1; ties share the mean of their places, which is what makes Spearman right for scores of 1–5. */
export function averageRanks(values: readonly number[]): number[] {
  const order = values.map((_, place) => place).sort((a, b) => values[a]! - values[b]!);
  const ranks = Array.from(values, () => 0);
  for (let start = 0; start < order.length;) {
    let end = start;
    while (end + 1 < order.length && values[order[end + 1]!] === values[order[start]!]) end++;
    for (let place = start; place <= end; place++) ranks[order[place]!] = (start + end) / 2 + 1;
    start = end + 1;
  }
  return ranks;
}

/** Product-moment correlation; NaN without variation. Bare equation on values scaled to the unit box, so that huge inputs cannot overflow. */
export function correlate(x: readonly number[], y: readonly number[]): number {
  const [a, b] = [centred(x), centred(y)];
  let [xy, xx, yy] = [0, 0, 0];
  for (let i = 0; i < a.length; i++) {
    xy += a[i]! * b[i]!;
    xx += a[i]! * a[i]!;
    yy += b[i]! * b[i]!;
  }
  if (xx === 0 || yy === 0) return NaN;
  return Math.max(-1, Math.min(1, xy / Math.sqrt(xx) / Math.sqrt(yy)));
}

function centred(values: readonly number[]): number[] {
  const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  if (scale === 0) return values.map(() => 0);
  const mean = values.reduce((sum, value) => sum + value / scale, 0) / values.length;
  return values.map((value) => value / scale - mean);
}

/** Spearman's coefficient without checks: Pearson on average ranks. */
export function correlateRanks(x: readonly number[], y: readonly number[]): number {
  return correlate(averageRanks(x), averageRanks(y));
}

/**
 * Pearson's correlation of two equally long lists of finite numbers (any unit), −1…1.
 * `INVALID_INPUT` for different lengths or a value that is not finite, `TOO_FEW` below 3 pairs, `NO_VARIATION` when one list is constant.
 */
export function pearson(x: readonly number[], y: readonly number[]): Estimate | None {
  return checked(x, y, correlate, 'pearson/1');
}

/** Spearman's rank correlation with average ranks for ties; limits and reasons as `pearson`. */
export function spearman(x: readonly number[], y: readonly number[]): Estimate | None {
  return checked(x, y, correlateRanks, 'spearman/1');
}

function checked(
  x: readonly number[],
  y: readonly number[],
  coefficient: (x: readonly number[], y: readonly number[]) => number,
  method: string,
): Estimate | None {
  if (x.length !== y.length) return none('INVALID_INPUT', 'the lists differ in length');
  if (![...x, ...y].every((value) => Number.isFinite(value)))
    return none('INVALID_INPUT', 'a value is not finite');
  if (x.length < 3) return none('TOO_FEW', 'fewer than 3 pairs');
  if (isConstant(x) || isConstant(y)) return none('NO_VARIATION', 'a list is constant');
  const value = coefficient(x, y);
  if (!Number.isFinite(value)) return none('NO_VARIATION', 'a list varies too little to compute');
  return {
    value,
    unit: '1',
    range: null,
    quality: 'estimated',
    method,
    n: x.length,
    flags: [],
  };
}

function isConstant(values: readonly number[]): boolean {
  return values.every((value) => value === values[0]);
}
