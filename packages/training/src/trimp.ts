import { estimate } from './estimate.ts';
import { isHeartRate, reserveOf, type HeartRateProfile } from './heart-rate-profile.ts';
import { coverageFlags, type HeartRateTime } from './heart-rate-time.ts';
import { none, type None, type Result } from './result.ts';

/** Banister 1991 gives women a = 0.86 (unverified); some tools keep the men's 0.64, which is 26 % lower. */
export type TrimpVariant = 'banister' | 'f064';

/** Weight of a minute is x·a·e^(bx), x the share of the heart-rate reserve. */
type Weights = { a: number; b: number; method: string };

/** Readings a little above the assumed maximum still count, this far and no further. */
const HIGHEST_SHARE = 1.05;

/** Weights by sex, or `MISSING_INPUT` when it is unknown: there is no third curve to fall back on. */
function trimpWeights(
  sex: HeartRateProfile['sex'],
  variant: TrimpVariant = 'banister',
): Weights | None {
  if (sex === 'M') return { a: 0.64, b: 1.92, method: 'trimp/1' };
  if (sex !== 'F') return none('MISSING_INPUT', 'the curve differs by sex, which is unknown');
  if (variant === 'f064') return { a: 0.64, b: 1.67, method: 'trimp-f064/1' };
  return { a: 0.86, b: 1.67, method: 'trimp/1' };
}

/**
 * Training impulse of a run, Banister 1991 (`trimp/1`, or `trimp-f064/1`), in load units: summed per sample, never from
 * the average. x = (HR − rest)/(max − rest) clamped to [0, 1.05]. A maximum wrong by 10 bpm moves it by −15 or +20 %.
 * `MISSING_INPUT`, `INVALID_INPUT`, `NOT_APPLICABLE` (beta-blockers), and those of `heartRateTime`.
 */
export function trimp(
  time: HeartRateTime | None,
  profile: HeartRateProfile,
  variant: TrimpVariant = 'banister',
): Result {
  if ('reason' in time) return time;
  const reserve = reserveOf(profile);
  if ('reason' in reserve) return reserve;
  const weights = trimpWeights(profile.sex, variant);
  if ('reason' in weights) return weights;
  return estimate(sumOf(time, reserve, weights), 'load', weights.method, {
    flags: coverageFlags(time),
  });
}

/** The same for minutes at one heart rate. `INVALID_INPUT` when minutes are negative or the rate is none. */
export function steadyTrimp(
  minutes: number,
  bpm: number,
  profile: HeartRateProfile,
  variant: TrimpVariant = 'banister',
): Result {
  if (!(minutes >= 0) || !isHeartRate(bpm))
    return none('INVALID_INPUT', 'minutes and heart rate must be possible');
  return trimp(steadyTime(minutes * 60, bpm), profile, variant);
}

/** Weight of one minute at a share of the reserve (1 = maximum), load units. `MISSING_INPUT`, `INVALID_INPUT`. */
export function trimpPerMinute(
  share: number,
  sex: HeartRateProfile['sex'],
  variant: TrimpVariant = 'banister',
): Result {
  if (!Number.isFinite(share)) return none('INVALID_INPUT', 'share is not finite');
  const weights = trimpWeights(sex, variant);
  if ('reason' in weights) return weights;
  return estimate(minuteAt(share, weights), 'load', weights.method);
}

export function steadyTime(seconds: number, bpm: number): HeartRateTime {
  return {
    bpm: Float64Array.of(bpm),
    seconds: Float64Array.of(seconds),
    coveredS: seconds,
    recordedS: seconds,
  };
}

function sumOf(
  time: HeartRateTime,
  reserve: { max: number; rest: number },
  weights: Weights,
): number {
  const span = reserve.max - reserve.rest;
  let sum = 0;
  for (let i = 0; i < time.bpm.length; i++)
    sum += (time.seconds[i]! / 60) * minuteAt((time.bpm[i]! - reserve.rest) / span, weights);
  return sum;
}

function minuteAt(share: number, { a, b }: Weights): number {
  const x = Math.max(0, Math.min(HIGHEST_SHARE, share));
  return x * a * Math.exp(b * x);
}
