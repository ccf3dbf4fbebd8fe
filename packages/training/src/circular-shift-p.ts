import { averageRanks, correlate } from './correlation.ts';
import { twoSidedNormalTail } from './normal-tail.ts';
import { none, type Estimate, type None } from './result.ts';

const FEW_EXCEEDANCES = 10;
const SMALLEST_P = 1e-6;

/**
 * Two-sided p of Spearman's correlation when one series is rotated against the other: every rotation keeps each series' own serial
 * correlation, so that two slow waves do not look linked. All n − 1 rotations are taken. With fewer than ten at least as large as the real
 * one, counting is too coarse (never below 1/n, which a family of 20 could not pass), so the tail is the normal one fitted to atanh of
 * the rotated coefficients, as Knijnenburg 2009 does with another tail; flag `fitted-tail`.
 * `INVALID_INPUT` for different lengths or a value that is not finite, `TOO_FEW` below 10 pairs, `NO_VARIATION` when one side is constant,
 * `OUT_OF_RANGE` above 3660 pairs. Policy (science.md §10).
 */
export function circularShiftP(x: readonly number[], y: readonly number[]): Estimate | None {
  if (x.length !== y.length) return none('INVALID_INPUT', 'the lists differ in length');
  if (![...x, ...y].every((value) => Number.isFinite(value)))
    return none('INVALID_INPUT', 'a value is not finite');
  if (x.length < 10) return none('TOO_FEW', 'fewer than 10 pairs');
  if (x.length > 3660) return none('OUT_OF_RANGE', 'more than 3660 pairs');
  const [a, b] = [averageRanks(x), averageRanks(y)];
  const observed = Math.abs(correlate(a, b));
  if (Number.isNaN(observed)) return none('NO_VARIATION', 'one side is constant');
  const rotated = rotations(a, b);
  // The tolerance keeps a rotation that repeats the data exactly from escaping by one rounding error.
  const asLarge = rotated.filter((r) => Math.abs(r) >= observed - 1e-12).length;
  const counted = (asLarge + 1) / x.length;
  const fitted = asLarge < FEW_EXCEEDANCES;
  return {
    value: fitted ? Math.min(counted, tail(observed, rotated)) : counted,
    unit: '1',
    range: null,
    quality: 'estimated',
    method: 'circular-shift/1',
    n: x.length,
    flags: fitted ? ['fitted-tail'] : [],
  };
}

function rotations(a: readonly number[], b: readonly number[]): number[] {
  const coefficients: number[] = [];
  for (let shift = 1; shift < b.length; shift++)
    coefficients.push(correlate(a, [...b.slice(shift), ...b.slice(0, shift)]));
  return coefficients;
}

/** Kept off ±1, where atanh is infinite. */
function fisherZ(r: number): number {
  return Math.atanh(Math.max(-0.999999, Math.min(0.999999, r)));
}

function tail(observed: number, rotated: readonly number[]): number {
  const spread = Math.sqrt(rotated.reduce((sum, r) => sum + fisherZ(r) ** 2, 0) / rotated.length);
  return spread === 0
    ? SMALLEST_P
    : Math.max(SMALLEST_P, twoSidedNormalTail(fisherZ(observed) / spread));
}
