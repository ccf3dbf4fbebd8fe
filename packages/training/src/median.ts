/** Middle of the finite values (mean of the two middle ones for an even count); null when there is none. Any unit. */
export function median(values: readonly number[]): number | null {
  const sorted = values.filter((value) => Number.isFinite(value)).toSorted((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)];
  const lower = sorted[Math.floor((sorted.length - 1) / 2)];
  // Halved before the sum, because the sum of two huge values would overflow.
  return lower === undefined || upper === undefined ? null : lower / 2 + upper / 2;
}

/** Median absolute deviation from the median, unscaled and in the values' unit; null when there is no finite value. */
export function medianAbsoluteDeviation(values: readonly number[]): number | null {
  const centre = median(values);
  return centre === null ? null : median(values.map((value) => Math.abs(value - centre)));
}
