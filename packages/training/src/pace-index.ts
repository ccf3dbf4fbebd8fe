import { MARATHON_M } from './distances.ts';
import { costAt, fractionAt, speedAtCost } from './oxygen-power.ts';
import { isNone, none, type Estimate, type None, type Quality } from './result.ts';

/** A distance in m covered all-out in a time in s. */
export type Performance = { distanceM: number; timeS: number };

const METHOD = 'pace-index/1';
/** The display promise (policy): one decimal, ±1. */
const INDEX_MARGIN = 1;

/** `cost(d/t) / fraction(t)` with t in minutes. Bare equation, no checks. */
function indexOf(distanceM: number, minutes: number): number {
  return costAt(distanceM / minutes) / fractionAt(minutes);
}

/** Minutes for a distance at an index; bisection is safe because the index falls strictly with time for 400 m–50 km. */
export function minutesForIndex(index: number, distanceM: number): number {
  let [fast, slow] = [0.5, 1500];
  while (slow - fast > 1e-6) {
    const middle = (fast + slow) / 2;
    if (indexOf(distanceM, middle) > index) fast = middle;
    else slow = middle;
  }
  return (fast + slow) / 2;
}

/** Fitted for 3.5–240 min, 1500 m–marathon, index 30–85; 3–300 min and 20–90 are extrapolation; beyond is nothing. */
function qualityOf(distanceM: number, minutes: number, index: number): Quality | null {
  if (distanceM < 400 || distanceM > MARATHON_M) return null;
  if (minutes < 3 || minutes > 300 || index < 20 || index > 90) return null;
  const fitted =
    distanceM >= 1500 && minutes >= 3.5 && minutes <= 240 && index >= 30 && index <= 85;
  return fitted ? 'estimated' : 'extrapolated';
}

function outOfRange(distanceM: number): None {
  return none(
    'OUT_OF_RANGE',
    distanceM > MARATHON_M
      ? 'longer than the marathon: ultras are not computed with this method'
      : 'outside 400 m–marathon, 3–300 min or index 20–90',
  );
}

/**
 * Pace index of one all-out performance. Distance in m, time in s; the range is ±1.
 * 1500 m–marathon, 3.5–240 min, index 30–85 `estimated`; from 400 m, 3–300 min, 20–90 `extrapolated`; beyond `OUT_OF_RANGE`.
 * `INVALID_INPUT` when a number is not finite and positive. Source: Daniels & Gilbert 1979, Oxygen Power.
 */
export function paceIndex({ distanceM, timeS }: Performance): Estimate | None {
  if (!isPositive(distanceM) || !isPositive(timeS))
    return none('INVALID_INPUT', 'distance and time must be positive numbers');
  const value = indexOf(distanceM, timeS / 60);
  const quality = qualityOf(distanceM, timeS / 60, value);
  if (quality === null) return outOfRange(distanceM);
  return {
    value,
    unit: 'index',
    range: [value - INDEX_MARGIN, value + INDEX_MARGIN],
    quality,
    method: METHOD,
    flags: [],
  };
}

/**
 * Race time in s for a pace index over a distance in m; the range is the time at index ±1.
 * Accepts and refuses what `paceIndex` does for that distance and time. Source: Daniels & Gilbert 1979, inverted by bisection.
 */
export function raceTimeForIndex(index: number, distanceM: number): Estimate | None {
  if (!isPositive(index) || !isPositive(distanceM))
    return none('INVALID_INPUT', 'index and distance must be positive numbers');
  if (distanceM < 400 || distanceM > MARATHON_M || index < 20 || index > 90)
    return outOfRange(distanceM);
  const minutes = minutesForIndex(index, distanceM);
  const quality = qualityOf(distanceM, minutes, index);
  if (quality === null) return outOfRange(distanceM);
  return {
    value: minutes * 60,
    unit: 's',
    range: [
      minutesForIndex(index + INDEX_MARGIN, distanceM) * 60,
      minutesForIndex(index - INDEX_MARGIN, distanceM) * 60,
    ],
    quality,
    method: METHOD,
    flags: [],
  };
}

/**
 * Time in s over another distance that is worth the same pace index. Limits and reasons as `paceIndex`, applied to both distances;
 * `extrapolated` when either side is. Source: Daniels & Gilbert 1979.
 */
export function equivalentTime(from: Performance, toDistanceM: number): Estimate | None {
  const index = paceIndex(from);
  if (isNone(index)) return index;
  const time = raceTimeForIndex(index.value, toDistanceM);
  if (isNone(time) || index.quality === 'estimated') return time;
  return { ...time, quality: 'extrapolated' };
}

/**
 * Level running speed in m/s that costs a share of the index (0.5–1.2). Index 30–85 `estimated`, 20–90 `extrapolated`,
 * beyond `OUT_OF_RANGE`; `INVALID_INPUT` when not a positive number. Source: Daniels & Gilbert 1979 (exact inverse of the cost quadratic).
 */
export function speedAtIndexShare(index: number, share: number): Estimate | None {
  if (!isPositive(index) || !isPositive(share))
    return none('INVALID_INPUT', 'index and share must be positive numbers');
  if (index < 20 || index > 90 || share < 0.5 || share > 1.2)
    return none('OUT_OF_RANGE', 'index outside 20–90 or share outside 0.5–1.2');
  const speedAt = (level: number) => speedAtCost(share * level) / 60;
  return {
    value: speedAt(index),
    unit: 'm/s',
    range: [speedAt(index - INDEX_MARGIN), speedAt(index + INDEX_MARGIN)],
    quality: index >= 30 && index <= 85 ? 'estimated' : 'extrapolated',
    method: METHOD,
    flags: [],
  };
}

function isPositive(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}
