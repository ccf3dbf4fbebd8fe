import { isHeartRate } from './heart-rate-profile.ts';
import type { None } from './result.ts';
import { firstAtLeast } from './sorted-search.ts';
import { checkStream, type Stream } from './stream.ts';

/** Limits of the checks (science.md §6, policy). */
const LOCK_BPM = 3;
const LOCK_S = 60;
const FROZEN_S = 120;
const STEP_BPM = 25;
const STEP_S = 5;
/** Speed counts as flat across a step when it changes by no more than this, m/s. */
const FLAT_SPEED_CHANGE = 0.5;
/** A step is over when heart rate is back this close to where it came from, or after a minute. */
const STEP_RECOVERED_BPM = 10;
const STEP_LASTS_S = 60;

/**
 * Heart-rate samples that cannot be trusted: 1 in `invalid`, with the seconds each check rejected. Samples are marked,
 * never the run. `zeroS` is time without a reading.
 */
export type SensorChecks = {
  invalid: Uint8Array;
  cadenceLockS: number;
  frozenS: number;
  stepS: number;
  zeroS: number;
};

/**
 * Cadence lock (within 3 of the step rate for > 60 s), frozen (> 120 s), steps (> 25 bpm in 5 s at flat speed) and values
 * no heart shows. Without heart rate nothing is marked. `INVALID_INPUT`, `TOO_SHORT` for a broken stream.
 */
export function sensorChecks(stream: Stream): SensorChecks | None {
  return checkStream(stream) ?? checksOf(stream);
}

export function checksOf(stream: Stream): SensorChecks {
  const { t, hr } = stream;
  const n = t.length;
  const invalid = new Uint8Array(n);
  const checks = { invalid, cadenceLockS: 0, frozenS: 0, stepS: 0, zeroS: 0 };
  if (!hr) return checks;
  for (let i = 0; i < n; i++) {
    if (isHeartRate(hr[i]!)) continue;
    invalid[i] = 1;
    if (i > 0) checks.zeroS += t[i]! - t[i - 1]!;
  }
  checks.stepS = markSteps(stream, hr, invalid);
  checks.frozenS = markFrozen(t, hr, invalid);
  if (stream.cadence) checks.cadenceLockS = markLocked(t, hr, stream.cadence, invalid);
  return checks;
}

/** Marks every stretch longer than a minute in which heart rate follows the step rate. */
function markLocked(
  t: Float64Array,
  hr: Float64Array,
  cadence: Float64Array,
  invalid: Uint8Array,
): number {
  const n = t.length;
  let locked = 0;
  let i = 0;
  while (i < n) {
    // A stretch that counts spans this sample, so it is looked at before the many in between.
    let k = firstAtLeast(t, t[i]! + LOCK_S / 2, i);
    while (k < n && k >= i && isLocked(hr[k]!, cadence[k]!)) k--;
    if (k >= i) {
      i = k + 1;
      continue;
    }
    let end = i;
    while (end < n && isLocked(hr[end]!, cadence[end]!)) end++;
    if (end > i && t[end - 1]! - t[i]! > LOCK_S) {
      invalid.fill(1, i, end);
      locked += t[end - 1]! - t[i]!;
    }
    i = Math.max(end, i + 1);
  }
  return locked;
}

function isLocked(bpm: number, stepRate: number): boolean {
  return Math.abs(bpm - stepRate) <= LOCK_BPM && stepRate > 60;
}

/** Marks every stretch longer than two minutes of one and the same value; looks ahead as above. */
function markFrozen(t: Float64Array, hr: Float64Array, invalid: Uint8Array): number {
  const n = t.length;
  let frozen = 0;
  let i = 0;
  while (i < n) {
    let k = firstAtLeast(t, t[i]! + FROZEN_S / 2, i);
    while (k < n && k > i && hr[k]! === hr[k - 1]!) k--;
    if (k > i) {
      i = k;
      continue;
    }
    let end = i + 1;
    while (end < n && hr[end]! === hr[i]!) end++;
    if (t[end - 1]! - t[i]! > FROZEN_S) {
      invalid.fill(1, i, end);
      frozen += t[end - 1]! - t[i]!;
    }
    i = end;
  }
  return frozen;
}

function markSteps(stream: Stream, hr: Float64Array, invalid: Uint8Array): number {
  const { t, d } = stream;
  const n = t.length;
  let marked = 0;
  let back = 0;
  for (let i = 1; i < n; i++) {
    const now = t[i]!;
    while (now - t[back]! > STEP_S) back++;
    const before = hr[back]!;
    if (Math.abs(hr[i]! - before) <= STEP_BPM) continue;
    if (back === i || invalid[i] === 1 || invalid[back] === 1) continue;
    if (Math.abs(speedAround(t, d, i, 1) - speedAround(t, d, back, -1)) > FLAT_SPEED_CHANGE)
      continue;
    const first = i;
    while (
      i + 1 < n &&
      t[i + 1]! - t[first]! <= STEP_LASTS_S &&
      !(Math.abs(hr[i + 1]! - before) <= STEP_RECOVERED_BPM)
    )
      i++;
    invalid.fill(1, first, i + 1);
    marked += t[i]! - t[first - 1]!;
    back = i;
  }
  return marked;
}

/** Mean speed over ten seconds (at most sixty samples) after or before a sample. */
function speedAround(t: Float64Array, d: Float64Array, i: number, direction: 1 | -1): number {
  let k = i;
  for (let steps = 0; steps < 60; steps++) {
    const next = k + direction;
    if (next < 0 || next >= t.length || Math.abs(t[next]! - t[i]!) > 10) break;
    k = next;
  }
  return k === i ? 0 : (d[k]! - d[i]!) / (t[k]! - t[i]!);
}
