import { estimate } from './estimate.ts';
import { isHeartRate } from './heart-rate-profile.ts';
import { isNone, none, type Estimate, type None } from './result.ts';

/** Run zones after Friel, by share of threshold. 5 has three parts. */
export const RUN_ZONES = ['1', '2', '3', '4', '5a', '5b', '5c'] as const;

export type RunZone = (typeof RUN_ZONES)[number];

/** The value is the zone's place, 1–7. */
export type ZoneEstimate = Estimate & { zone: RunZone };

/** Lower bounds of zones 2 … 5c in percent of threshold heart rate; half-open, a bound belongs to the upper zone. */
const LOWER_BOUNDS = [85, 90, 95, 100, 103, 107] as const;

/**
 * Run zone of a heart rate from threshold heart rate, Friel (`friel-run-zones/1`): 1 < 0.85 ≤ 2 < 0.90 ≤ 3 < 0.95 ≤ 4 <
 * 1.00 ≤ 5a < 1.03 ≤ 5b < 1.07 ≤ 5c, on the exact fraction. `INVALID_INPUT` unless both are heart rates.
 */
export function heartRateZone(bpm: number, threshold: number): ZoneEstimate | None {
  if (!isHeartRate(bpm) || !isHeartRate(threshold))
    return none('INVALID_INPUT', 'both must be heart rates');
  const index = heartRateZoneIndex(bpm, threshold);
  const place = estimate(index + 1, '1', 'friel-run-zones/1');
  return isNone(place) ? place : { ...place, zone: RUN_ZONES[index]! };
}

/** Place in `RUN_ZONES`. Multiplied out, so that whole beats on a bound are exact. */
export function heartRateZoneIndex(bpm: number, threshold: number): number {
  let index = 0;
  while (index < 6 && 100 * bpm >= LOWER_BOUNDS[index]! * threshold) index++;
  return index;
}
