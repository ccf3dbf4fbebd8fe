import { HIGHEST_BPM, isHeartRate } from './heart-rate-profile.ts';
import { none, type None } from './result.ts';
import { checkStream, type Stream } from './stream.ts';

/** A sample speaks for at most this long, s: after a longer hole nobody knows what the heart did. */
const LONGEST_HOLD_S = 15;
/** Least share of the recorded time with a valid reading for a sum over heart rate (policy). */
const LEAST_COVERAGE = 0.8;

/**
 * Seconds at each heart rate, rising: everything that sums over heart rate needs only this, and devices write whole beats, so
 * an hour fits in some sixty rows. Time in device pauses does not count; standing recovery with the timer running does.
 */
export type HeartRateTime = {
  bpm: Float64Array;
  seconds: Float64Array;
  coveredS: number;
  recordedS: number;
};

/**
 * `invalid` marks samples that sensor checks rejected. `MISSING_INPUT` (no heart rate), `LOW_COVERAGE` (less than 80 %
 * of the recorded time), `INVALID_INPUT`, `TOO_SHORT`.
 */
export function heartRateTime(stream: Stream, invalid?: Uint8Array): HeartRateTime | None {
  return checkStream(stream) ?? heartRateTimeOf(stream, invalid);
}

export function heartRateTimeOf(stream: Stream, invalid?: Uint8Array): HeartRateTime | None {
  const { t, hr, moving } = stream;
  if (!hr) return none('MISSING_INPUT', 'no heart rate');
  const whole = new Float64Array(HIGHEST_BPM + 1);
  const broken = new Map<number, number>();
  let coveredS = 0;
  let recordedS = 0;
  for (let i = 1; i < t.length; i++) {
    if (moving && moving[i] === 0) continue;
    const dt = t[i]! - t[i - 1]!;
    const held = dt > LONGEST_HOLD_S ? LONGEST_HOLD_S : dt;
    recordedS += held;
    const value = hr[i]!;
    if (!isHeartRate(value) || invalid?.[i] === 1) continue;
    coveredS += held;
    if (Number.isInteger(value)) whole[value]! += held;
    else broken.set(value, (broken.get(value) ?? 0) + held);
  }
  if (coveredS === 0) return none('MISSING_INPUT', 'no valid heart rate');
  if (coveredS < LEAST_COVERAGE * recordedS)
    return none('LOW_COVERAGE', `heart rate for ${percent(coveredS / recordedS)} of the time`);
  const rows = [...broken];
  for (let bpm = 0; bpm <= HIGHEST_BPM; bpm++) if (whole[bpm]! > 0) rows.push([bpm, whole[bpm]!]);
  rows.sort(([a], [b]) => a - b);
  return {
    bpm: Float64Array.from(rows, ([bpm]) => bpm),
    seconds: Float64Array.from(rows, ([, seconds]) => seconds),
    coveredS,
    recordedS,
  };
}

/** Flags every sum over this heart rate must carry. */
export function coverageFlags(time: HeartRateTime): string[] {
  return time.coveredS < 0.95 * time.recordedS ? ['heart-rate-gaps'] : [];
}

function percent(share: number): string {
  return `${Math.round(100 * share)} %`;
}
