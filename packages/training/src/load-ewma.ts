import { none, type None } from './result.ts';

/** Time constants of long-term and recent load, days. */
export const LONG_TERM_DAYS = 42;
export const RECENT_DAYS = 7;

/**
 * Three α are in circulation. Ours is `exp`, as GoldenCheetah's PMCData.cpp: the others answer faster, and `span` is a
 * different time constant altogether (100 a day from 0 gives 63.21 after 42 days with ours, 86.47 with `span`).
 */
export type AlphaVariant = 'exp' | 'recip' | 'span';

/** Share of the distance to today's load that the average moves in one day. `tau` in days, > 0. */
export function ewmaAlpha(tau: number, variant: AlphaVariant = 'exp'): number {
  if (variant === 'recip') return 1 / tau;
  if (variant === 'span') return 2 / (tau + 1);
  return 1 - Math.exp(-1 / tau);
}

/**
 * Exponentially weighted load, one step per day: y ← y + α(x − y), from `seed` before the first day (`load-ewma/1`).
 * `INVALID_INPUT` when a load, the seed or τ is not finite, or τ is not positive.
 */
export function ewma(
  loads: ArrayLike<number>,
  tau: number,
  seed: number,
  variant: AlphaVariant = 'exp',
): Float64Array | None {
  if (!(tau > 0) || !Number.isFinite(tau) || !Number.isFinite(seed))
    return none('INVALID_INPUT', 'time constant and seed must be numbers');
  const alpha = ewmaAlpha(tau, variant);
  const out = new Float64Array(loads.length);
  let y = seed;
  for (let i = 0; i < loads.length; i++) {
    if (!Number.isFinite(loads[i])) return none('INVALID_INPUT', 'a daily load is not finite');
    y += alpha * (loads[i]! - y);
    out[i] = y;
  }
  return out;
}
