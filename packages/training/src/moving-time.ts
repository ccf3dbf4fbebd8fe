import { estimate } from './estimate.ts';
import type { None, Result } from './result.ts';
import { checkStream, type Stream } from './stream.ts';

/** Below this the athlete stands, m/s (policy). Strava uses 30 min/mile = 0.894 m/s. */
const STANDING_SPEED = 0.5;
/** Window of the speed and shortest stop, s (policy). */
const STOP_WINDOW_S = 10;

/** Which rule decided: the device's own pauses, our speed rule, or neither because nothing was measured. */
export type MovingRule = 'device-pauses/1' | 'moving-speed/1' | 'no-distance/1';

/**
 * `mask` is 1 for each interval (ending at that sample) in which the athlete moved; the first value is always 0. `clock` is the
 * seconds moved up to each sample.
 */
export type MovingMask = { mask: Uint8Array; clock: Float64Array; rule: MovingRule };

/**
 * Moving time, s, with the rule in the method. Device pauses win; else a stop is a stretch of at least 10 s with less
 * than 0.5 m/s over 10 s (science.md §7, policy). Without any distance only elapsed time is known and flagged.
 * `INVALID_INPUT`, `TOO_SHORT`.
 */
export function movingTime(stream: Stream): Result {
  const bad = checkStream(stream);
  if (bad) return bad;
  return movingTimeOf(maskOf(stream));
}

/** The same decision per interval. `INVALID_INPUT`, `TOO_SHORT`. */
export function movingMask(stream: Stream): MovingMask | None {
  return checkStream(stream) ?? maskOf(stream);
}

export function movingTimeOf(moving: MovingMask): Result {
  return estimate(secondsMoved(moving), 's', moving.rule, {
    quality: 'measured',
    flags: moving.rule === 'no-distance/1' ? ['elapsed-only'] : [],
  });
}

export function secondsMoved({ clock }: MovingMask): number {
  return clock[clock.length - 1]!;
}

export function maskOf({ t, d, moving }: Stream): MovingMask {
  const n = t.length;
  const mask = new Uint8Array(n).fill(1);
  mask[0] = 0;
  const rule = ruleOf(d, moving);
  if (moving && rule === 'device-pauses/1')
    for (let i = 1; i < n; i++) mask[i] = moving[i] === 0 ? 0 : 1;
  if (rule === 'moving-speed/1') markStops(t, d, mask);
  return { mask, clock: clockOf(t, mask), rule };
}

function ruleOf(d: Float64Array, moving: Uint8Array | undefined): MovingRule {
  if (moving && hasPause(moving)) return 'device-pauses/1';
  return d[d.length - 1] === 0 ? 'no-distance/1' : 'moving-speed/1';
}

function clockOf(t: Float64Array, mask: Uint8Array): Float64Array {
  const clock = new Float64Array(t.length);
  let seconds = 0;
  let before = t[0]!;
  for (let i = 1; i < t.length; i++) {
    const now = t[i]!;
    if (mask[i] === 1) seconds += now - before;
    clock[i] = seconds;
    before = now;
  }
  return clock;
}

function hasPause(moving: Uint8Array): boolean {
  for (let i = 1; i < moving.length; i++) if (moving[i] === 0) return true;
  return false;
}

/** Clears the mask over slow centred windows, grows each stop through standing intervals, gives short stops back. */
function markStops(t: Float64Array, d: Float64Array, mask: Uint8Array): void {
  markSlowWindows(t, d, mask);
  const n = t.length;
  let last = 0;
  for (;;) {
    let first = mask.indexOf(0, last + 1);
    if (first < 0) return;
    last = first;
    while (last + 1 < n && mask[last + 1] === 0) last++;
    // The window blurs the edges of a stop: the standing intervals around it belong to it.
    while (first > 1 && mask[first - 1] === 1 && isStanding(t, d, first - 1)) first--;
    while (last + 1 < n && isStanding(t, d, last + 1)) last++;
    const stopped = t[last]! - t[first - 1]! >= STOP_WINDOW_S;
    mask.fill(stopped ? 0 : 1, first, last + 1);
  }
}

/**
 * The samples inside a window bound the distance over it from below. Where they tell that the athlete plainly moved, so did
 * every later window that still starts early enough to hold a stop's worth of that distance: those are passed over.
 */
function markSlowWindows(t: Float64Array, d: Float64Array, mask: Uint8Array): void {
  const n = t.length;
  const half = STOP_WINDOW_S / 2;
  const slowest = STANDING_SPEED * STOP_WINDOW_S;
  let low = 0;
  let high = 0;
  let i = 1;
  while (i < n) {
    const middle = (t[i - 1]! + t[i]!) / 2;
    const from = middle - half;
    const to = middle + half;
    while (t[low + 1]! <= from) low++;
    while (high < n && t[high]! < to) high++;
    const plainly = d[high - 1]! - slowest;
    if (d[low + 1]! < plainly) {
      let start = low + 1;
      while (d[start + 1]! < plainly) start++;
      const until = t[start]! + half;
      i++;
      while (i < n && t[i]! < until) i++;
      continue;
    }
    const covered = distanceAt(t, d, to, high - 1) - distanceAt(t, d, from, low);
    const span = Math.min(to, t[n - 1]!) - Math.max(from, t[0]!);
    if (covered < (slowest * span) / STOP_WINDOW_S) mask[i] = 0;
    i++;
  }
}

function isStanding(t: Float64Array, d: Float64Array, i: number): boolean {
  return d[i]! - d[i - 1]! < STANDING_SPEED * (t[i]! - t[i - 1]!);
}

/** Distance at a time, linear inside segment (k, k+1), held beyond the ends. */
function distanceAt(t: Float64Array, d: Float64Array, time: number, k: number): number {
  const n = t.length;
  if (k < 0 || time <= t[0]!) return d[0]!;
  if (k >= n - 1) return d[n - 1]!;
  const span = t[k + 1]! - t[k]!;
  return d[k]! + ((d[k + 1]! - d[k]!) * (time - t[k]!)) / span;
}
