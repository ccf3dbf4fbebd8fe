import {
  elevationProfile,
  type AltitudeSource,
  type ElevationProfile,
} from './elevation-profile.ts';
import { estimate } from './estimate.ts';
import { none, type None, type Result } from './result.ts';
import type { Stream } from './stream.ts';

const METHOD = 'gain-hysteresis/1';

/** Smallest climb that counts, m (science.md §7, policy: 2–3 barometric, 5–10 GPS and elevation models). */
export const GAIN_THRESHOLD_M = { barometric: 2, gps: 5, dem: 5 } as const;

export type Climb = { gain: Result; loss: Result };

/**
 * Climb and descent of a series, m, counting only legs of at least `thresholdM` (`gain-hysteresis/1`): turning points
 * with hysteresis. The gain never rises with the threshold; at 0 it is the sum of positive differences.
 * `TOO_SHORT` (empty), `INVALID_INPUT` (a value or threshold not finite, threshold negative).
 */
export function elevationGain(
  altitude: ArrayLike<number>,
  thresholdM: number,
  source?: AltitudeSource,
): Climb {
  const sum = sumOfLegs(altitude, thresholdM);
  if ('reason' in sum) return { gain: sum, loss: sum };
  const details = {
    quality: 'estimated' as const,
    flags: source ? [`altitude-${source}`] : [],
  };
  return {
    gain: estimate(sum.gain, 'm', METHOD, details),
    loss: estimate(sum.loss, 'm', METHOD, details),
  };
}

/** Climb of a run from its smoothed profile. Reasons as `elevationProfile`. */
export function runElevationGain(stream: Stream, source: AltitudeSource): Climb {
  return climbOf(elevationProfile(stream, source));
}

export function climbOf(profile: ElevationProfile | None): Climb {
  if ('reason' in profile) return { gain: profile, loss: profile };
  return elevationGain(profile.altitude, GAIN_THRESHOLD_M[profile.source], profile.source);
}

function sumOfLegs(
  altitude: ArrayLike<number>,
  threshold: number,
): { gain: number; loss: number } | None {
  const n = altitude.length;
  if (n === 0) return none('TOO_SHORT', 'no altitude');
  if (!(threshold >= 0) || !Number.isFinite(threshold))
    return none('INVALID_INPUT', 'a threshold must not be negative');
  let direction: 'unknown' | 'up' | 'down' = 'unknown';
  let lowest = altitude[0]!;
  let highest = altitude[0]!;
  let pivot = altitude[0]!;
  let gain = 0;
  let loss = 0;
  for (let i = 0; i < n; i++) {
    const value = altitude[i]!;
    if (!Number.isFinite(value)) return none('INVALID_INPUT', 'an altitude is not finite');
    if (direction === 'unknown') {
      if (value < lowest) lowest = value;
      if (value > highest) highest = value;
      if (value > lowest && value - lowest >= threshold) {
        direction = 'up';
        pivot = lowest;
        highest = value;
      } else if (value < highest && highest - value >= threshold) {
        direction = 'down';
        pivot = highest;
        lowest = value;
      }
    } else if (direction === 'up') {
      if (value > highest) highest = value;
      else if (value < highest && highest - value >= threshold) {
        gain += highest - pivot;
        pivot = highest;
        lowest = value;
        direction = 'down';
      }
    } else if (value < lowest) lowest = value;
    else if (value > lowest && value - lowest >= threshold) {
      loss += pivot - lowest;
      pivot = lowest;
      highest = value;
      direction = 'up';
    }
  }
  if (direction === 'up') gain += highest - pivot;
  if (direction === 'down') loss += pivot - lowest;
  return { gain, loss };
}
