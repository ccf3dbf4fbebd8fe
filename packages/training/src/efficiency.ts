import { estimate } from './estimate.ts';
import { isHeartRate } from './heart-rate-profile.ts';
import { none, type Result } from './result.ts';

/**
 * Metres per heartbeat: (grade-adjusted) speed in m/min ÷ heart rate (`efficiency/1`). Some tools use yards: ÷ 0.9144.
 * Compare only like with like. `INVALID_INPUT` unless speed is positive and bpm a heart rate.
 */
export function efficiency(speed: number, bpm: number): Result {
  if (!(speed > 0) || !isHeartRate(bpm)) return none('INVALID_INPUT', 'needs speed and heart rate');
  return estimate((60 * speed) / bpm, 'm/beat', 'efficiency/1');
}

/** Heartbeats per kilometre: HR·1000/(60 v), v in m/s (`cardiac-cost/1`). Same reasons. */
export function cardiacCost(speed: number, bpm: number): Result {
  if (!(speed > 0) || !isHeartRate(bpm)) return none('INVALID_INPUT', 'needs speed and heart rate');
  return estimate((1000 * bpm) / (60 * speed), 'beats/km', 'cardiac-cost/1');
}
