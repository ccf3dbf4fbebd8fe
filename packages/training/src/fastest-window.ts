/** A stretch of a run: from (startS, startM) to (endS, endM). */
export type Window = { startS: number; startM: number; endS: number; endM: number };

/** Distances closer than this are the same place: sums of floats differ by far less, GPS by far more, m. */
const SAME_PLACE_M = 1e-6;

/**
 * Shortest elapsed time over exactly `metres`, or null when the run is shorter.
 *
 * With `leave(x)` the latest and `arrive(x)` the earliest time at distance x, `arrive(x + D) − leave(x)` is piecewise
 * linear in x, so an optimal window starts or ends on a sample: both families are swept with one cursor each, O(n).
 * Waiting before the start or after the end does not count. Ties keep the earliest window of the first family.
 */
export function fastestOver(t: Float64Array, d: Float64Array, metres: number): Window | null {
  const n = t.length;
  const total = d[n - 1]!;
  if (!(metres > 0) || metres > total + SAME_PLACE_M) return null;
  let best = Infinity;
  let startS = 0;
  let startM = 0;
  let endS = 0;
  let end = 1;
  for (let i = 0; i < n - 1; i++) {
    const from = d[i]!;
    const target = from + metres;
    if (target > total + SAME_PLACE_M) break;
    if (d[i + 1] === from) continue;
    while (d[end]! < target - SAME_PLACE_M) end++;
    // The arrival lies inside the interval before `end`; most windows are out of the race without a division.
    if (t[end - 1]! - t[i]! >= best) continue;
    const before = d[end - 1]!;
    const rise = d[end]! - before;
    const share = Math.min(1, (target - before) / rise);
    const arrive = t[end - 1]! + share * (t[end]! - t[end - 1]!);
    const seconds = arrive - t[i]!;
    if (seconds < best) {
      best = seconds;
      startS = t[i]!;
      startM = from;
      endS = arrive;
    }
  }
  let start = 0;
  for (let j = 1; j < n; j++) {
    const to = d[j]!;
    const origin = to - metres;
    if (origin < -SAME_PLACE_M || d[j - 1] === to) continue;
    while (d[start + 1]! <= origin + SAME_PLACE_M) start++;
    if (t[j]! - t[start + 1]! >= best) continue;
    const share = Math.max(0, (origin - d[start]!) / (d[start + 1]! - d[start]!));
    const leave = t[start]! + share * (t[start + 1]! - t[start]!);
    const seconds = t[j]! - leave;
    if (seconds < best) {
      best = seconds;
      startS = leave;
      startM = Math.max(0, origin);
      endS = t[j]!;
    }
  }
  return best === Infinity
    ? null
    : { startS, startM, endS, endM: Math.min(total, startM + metres) };
}

/** The mirror: most distance in exactly `seconds` of elapsed time, or null when the run is shorter. */
export function farthestIn(t: Float64Array, d: Float64Array, seconds: number): Window | null {
  const n = t.length;
  const last = t[n - 1]!;
  if (!(seconds > 0) || seconds > last - t[0]!) return null;
  let best = -1;
  let startS = 0;
  let startM = 0;
  let end = 1;
  for (let i = 0; i < n - 1; i++) {
    const to = t[i]! + seconds;
    if (to > last) break;
    while (t[end]! < to) end++;
    if (d[end]! - d[i]! <= best) continue;
    const share = (to - t[end - 1]!) / (t[end]! - t[end - 1]!);
    const metres = d[end - 1]! + share * (d[end]! - d[end - 1]!) - d[i]!;
    if (metres > best) {
      best = metres;
      startS = t[i]!;
      startM = d[i]!;
    }
  }
  let start = 0;
  for (let j = 1; j < n; j++) {
    const from = t[j]! - seconds;
    if (from < t[0]!) continue;
    while (t[start + 1]! <= from) start++;
    if (d[j]! - d[start]! <= best) continue;
    const share = (from - t[start]!) / (t[start + 1]! - t[start]!);
    const origin = d[start]! + share * (d[start + 1]! - d[start]!);
    if (d[j]! - origin > best) {
      best = d[j]! - origin;
      startS = from;
      startM = origin;
    }
  }
  return { startS, startM, endS: startS + seconds, endM: startM + best };
}
