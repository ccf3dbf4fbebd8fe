import { haversineM } from './haversine.ts';

/**
 * Cumulative distance over the fixes, each segment on its own: the ground between two segments was
 * covered while the recording was stopped. A sample without a fix has no distance reading.
 */
export function traceDistance(
  lat: Float64Array,
  lon: Float64Array,
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
    if (lastFix >= 0) total += haversineM(lat[lastFix]!, lon[lastFix]!, y, x);
    d[i] = total;
    lastFix = i;
  }
  return d;
}

/**
 * Makes a device's running distance start near 0 and never fall. Some files count on through all parts of a
 * multi-sport day; some start again at 0 with every lap.
 */
export function straightenDistance(d: Float64Array, declaredM: number | null): void {
  let offset = 0;
  let highest = 0;
  let first = Number.NaN;
  for (let i = 0; i < d.length; i++) {
    const raw = d[i]!;
    if (Number.isNaN(raw)) continue;
    if (Number.isNaN(first)) first = raw;
    const fallsToStart = raw + offset < highest - 100 && raw < 0.1 * (highest - offset);
    if (fallsToStart) offset = highest;
    highest = Math.max(highest, raw + offset);
    d[i] = highest;
  }
  if (declaredM === null || Number.isNaN(first) || first < 20) return;
  const countsOn = Math.abs(highest - first - declaredM) < Math.abs(highest - declaredM);
  if (!countsOn) return;
  for (let i = 0; i < d.length; i++) d[i] = Math.max(0, d[i]! - first);
}
