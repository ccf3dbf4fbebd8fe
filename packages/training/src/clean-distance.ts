import { isFix, metresBetween } from './haversine.ts';

/** Faster is no running, m/s; more acceleration neither, m/s² (science.md §7, policy). */
const FASTEST = 12;
const HARDEST_ACCELERATION = 6;
/** A fix worse than this is not used, m. */
const WORST_ACCURACY_M = 25;
/** Longest hole bridged by a straight line, s. */
const LONGEST_BRIDGE_S = 15;
/** After this many rejected fixes in a row the last good one was the wrong one. */
const GIVE_UP_AFTER = 5;
/** A long hole was covered on foot when its straight line is no faster than this × the run's median speed, or than 4 m/s. */
const ON_FOOT = 1.5;
const RUNNING_SPEED = 4;
const STANDING_SPEED = 0.5;
/** Below this a speed 1.5 × both neighbours is jitter, not a spike, m/s. */
const SPIKE_FROM = 4;

export type CleanDistance = { d: Float64Array; spikes: number; breaks: number };

/**
 * Device distance: counted from 0, holes bridged in time, steps back and steps faster than 12 m/s not counted (a reset or a
 * spike adds nothing). Null when it never rises.
 */
export function fromDevice(t: Float64Array, raw: Float64Array): CleanDistance | null {
  const n = t.length;
  const d = new Float64Array(n);
  let sum = 0;
  let offset = 0;
  let spikes = 0;
  let last = -1;
  for (let i = 0; i < n; i++) {
    const value = raw[i]!;
    if (!Number.isFinite(value)) continue;
    if (last >= 0) {
      const step = value - raw[last]!;
      // Devices write distance in bursts, so a little more than the limit is allowed for a short interval.
      const isSpike = step < 0 || step > FASTEST * (t[i]! - t[last]!) + 5;
      if (isSpike) {
        spikes++;
        offset += step;
      }
      // Counted from the start, not summed step by step: no rounding gathers, and clean distance comes back unchanged.
      sum = Math.max(sum, value - offset);
      bridge(t, d, last, i, sum);
    } else offset = value;
    d[i] = sum;
    last = i;
  }
  if (last >= 0) d.fill(sum, last);
  return sum > 0 ? { d, spikes, breaks: 0 } : null;
}

/** Integral of device speed; a hole of more than 15 s adds nothing. Null when it never moves. */
export function fromSpeed(t: Float64Array, speed: Float64Array): CleanDistance | null {
  const n = t.length;
  const d = new Float64Array(n);
  let sum = 0;
  let breaks = 0;
  for (let i = 1; i < n; i++) {
    const dt = t[i]! - t[i - 1]!;
    const value = speed[i]!;
    if (dt > LONGEST_BRIDGE_S) breaks++;
    else if (value >= 0 && value <= FASTEST) sum += value * dt;
    d[i] = sum;
  }
  return sum > 0 ? { d, spikes: 0, breaks } : null;
}

/**
 * Distance along the fixes by haversine. Dropped: no fix, accuracy worse than 25 m, implied speed above 12 m/s or (from 4 m/s)
 * 1.5 × both neighbours, acceleration above 6 m/s². Holes up to 15 s (three intervals where recording is sparse) are
 * bridged by a straight line. A longer one is a break (no effort may cross it); its straight line counts only at a
 * speed somebody on foot has (4 m/s or 1.5 × the run's median), so that a ride adds nothing. Null with fewer than two fixes.
 */
export function fromFixes(
  t: Float64Array,
  lat: Float64Array,
  lon: Float64Array,
  accuracy: Float64Array | null,
): CleanDistance | null {
  const kept = believableFixes(t, lat, lon, accuracy);
  if (kept.rows.length < 2) return null;
  const { rows, steps } = kept;
  const d = new Float64Array(t.length);
  const longest = Math.max(LONGEST_BRIDGE_S, 3 * medianInterval(t, rows));
  const usual = medianSpeed(t, rows, steps, longest);
  let sum = 0;
  let breaks = 0;
  for (let k = 1; k < rows.length; k++) {
    const dt = t[rows[k]!]! - t[rows[k - 1]!]!;
    const isHole = dt > longest;
    const isOnFoot = !isHole || steps[k]! <= Math.max(RUNNING_SPEED, ON_FOOT * usual) * dt;
    if (isHole || Number.isNaN(steps[k]!)) breaks++;
    if (isOnFoot && !Number.isNaN(steps[k]!)) sum += steps[k]!;
    bridge(t, d, rows[k - 1]!, rows[k]!, sum);
    d[rows[k]!] = sum;
  }
  d.fill(sum, rows[rows.length - 1]!);
  return { d, spikes: kept.dropped, breaks };
}

/** Rows of good fixes and the metres from the one before; NaN where the track had to start again. */
function believableFixes(
  t: Float64Array,
  lat: Float64Array,
  lon: Float64Array,
  accuracy: Float64Array | null,
): { rows: Uint32Array; steps: Float64Array; dropped: number } {
  const n = t.length;
  const rows = new Uint32Array(n);
  const steps = new Float64Array(n);
  let length = 0;
  let dropped = 0;
  let rejected = 0;
  let speed = 0;
  for (let i = 0; i < n; i++) {
    const isNowhere = lat[i] === 0 && lon[i] === 0;
    const isVague = accuracy !== null && accuracy[i]! > WORST_ACCURACY_M;
    if (!isFix(lat[i]!, lon[i]!) || isNowhere || isVague) continue;
    if (length === 0) {
      rows[length++] = i;
      continue;
    }
    const before = rows[length - 1]!;
    const dt = t[i]! - t[before]!;
    const metres = metresBetween(lat[before]!, lon[before]!, lat[i]!, lon[i]!);
    const v = metres / dt;
    const tooHard = dt <= LONGEST_BRIDGE_S && Math.abs(v - speed) / dt > HARDEST_ACCELERATION;
    if (v > FASTEST || (tooHard && length > 1)) {
      dropped++;
      rejected++;
      if (rejected < GIVE_UP_AFTER) continue;
      steps[length] = NaN;
      speed = 0;
    } else {
      steps[length] = metres;
      speed = v;
    }
    rejected = 0;
    rows[length++] = i;
  }
  const spikes = dropPeaks(t, lat, lon, rows.subarray(0, length), steps);
  return { rows: spikes.rows, steps: spikes.steps, dropped: dropped + spikes.dropped };
}

/** Removes a fix whose two adjoining steps both come out far faster than the steps around them. */
function dropPeaks(
  t: Float64Array,
  lat: Float64Array,
  lon: Float64Array,
  rows: Uint32Array,
  steps: Float64Array,
): { rows: Uint32Array; steps: Float64Array; dropped: number } {
  const n = rows.length;
  const outRows = new Uint32Array(n);
  const outSteps = new Float64Array(n);
  let length = 0;
  let dropped = 0;
  const speedAt = (k: number) => steps[k]! / (t[rows[k]!]! - t[rows[k - 1]!]!);
  for (let k = 0; k < n; k++) {
    const isPeak =
      k >= 2 &&
      k + 2 < n &&
      speedAt(k) > SPIKE_FROM &&
      speedAt(k) > 1.5 * speedAt(k - 1) &&
      speedAt(k + 1) > 1.5 * speedAt(k + 2) &&
      speedAt(k + 1) > SPIKE_FROM;
    if (isPeak) {
      dropped++;
      continue;
    }
    const before = length > 0 ? outRows[length - 1]! : -1;
    const now = rows[k]!;
    const follows = k > 0 && before === rows[k - 1]!;
    outSteps[length] =
      before < 0
        ? 0
        : follows
          ? steps[k]!
          : metresBetween(lat[before]!, lon[before]!, lat[now]!, lon[now]!);
    outRows[length++] = now;
  }
  return { rows: outRows.subarray(0, length), steps: outSteps.subarray(0, length), dropped };
}

function medianInterval(t: Float64Array, rows: Uint32Array): number {
  const steps = new Float64Array(rows.length - 1);
  for (let k = 1; k < rows.length; k++) steps[k - 1] = t[rows[k]!]! - t[rows[k - 1]!]!;
  return steps.sort()[steps.length >> 1]!;
}

/** Median speed of the steps that are no holes and not standing, m/s; 0 when there are none. */
function medianSpeed(
  t: Float64Array,
  rows: Uint32Array,
  steps: Float64Array,
  longest: number,
): number {
  const speeds = new Float64Array(rows.length);
  let length = 0;
  for (let k = 1; k < rows.length; k++) {
    const dt = t[rows[k]!]! - t[rows[k - 1]!]!;
    const speed = steps[k]! / dt;
    if (dt <= longest && speed > STANDING_SPEED) speeds[length++] = speed;
  }
  return length === 0 ? 0 : speeds.subarray(0, length).sort()[length >> 1]!;
}

/** Distance between two known rows, linear in time. */
function bridge(t: Float64Array, d: Float64Array, from: number, to: number, target: number): void {
  const start = d[from]!;
  const span = t[to]! - t[from]!;
  for (let k = from + 1; k < to; k++) d[k] = start + ((target - start) * (t[k]! - t[from]!)) / span;
}
