import { estimate } from './estimate.ts';
import { RUN_ZONES, type ZoneEstimate } from './heart-rate-zones.ts';
import { isNone, none, type None } from './result.ts';

/** Pace ÷ threshold pace in percent above which a pace is in zones 1 … 5a. */
const UPPER_BOUNDS = [129, 113, 105, 100, 96] as const;

/**
 * Run zone of a speed from threshold speed (m/s), Friel with his overlapping edges fixed (`friel-pace-zones/1`, policy), by
 * pace ÷ threshold pace: 1 > 1.29 ≥ 2 > 1.13 ≥ 3 > 1.05 ≥ 4 > 1.00 ≥ 5a > 0.96 ≥ 5b ≥ 0.90 > 5c. `INVALID_INPUT` unless
 * both are positive.
 */
export function paceZone(speed: number, thresholdSpeed: number): ZoneEstimate | None {
  if (!(speed > 0) || !(thresholdSpeed > 0) || !Number.isFinite(speed + thresholdSpeed))
    return none('INVALID_INPUT', 'speeds must be positive');
  const index = paceZoneIndex(speed, thresholdSpeed);
  const place = estimate(index + 1, '1', 'friel-pace-zones/1');
  return isNone(place) ? place : { ...place, zone: RUN_ZONES[index]! };
}

/** Place in the run zones; pace ÷ threshold pace is threshold speed ÷ speed. */
export function paceZoneIndex(speed: number, thresholdSpeed: number): number {
  for (let i = 0; i < UPPER_BOUNDS.length; i++)
    if (100 * thresholdSpeed > UPPER_BOUNDS[i]! * speed) return i;
  return 100 * thresholdSpeed >= 90 * speed ? 5 : 6;
}
