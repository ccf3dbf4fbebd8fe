import { passable, samplingOf, strideOf, type Sampling } from './sampling.ts';
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
  const total = d[d.length - 1]!;
  if (!(metres > 0) || metres > total + SAME_PLACE_M) return null;
  const seconds = probeTime(t, d, metres) * SLACK;
  const best = { seconds, startS: t[0]!, startM: 0, endS: t[t.length - 1]! };
  sweepStarts(t, d, metres, sampling, best);
  sweepEnds(t, d, metres, sampling, best);
  const { startS, startM, endS } = best;
  return { startS, startM, endS, endM: Math.min(total, startM + metres) };
}

/** The window to beat. */
type Best = { seconds: number; startS: number; startM: number; endS: number };

/** Windows that start on a sample. */
function sweepStarts(
  t: Float64Array,
  d: Float64Array,
  metres: number,
  sampling: Sampling,
  best: Best,
): void {
  const last = t.length - 1;
  const farthest = d[last]! + SAME_PLACE_M;
  const least = metres - 2 * SAME_PLACE_M;
  const { worthM, perMetre } = strideOf(sampling);
  let bound = best.seconds;
  let span = samplesLasting(bound, sampling, last);
  let end = 1;
  let i = 0;
  while (i < last) {
    const from = d[i]!;
    const target = from + metres;
    if (target > farthest) break;
    const behind = least - (d[Math.min(last, i + span)]! - from);
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
        span = samplesLasting(bound, sampling, last);
        best.seconds = seconds;
        best.startS = t[i]!;
        best.startM = from;
        best.endS = arrive;
      }
    }
    i = firstAtLeast(t, t[i]! + (seconds - bound), i + 1);
  }
}

/** Windows that end on a sample. */
function sweepEnds(
  t: Float64Array,
  d: Float64Array,
  metres: number,
  sampling: Sampling,
  best: Best,
): void {
  const n = t.length;
  const least = metres - 2 * SAME_PLACE_M;
  const { worthM, perMetre } = strideOf(sampling);
  let bound = best.seconds;
  let span = samplesLasting(bound, sampling, n - 1);
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
        span = samplesLasting(bound, sampling, n - 1);
        best.seconds = bound;
        best.startS = leave;
        best.startM = origin;
        best.endS = t[j]!;
      }
    }
    const late = t[j]! - leave - bound;
    const next = late > 0 ? lastAtMost(t, leave + late, start) : start;
    j = next > start + 1 ? firstAtLeast(d, d[next - 1]! + metres - SAME_PLACE_M, j + 1) : j + 1;
  }
}

/** So many intervals surely last this long, however close the samples lie; at most `most`. A whole number to the engine too. */
function samplesLasting(seconds: number, { closestS }: Sampling, most: number): number {
  return Math.min(most, seconds / closestS + 1) | 0;
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
