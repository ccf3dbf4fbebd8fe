import { PROBES, SAME_PLACE_M, SLACK, type Window } from './fastest-window.ts';
import { passable, samplingOf, strideOf, type Sampling, type Stride } from './sampling.ts';
import { crossing, firstAtLeast, lastAtMost } from './sorted-search.ts';

/** Windows this far apart are looked at first, to have something good to beat, samples. */
const STRIDE = 64;

/** The mirror of `fastestOver`: most distance in exactly `seconds` of elapsed time, or null when the run is shorter. */
export function farthestIn(
  t: Float64Array,
  d: Float64Array,
  seconds: number,
  sampling: Sampling = samplingOf(t, d),
): Window | null {
  const last = t[t.length - 1]!;
  if (!(seconds > 0) || seconds > last - t[0]!) return null;
  const samples = sampling.isEven ? seconds / sampling.closestS : NaN;
  return Number.isInteger(samples) && samples < t.length
    ? farthestOfWhole(t, d, samples | 0, strideOf(sampling))
    : farthestOfAny(t, d, seconds, sampling.fastest);
}

/**
 * Once a second and whole seconds: every window that starts on a sample ends on one, so one family is enough. Of equal windows
 * the earliest wins.
 */
function farthestOfWhole(
  t: Float64Array,
  d: Float64Array,
  samples: number,
  stride: Stride,
): Window {
  const start = farthestStart(d, samples, stride);
  const end = start + samples;
  return { startS: t[start]!, startM: d[start]!, endS: t[end]!, endM: d[end]! };
}

function farthestStart(d: Float64Array, samples: number, { worthM, perMetre }: Stride): number {
  const starts = d.length - samples;
  let best = 0;
  for (let i = 0; i < starts; i += STRIDE) best = Math.max(best, d[i + samples]! - d[i]!);
  best /= SLACK;
  let start = 0;
  for (let i = 0; i < starts; i++) {
    const metres = d[i + samples]! - d[i]!;
    const behind = best - metres;
    if (behind > worthM) i += passable(behind, perMetre);
    else if (behind < 0) {
      best = metres;
      start = i;
    }
  }
  return start;
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

/** Metres of the farthest of a few windows: a lower bound of the most distance. */
function probeDistance(t: Float64Array, d: Float64Array, seconds: number): number {
  const n = t.length;
  let best = 0;
  let end = 1;
  for (let k = 0; k < PROBES; k++) {
    const i = ((k * (n - 1)) / PROBES) | 0;
    if (t[i]! + seconds > t[n - 1]!) break;
    end = firstAtLeast(t, t[i]! + seconds, Math.max(end, i + 1));
    const metres = d[end - 1]! - d[i]!;
    if (metres > best) best = metres;
  }
  return best;
}
