import { estimate } from './estimate.ts';
import { secondsMoved, type MovingMask } from './moving-time.ts';
import { isNone, none, type Estimate, type None, type Result } from './result.ts';
import type { Stream } from './stream.ts';

export type DurabilityBand = 'low' | 'moderate' | 'high';

/** The ratio of heart-rate cost late to early. `onsetM` is where it passes 1.025 for good, null if it never does. */
export type Durability = Estimate & { band: DurabilityBand; onsetM: number | null };

/** Bands and onset of Smyth 2022. */
const MODERATE = 1.1;
const HIGH = 1.2;
const ONSET = 1.025;
/** Shortest run for the by-share form, s (policy). */
const SHORTEST_S = 5400;
/** Width of the windows that search for the onset, share of the run. */
const ONSET_WINDOW = 0.05;
const LEAST_COVERAGE = 0.8;

/**
 * (heart rate late / speed late) ÷ (heart rate early / speed early), Smyth 2022 Sports Med 52:2283 (`durability/1`). Heart
 * rate may be a share of the maximum and speed a share of critical speed: both cancel out. `INVALID_INPUT`.
 */
export function durabilityRatio(
  early: { bpm: number; speed: number },
  late: { bpm: number; speed: number },
): Result {
  if (!(early.bpm > 0 && early.speed > 0 && late.bpm > 0 && late.speed > 0))
    return none('INVALID_INPUT', 'heart rates and speeds must be positive');
  return estimate(late.bpm / late.speed / (early.bpm / early.speed), '1', 'durability/1');
}

/**
 * Of a run: kilometres 35–40 against 5–10 from 40 km up (as published), else the last 15 % of moving time against 10–25 %
 * for runs of at least 90 min (`durability-share/1`, policy). `metres` is cumulative, best grade-adjusted. `MISSING_INPUT`,
 * `TOO_SHORT`, `LOW_COVERAGE`.
 */
export function durability(
  stream: Stream,
  metres: Float64Array,
  moving: MovingMask,
  invalid: Uint8Array,
): Durability | None {
  if (!stream.hr) return none('MISSING_INPUT', 'no heart rate');
  const movingS = secondsMoved(moving);
  if (!(movingS >= SHORTEST_S)) return none('TOO_SHORT', 'the run is shorter than 90 minutes');
  const sums = sumsOver(stream, stream.hr, metres, moving, invalid);
  const total = stream.d[stream.d.length - 1]!;
  const marathon = total >= 40_000;
  const axis = marathon ? stream.d : sums.clock;
  const [earlyFrom, earlyTo] = marathon ? [5000, 10_000] : [0.1 * movingS, 0.25 * movingS];
  const [lateFrom, lateTo] = marathon ? [35_000, 40_000] : [0.85 * movingS, movingS];
  const early = meanBetween(sums, axis, earlyFrom, earlyTo);
  const late = meanBetween(sums, axis, lateFrom, lateTo);
  if ('reason' in early) return early;
  if ('reason' in late) return late;
  const ratio = durabilityRatio(early, late);
  if (isNone(ratio)) return ratio;
  const band = ratio.value < MODERATE ? 'low' : ratio.value < HIGH ? 'moderate' : 'high';
  const method = marathon ? 'durability/1' : 'durability-share/1';
  return { ...ratio, method, band, onsetM: onset(sums, stream.d, early, movingS) };
}

/** Cumulative moving seconds, and seconds, beats and metres while heart rate was valid. */
type Cumulative = {
  clock: Float64Array;
  covered: Float64Array;
  beats: Float64Array;
  metres: Float64Array;
};

function sumsOver(
  stream: Stream,
  hr: Float64Array,
  metres: Float64Array,
  moving: MovingMask,
  invalid: Uint8Array,
): Cumulative {
  const { t } = stream;
  const { mask, clock } = moving;
  const n = t.length;
  const sums = {
    clock,
    covered: new Float64Array(n),
    beats: new Float64Array(n),
    metres: new Float64Array(n),
  };
  let seconds = 0;
  let beats = 0;
  let way = 0;
  for (let i = 1; i < n; i++) {
    if (mask[i] === 1 && invalid[i] !== 1) {
      const dt = t[i]! - t[i - 1]!;
      seconds += dt;
      beats += dt * hr[i]!;
      way += metres[i]! - metres[i - 1]!;
    }
    sums.covered[i] = seconds;
    sums.beats[i] = beats;
    sums.metres[i] = way;
  }
  return sums;
}

function meanBetween(
  sums: Cumulative,
  axis: Float64Array,
  from: number,
  to: number,
): { bpm: number; speed: number } | None {
  const a = firstAtLeast(axis, from);
  const b = firstAtLeast(axis, to);
  const seconds = sums.covered[b]! - sums.covered[a]!;
  const recorded = sums.clock[b]! - sums.clock[a]!;
  if (!(seconds > 0) || seconds < LEAST_COVERAGE * recorded)
    return none('LOW_COVERAGE', 'too little heart rate early or late');
  return {
    bpm: (sums.beats[b]! - sums.beats[a]!) / seconds,
    speed: (sums.metres[b]! - sums.metres[a]!) / seconds,
  };
}

/** Walks back from the finish while every window stays above the onset ratio. */
function onset(
  sums: Cumulative,
  d: Float64Array,
  early: { bpm: number; speed: number },
  movingS: number,
): number | null {
  const width = ONSET_WINDOW * movingS;
  let found: number | null = null;
  for (let k = Math.floor(1 / ONSET_WINDOW) - 1; k >= 5; k--) {
    const window = meanBetween(sums, sums.clock, k * width, (k + 1) * width);
    if ('reason' in window || !(window.speed > 0)) break;
    if (window.bpm / window.speed / (early.bpm / early.speed) < ONSET) break;
    found = d[firstAtLeast(sums.clock, k * width)]!;
  }
  return found;
}

function firstAtLeast(axis: Float64Array, value: number): number {
  let low = 0;
  let high = axis.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (axis[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
