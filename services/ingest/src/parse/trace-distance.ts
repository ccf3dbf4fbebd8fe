import { haversineM } from './haversine.ts';

/** A hop that nobody could have made is a false fix, there and back. */
const FASTEST_MS = 60;
const SLACK_M = 1000;

/**
 * Cumulative distance over the fixes, each segment on its own: the ground between two segments was
 * covered while the recording was stopped. A sample without a fix has no distance reading.
 */
export function traceDistance(
  lat: Float64Array,
  lon: Float64Array,
  times: Float64Array,
  segmentStarts: readonly number[],
): Float64Array {
  const d = new Float64Array(lat.length).fill(Number.NaN);
  let total = 0;
  let lastFix = -1;
  let nextSegment = 0;
  for (let i = 0; i < lat.length; i++) {
    if (i === segmentStarts[nextSegment]) {
      lastFix = -1;
      nextSegment += 1;
    }
    const [y, x] = [lat[i]!, lon[i]!];
    if (Number.isNaN(y) || Number.isNaN(x)) continue;
    if (lastFix >= 0) {
      const hop = haversineM(lat[lastFix]!, lon[lastFix]!, y, x);
      const reach = Math.max(SLACK_M, (FASTEST_MS * (times[i]! - times[lastFix]!)) / 1000);
      if (hop <= reach) total += hop;
    }
    d[i] = total;
    lastFix = i;
  }
  return d;
}
