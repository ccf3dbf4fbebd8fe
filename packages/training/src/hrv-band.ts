import { none, type None } from './result.ts';

export type HrvBand = {
  state: 'below' | 'within' | 'above' | 'insufficient';
  /** Of the baseline nights, ln ms; null when there are fewer than 2. */
  mean: number | null;
  sd: number | null;
  lower: number | null;
  upper: number | null;
  recentMean: number | null;
  baselineNights: number;
  recentNights: number;
};

const MIN_RECENT_NIGHTS = 3;
const MIN_BASELINE_NIGHTS = 14;

/**
 * Where the mean ln RMSSD of the last 7 days lies against the athlete's own mean ± 0.5 sample SD. Both lists hold only known nights.
 * `insufficient` below 3 recent or 14 baseline nights, the numbers still given. `INVALID_INPUT` when a value is not finite.
 * Source: design as Vesterinen 2016, ≥ 3 nights Plews 2014; the 0.5 SD form is unverified.
 */
export function hrvBand(
  baseline: readonly number[],
  recent: readonly number[],
): HrvBand | ({ state: null } & None) {
  if (![...baseline, ...recent].every((value) => Number.isFinite(value) && Math.abs(value) < 100))
    return { state: null, ...none('INVALID_INPUT', 'a value is no logarithm of milliseconds') };
  const mean = meanOf(baseline);
  const sd = sampleSd(baseline);
  const lower = mean === null || sd === null ? null : mean - 0.5 * sd;
  const upper = mean === null || sd === null ? null : mean + 0.5 * sd;
  const recentMean = meanOf(recent);
  const enough = recent.length >= MIN_RECENT_NIGHTS && baseline.length >= MIN_BASELINE_NIGHTS;
  const counts = { baselineNights: baseline.length, recentNights: recent.length };
  const numbers = { mean, sd, lower, upper, recentMean, ...counts };
  if (!enough || recentMean === null || lower === null || upper === null)
    return { state: 'insufficient', ...numbers };
  if (recentMean < lower) return { state: 'below', ...numbers };
  return { state: recentMean > upper ? 'above' : 'within', ...numbers };
}

/** Mean; null for an empty list. */
export function meanOf(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample SD (n − 1); null below two values. */
export function sampleSd(values: readonly number[]): number | null {
  const mean = meanOf(values);
  if (mean === null || values.length < 2) return null;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1));
}
