import { firstAtLeast } from './first-at-least.ts';

/** A stretch of a run: from (startS, startM) to (endS, endM). */
export type Window = { startS: number; startM: number; endS: number; endM: number };

/** Distances closer than this are the same place: sums of floats differ by far less, GPS by far more, m. */
const SAME_PLACE_M = 1e-6;
/** Evenly spaced windows looked at first, to have something good to beat. */
const PROBES = 64;
/** The probes only bound the search; a hair of slack lets the search find the same window again, by its own tie rule. */
const SLACK = 1 + 1e-9;

/**
 * Shortest elapsed time over exactly `metres`, or null when the run is shorter.
 *
 * With `leave(x)` the latest and `arrive(x)` the earliest time at distance x, `arrive(x + D) − leave(x)` is piecewise
 * linear in x, so an optimal window starts or ends on a sample: both families are swept, O(n). Waiting before the
 * start or after the end does not count. Arrival never falls, so starting τ later saves at most τ: a window τ slower than
 * the best rules out every start of the next τ seconds, and most samples are never looked at. Of equal windows the
 * earliest that starts on a sample wins.
 */
export function fastestOver(t: Float64Array, d: Float64Array, metres: number): Window | null {
  const n = t.length;
  const total = d[n - 1]!;
  if (!(metres > 0) || metres > total + SAME_PLACE_M) return null;
  let bound = probeTime(t, d, metres) * SLACK;
  let startS = t[0]!;
  let startM = 0;
  let endS = t[n - 1]!;
  let end = 1;
  let i = 0;
  while (i < n - 1) {
    const from = d[i]!;
    const target = from + metres;
    if (target > total + SAME_PLACE_M) break;
    if (d[i + 1] === from) {
      i++;
      continue;
    }
    end = firstAtLeast(d, target - SAME_PLACE_M, end);
    let seconds = t[end - 1]! - t[i]!;
    if (seconds < bound) {
      const arrive = crossing(d, t, target, end);
      seconds = arrive - t[i]!;
      if (seconds < bound) {
        bound = seconds;
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
    if (d[j - 1] === d[j]) {
      j++;
      continue;
    }
    const origin = Math.max(0, d[j]! - metres);
    start = lastAtMost(d, origin + SAME_PLACE_M, start);
    let leave = t[start + 1]!;
    if (t[j]! - leave < bound) {
      leave = Math.max(t[start]!, crossing(d, t, origin, start + 1));
      if (t[j]! - leave < bound) {
        bound = t[j]! - leave;
        startS = leave;
        startM = origin;
        endS = t[j]!;
      }
    }
    const behind = t[j]! - leave - bound;
    const next = behind > 0 ? lastAtMost(t, leave + behind, start) : start;
    j = next > start + 1 ? firstAtLeast(d, d[next - 1]! + metres - SAME_PLACE_M, j + 1) : j + 1;
  }
  return { startS, startM, endS, endM: Math.min(total, startM + metres) };
}

/** What every search for distance in a duration needs to know about a run; one pass, shared by all durations. */
export type Sampling = {
  /** Highest speed between two neighbouring samples, m/s. */
  fastest: number;
  /** The interval when all are equal, s; else null. */
  stepS: number | null;
};

export function samplingOf(t: Float64Array, d: Float64Array): Sampling {
  const first = t[1]! - t[0]!;
  let fastest = 1e-9;
  let isEven = true;
  for (let i = 1; i < t.length; i++) {
    const dt = t[i]! - t[i - 1]!;
    const speed = (d[i]! - d[i - 1]!) / dt;
    if (speed > fastest) fastest = speed;
    if (dt !== first) isEven = false;
  }
  return { fastest, stepS: isEven ? first : null };
}

/** The mirror: most distance in exactly `seconds` of elapsed time, or null when the run is shorter. */
export function farthestIn(
  t: Float64Array,
  d: Float64Array,
  seconds: number,
  sampling = samplingOf(t, d),
): Window | null {
  const last = t[t.length - 1]!;
  if (!(seconds > 0) || seconds > last - t[0]!) return null;
  const samples = sampling.stepS === null ? NaN : seconds / sampling.stepS;
  return Number.isInteger(samples) && samples < t.length
    ? farthestOfWhole(t, d, samples)
    : farthestOfAny(t, d, seconds, sampling.fastest);
}

/** Once a second and whole seconds: every window that starts on a sample ends on one, so one family is enough. */
function farthestOfWhole(t: Float64Array, d: Float64Array, samples: number): Window {
  const starts = d.length - samples;
  let best = -1;
  let start = 0;
  for (let i = 0; i < starts; i++) {
    const metres = d[i + samples]! - d[i]!;
    if (metres > best) {
      best = metres;
      start = i;
    }
  }
  const end = start + samples;
  return { startS: t[start]!, startM: d[start]!, endS: t[end]!, endM: d[end]! };
}

/** A window that begins τ later covers at most τ × the fastest interval more, which rules out most of them. */
function farthestOfAny(t: Float64Array, d: Float64Array, seconds: number, fastest: number): Window {
  const n = t.length;
  const last = t[n - 1]!;
  let bound = probeDistance(t, d, seconds) / SLACK - SAME_PLACE_M;
  let startS = t[0]!;
  let startM = 0;
  let endM = 0;
  let end = 1;
  let i = 0;
  while (i < n - 1 && t[i]! + seconds <= last) {
    end = firstAtLeast(t, t[i]! + seconds, end);
    let metres = d[end]! - d[i]!;
    if (metres > bound) {
      const reached = crossing(t, d, t[i]! + seconds, end);
      metres = reached - d[i]!;
      if (metres > bound) {
        bound = metres;
        startS = t[i]!;
        startM = d[i]!;
        endM = reached;
      }
    }
    i = firstAtLeast(t, t[i]! + (bound - metres) / fastest, i + 1);
  }
  let start = 0;
  let j = firstAtLeast(t, t[0]! + seconds, 1);
  while (j < n) {
    const from = Math.max(t[0]!, t[j]! - seconds);
    start = Math.min(lastAtMost(t, from, start), j - 1);
    let metres = d[j]! - d[start]!;
    if (metres > bound) {
      const origin = crossing(t, d, from, start + 1);
      metres = d[j]! - origin;
      if (metres > bound) {
        bound = metres;
        startS = from;
        startM = origin;
        endM = d[j]!;
      }
    }
    j = firstAtLeast(t, t[j]! + (bound - metres) / fastest, j + 1);
  }
  return { startS, startM, endS: startS + seconds, endM };
}

/** Value of y where x reaches a place inside interval k, not beyond its end. */
function crossing(x: Float64Array, y: Float64Array, place: number, k: number): number {
  const share = Math.min(1, (place - x[k - 1]!) / (x[k]! - x[k - 1]!));
  return y[k - 1]! + share * (y[k]! - y[k - 1]!);
}

function lastAtMost(sorted: Float64Array, value: number, low: number): number {
  let k = low;
  let step = 1;
  const n = sorted.length;
  while (k + step < n && sorted[k + step]! <= value) {
    k += step;
    step *= 2;
  }
  while (step > 1) {
    step >>= 1;
    if (k + step < n && sorted[k + step]! <= value) k += step;
  }
  return k;
}

/** Time of the fastest of a few windows that start on a sample: an upper bound of the shortest time. */
function probeTime(t: Float64Array, d: Float64Array, metres: number): number {
  const n = t.length;
  const total = d[n - 1]!;
  let best = t[n - 1]! - t[0]!;
  let end = 1;
  for (let k = 0; k < PROBES; k++) {
    const i = Math.floor((k * (n - 1)) / PROBES);
    const target = d[i]! + metres;
    if (target > total) break;
    end = firstAtLeast(d, target, Math.max(end, i + 1));
    const seconds = t[end]! - t[i]!;
    if (seconds < best) best = seconds;
  }
  return best;
}

/** Metres of the farthest of a few windows: a lower bound of the most distance. */
function probeDistance(t: Float64Array, d: Float64Array, seconds: number): number {
  const n = t.length;
  let best = 0;
  let end = 1;
  for (let k = 0; k < PROBES; k++) {
    const i = Math.floor((k * (n - 1)) / PROBES);
    if (t[i]! + seconds > t[n - 1]!) break;
    end = firstAtLeast(t, t[i]! + seconds, Math.max(end, i + 1));
    const metres = d[end - 1]! - d[i]!;
    if (metres > best) best = metres;
  }
  return best;
}
