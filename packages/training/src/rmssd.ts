import { none, type Estimate, type None } from './result.ts';

/** RMSSD in ms; `lnRmssd` is null when it is 0, because 0 has no logarithm. */
export type Rmssd = Estimate & { lnRmssd: number | null };

/**
 * Root mean square of successive differences of RR intervals in ms (200–3000 each, artefacts already removed).
 * `TOO_FEW` below 2 intervals, `INVALID_INPUT` when one is not finite or not positive, `OUT_OF_RANGE` outside 200–3000 ms (policy).
 */
export function rmssd(rrMs: readonly number[]): Rmssd | None {
  if (!rrMs.every((rr) => Number.isFinite(rr) && rr > 0))
    return none('INVALID_INPUT', 'an interval is not a positive number');
  if (rrMs.some((rr) => rr < 200 || rr > 3000))
    return none('OUT_OF_RANGE', 'an interval outside 200–3000 ms');
  if (rrMs.length < 2) return none('TOO_FEW', 'fewer than 2 intervals');
  const sum = rrMs.slice(1).reduce((total, rr, i) => total + (rr - rrMs[i]!) ** 2, 0);
  const value = Math.sqrt(sum / (rrMs.length - 1));
  return {
    value,
    unit: 'ms',
    range: null,
    quality: 'measured',
    method: 'rmssd/1',
    n: rrMs.length,
    flags: [],
    lnRmssd: value === 0 ? null : Math.log(value),
  };
}
