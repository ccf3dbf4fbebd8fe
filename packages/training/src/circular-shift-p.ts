import { correlateRanks } from './correlation.ts';
import { twoSidedNormalTail } from './normal-tail.ts';
import { none, type Estimate, type None } from './result.ts';

import type { DailySeries } from './daily-series.ts';

const MIN_PAIRS = 10;
const FEW_EXCEEDANCES = 10;
const SMALLEST_P = 1e-6;

/**
 * Two-sided p of Spearman's correlation when one series of consecutive days (null = unknown) is rotated against the other: every rotation
 * keeps each series' own serial correlation and gaps, so that two slow waves do not look linked. Rotations are compared as
 * `atanh r·√(n − 3)`, because gaps leave them different numbers of pairs. With fewer than ten at least as large as the real one, counting
 * is too coarse (never below 1/n, which a family of 20 could not pass); the tail is then fitted, as Knijnenburg 2009 does with another
 * distribution, flag `fitted-tail`. n is the number of pairs.
 * `INVALID_INPUT` for different lengths or a value that is not finite, `TOO_FEW` below 10 pairs or 10 usable rotations, `NO_VARIATION` when
 * one side is constant, `OUT_OF_RANGE` above 1096 days. Policy (science.md §10).
 */
export function circularShiftP(x: DailySeries, y: DailySeries): Estimate | None {
  if (x.length !== y.length) return none('INVALID_INPUT', 'the series differ in length');
  if (![...x, ...y].every((value) => value === null || Number.isFinite(value)))
    return none('INVALID_INPUT', 'a value is not finite');
  if (x.length > 1096) return none('OUT_OF_RANGE', 'more than three years of days');
  const real = linkAt(x, y, 0);
  if (real.n < MIN_PAIRS) return none('TOO_FEW', 'fewer than 10 pairs');
  if (Number.isNaN(real.strength)) return none('NO_VARIATION', 'one side is constant');
  const rotated: number[] = [];
  for (let shift = 1; shift < y.length; shift++) {
    const { n, strength } = linkAt(x, y, shift);
    if (n >= MIN_PAIRS && !Number.isNaN(strength)) rotated.push(strength);
  }
  if (rotated.length < MIN_PAIRS) return none('TOO_FEW', 'fewer than 10 usable rotations');
  const asLarge = rotated.filter((one) => one >= real.strength).length;
  const counted = (asLarge + 1) / (rotated.length + 1);
  const fitted = asLarge < FEW_EXCEEDANCES;
  return {
    value: fitted ? Math.min(counted, tail(real.strength, rotated)) : counted,
    unit: '1',
    range: null,
    quality: 'estimated',
    method: 'circular-shift/1',
    n: real.n,
    flags: fitted ? ['fitted-tail'] : [],
  };
}

function linkAt(x: DailySeries, y: DailySeries, shift: number): { n: number; strength: number } {
  const [xs, ys]: [number[], number[]] = [[], []];
  for (const [day, value] of x.entries()) {
    const other = y[(day + shift) % y.length];
    if (value === null || typeof other !== 'number') continue;
    xs.push(value);
    ys.push(other);
  }
  if (xs.length < MIN_PAIRS) return { n: xs.length, strength: NaN };
  // Kept off ±1, where atanh is infinite.
  const r = Math.min(0.999999, Math.abs(correlateRanks(xs, ys)));
  return { n: xs.length, strength: Math.atanh(r) * Math.sqrt(xs.length - 3) };
}

/** The spread is itself estimated from the rotations: t to z by Wallace's approximation, or short series would look too good. */
function tail(observed: number, rotated: readonly number[]): number {
  const freedom = rotated.length;
  const spread = Math.sqrt(rotated.reduce((sum, one) => sum + one * one, 0) / freedom);
  if (spread === 0) return SMALLEST_P;
  const t = observed / spread;
  const z = (t * (1 - 1 / (4 * freedom))) / Math.sqrt(1 + (t * t) / (2 * freedom));
  return Math.max(SMALLEST_P, twoSidedNormalTail(z));
}
