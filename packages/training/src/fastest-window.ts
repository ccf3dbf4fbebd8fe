import { passable, samplingOf, strideOf } from './sampling.ts';
import { crossing, firstAtLeast, lastAtMost } from './sorted-search.ts';

/** A stretch of a run: from (startS, startM) to (endS, endM). */
export type Window = { startS: number; startM: number; endS: number; endM: number };

/** Distances closer than this are the same place: sums of floats differ by far less, GPS by far more, m. */
export const SAME_PLACE_M = 1e-6;
/** Evenly spaced windows looked at first, to have something good to beat. */
export const PROBES = 32;
/** The probes only bound the search; a hair of slack lets the search find the same window again, by its own tie rule. */
export const SLACK = 1 + 1e-9;

/**
 * Shortest elapsed time over exactly `metres`, or null when the run is shorter.
 *
 * With `leave(x)` the latest and `arrive(x)` the earliest time at distance x, `arrive(x + D) − leave(x)` is piecewise
 * linear in x, so an optimal window starts or ends on a sample: both families are swept, O(n). Waiting before the
 * start or after the end does not count. Of equal windows the earliest that starts on a sample wins.
 *
 * Two bounds keep most samples from being looked at. As many samples as surely last as long as the best must cover the
 * distance, else no window there is better, and the metres missing say how many samples on that stays so. And arrival never
 * falls, so starting τ later saves at most τ: a window τ slower than the best rules out every start of the next τ seconds.
 */
export function fastestOver(
  t: Float64Array,
  d: Float64Array,
  metres: number,
  sampling = samplingOf(t, d),
): Window | null {
  const n = t.length;
  const total = d[n - 1]!;
  if (!(metres > 0) || metres > total + SAME_PLACE_M) return null;
  const { closestS } = sampling;
  const { worthM, perMetre } = strideOf(sampling);
  const least = metres - 2 * SAME_PLACE_M;
  let bound = probeTime(t, d, metres) * SLACK;
  let span = samplesLasting(bound, closestS, n);
  let startS = t[0]!;
  let startM = 0;
  let endS = t[n - 1]!;
  let end = 1;
  let i = 0;
  while (i < n - 1) {
    const from = d[i]!;
    const target = from + metres;
    if (target > total + SAME_PLACE_M) break;
    const behind = least - (d[Math.min(n - 1, i + span)]! - from);
    if (behind > 0 || d[i + 1] === from) {
      i += behind > worthM ? 1 + passable(behind, perMetre) : 1;
      continue;
    }
    end = firstAtLeast(d, target - SAME_PLACE_M, Math.max(end, i + 1));
    let seconds = t[end - 1]! - t[i]!;
    if (seconds < bound) {
      const arrive = crossing(d, t, target, end);
      seconds = arrive - t[i]!;
      if (seconds < bound) {
        bound = seconds;
        span = samplesLasting(bound, closestS, n);
        startS = t[i]!;
        startM = from;
        endS = arrive;
      }
    }
    i = firstAtLeast(t, t[i]! + (seconds - bound), i + 1);
  }
  let start = 0;
  let j = firstAtLeast(d, metres - SAME_PLACE_M, 1);
  while (j < n) {
    const behind = least - (d[j]! - d[Math.max(0, j - span)]!);
    if (behind > 0 || d[j - 1] === d[j]) {
      j += behind > worthM ? 1 + passable(behind, perMetre) : 1;
      continue;
    }
    const origin = Math.max(0, d[j]! - metres);
    start = lastAtMost(d, origin + SAME_PLACE_M, start);
    let leave = t[start + 1]!;
    if (t[j]! - leave < bound) {
      leave = Math.max(t[start]!, crossing(d, t, origin, start + 1));
      if (t[j]! - leave < bound) {
        bound = t[j]! - leave;
        span = samplesLasting(bound, closestS, n);
        startS = leave;
        startM = origin;
        endS = t[j]!;
      }
    }
    const late = t[j]! - leave - bound;
    const next = late > 0 ? lastAtMost(t, leave + late, start) : start;
    j = next > start + 1 ? firstAtLeast(d, d[next - 1]! + metres - SAME_PLACE_M, j + 1) : j + 1;
  }
  return { startS, startM, endS, endM: Math.min(total, startM + metres) };
}

/** So many intervals last at least this long, however close the samples lie; at most n − 1. A whole number to the engine as well. */
function samplesLasting(seconds: number, closestS: number, n: number): number {
  return Math.min(n - 1, seconds / closestS + 1) | 0;
}

/** Time of the fastest of a few windows that start on a sample: an upper bound of the shortest time. */
function probeTime(t: Float64Array, d: Float64Array, metres: number): number {
  const n = t.length;
  const total = d[n - 1]!;
  let best = t[n - 1]! - t[0]!;
  let end = 1;
  for (let k = 0; k < PROBES; k++) {
    const i = ((k * (n - 1)) / PROBES) | 0;
    const target = d[i]! + metres;
    if (target > total) break;
    end = firstAtLeast(d, target, Math.max(end, i + 1));
    const seconds = t[end]! - t[i]!;
    if (seconds < best) best = seconds;
  }
  return best;
}
