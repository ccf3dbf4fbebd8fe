import { MARATHON_M } from './distances.ts';
import { speedAtCost } from './oxygen-power.ts';
import { minutesForIndex } from './pace-index.ts';
import { isNone, none, type Estimate, type None } from './result.ts';

/** E has a slow and a fast end; the others are one pace shown as a band. */
export type TrainingZone = 'E_slow' | 'E_fast' | 'M' | 'T' | 'I' | 'R';

export type TrainingPaces = {
  /** Slow to fast in s/km, the easy band itself. */
  easy: [slow: number, fast: number];
  marathon: Estimate;
  threshold: Estimate;
  interval: Estimate;
  repetition: Estimate;
};

/** Our fits to the published pace table (error T ≤ 0.5 s/km, E ≤ 5, I ≤ 3); other tools use other shares, never mix them. */
const SHARE = { E_slow: 0.6304, E_fast: 0.7346, T: 0.88, I: 0.9743 };
/** A prescribed pace is shown as a band of 5 s/km (policy). */
const HALF_BAND = 2.5;

function paceAtShare(index: number, share: number): number {
  return 60_000 / speedAtCost(share * index);
}

/** R is I − 20 s/km up to index 48 and − 15 from 52; the published step at 50 would make R slower for a fitter runner, hence the blend. */
function repetitionPace(index: number): number {
  const step = 20 - 5 * Math.min(1, Math.max(0, (index - 48) / 4));
  return paceAtShare(index, SHARE.I) - step;
}

function paceOf(index: number, zone: TrainingZone): number {
  if (zone === 'M') return (minutesForIndex(index, MARATHON_M) * 60_000) / MARATHON_M;
  if (zone === 'R') return repetitionPace(index);
  return paceAtShare(index, SHARE[zone]);
}

/**
 * Training pace in s/km for a pace index, with the 5 s/km band it is shown as. Index 30–85 `estimated`, 20–90 `extrapolated`,
 * beyond `OUT_OF_RANGE`; `INVALID_INPUT` when not a positive number. Flag `likely-fast` on M below index 40, where the book is 3–11 s/km slower.
 * Source: shares fitted to Daniels' pace table; M is the predicted marathon pace; the R blend is policy.
 */
export function trainingPace(index: number, zone: TrainingZone): Estimate | None {
  if (!Number.isFinite(index) || index <= 0)
    return none('INVALID_INPUT', 'index is not a positive number');
  if (index < 20 || index > 90) return none('OUT_OF_RANGE', 'index outside 20–90');
  const value = paceOf(index, zone);
  return {
    value,
    unit: 's/km',
    range: [value - HALF_BAND, value + HALF_BAND],
    quality: index >= 30 && index <= 85 ? 'estimated' : 'extrapolated',
    method: 'training-pace/1',
    flags: zone === 'M' && index < 40 ? ['likely-fast'] : [],
  };
}

/** All five paces at once, in s/km; limits and reasons as `trainingPace`. R is usually shown per 400 m: multiply by 0.4. */
export function trainingPaces(index: number): TrainingPaces | None {
  const slow = trainingPace(index, 'E_slow');
  const fast = trainingPace(index, 'E_fast');
  const marathon = trainingPace(index, 'M');
  const threshold = trainingPace(index, 'T');
  const interval = trainingPace(index, 'I');
  const repetition = trainingPace(index, 'R');
  if (isNone(slow)) return slow;
  if (isNone(fast)) return fast;
  if (isNone(marathon)) return marathon;
  if (isNone(threshold)) return threshold;
  if (isNone(interval)) return interval;
  if (isNone(repetition)) return repetition;
  return { easy: [slow.value, fast.value], marathon, threshold, interval, repetition };
}
