import { none, type Estimate, type None } from './result.ts';

/** Two-sided 95 % and one-sided 80 % points of the normal distribution. */
const Z_95 = 1.959964;
const Z_POWER_80 = 0.841621;

/**
 * 95 % interval of a correlation: `tanh(atanh r ± 1.959964/√(n − 3))`. n may be an effective, fractional number above 3.
 * `INVALID_INPUT` when not finite, `OUT_OF_RANGE` for |r| ≥ 1, `TOO_FEW` for n ≤ 3. Source: Fisher's z transformation.
 */
export function fisherInterval(r: number, n: number): Estimate | None {
  if (!Number.isFinite(r) || !Number.isFinite(n)) return none('INVALID_INPUT', 'not finite');
  if (Math.abs(r) >= 1) return none('OUT_OF_RANGE', 'the correlation is not inside −1…1');
  if (n <= 3) return none('TOO_FEW', 'needs more than 3 pairs');
  const half = Z_95 / Math.sqrt(n - 3);
  return {
    value: r,
    unit: '1',
    range: [Math.tanh(Math.atanh(r) - half), Math.tanh(Math.atanh(r) + half)],
    quality: 'estimated',
    method: 'fisher-z/1',
    n,
    flags: [],
  };
}

/**
 * Pairs needed to find a correlation of this size with 80 % power at 5 %: `⌈((1.959964 + 0.841621)/atanh r)² + 3⌉`.
 * `INVALID_INPUT` when not finite, `OUT_OF_RANGE` for r = 0 or |r| ≥ 1. Source: Fisher's z transformation.
 */
export function pairsForCorrelation(r: number): Estimate | None {
  if (!Number.isFinite(r)) return none('INVALID_INPUT', 'not finite');
  if (r === 0 || Math.abs(r) >= 1) return none('OUT_OF_RANGE', 'needs 0 < |r| < 1');
  const value = Math.ceil(((Z_95 + Z_POWER_80) / Math.atanh(r)) ** 2 + 3);
  if (!Number.isFinite(value)) return none('OUT_OF_RANGE', 'the correlation is too small');
  return {
    value,
    unit: '1',
    range: null,
    quality: 'estimated',
    method: 'pairs-for-correlation/1',
    flags: [],
  };
}
