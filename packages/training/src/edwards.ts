import { estimate } from './estimate.ts';
import { maximumOf, type HeartRateProfile } from './heart-rate-profile.ts';
import { coverageFlags, type HeartRateTime } from './heart-rate-time.ts';
import { none, type None, type Result } from './result.ts';

const METHOD = 'edwards/1';

/**
 * Summated zones, Edwards 1993 (`edwards/1`), load units: minutes × 1…5 in 50–60 … 90–100 % of the maximum; below 50 %
 * counts 0, a boundary belongs to the upper zone. `MISSING_INPUT`, `INVALID_INPUT`, `NOT_APPLICABLE`, and those of
 * `heartRateTime`.
 */
export function edwards(time: HeartRateTime | None, profile: HeartRateProfile): Result {
  if ('reason' in time) return time;
  const max = maximumOf(profile);
  if (typeof max !== 'number') return max;
  const minutes = [0, 0, 0, 0, 0];
  for (let i = 0; i < time.bpm.length; i++) {
    const zone = edwardsZone(time.bpm[i]!, max);
    if (zone > 0) minutes[zone - 1]! += time.seconds[i]! / 60;
  }
  return weigh(minutes, coverageFlags(time));
}

/** From minutes already sorted into the five zones. `INVALID_INPUT` unless there are five that are not negative. */
export function edwardsFromMinutes(minutes: readonly number[]): Result {
  if (minutes.length !== 5 || !minutes.every((m) => m >= 0))
    return none('INVALID_INPUT', 'five zones of minutes are needed');
  return weigh(minutes, []);
}

/** 0 below 50 % of the maximum, else 1–5. Multiplied out, so that a boundary in whole beats is exact. */
function edwardsZone(bpm: number, max: number): number {
  for (let zone = 5; zone >= 1; zone--) if (10 * bpm >= (zone + 4) * max) return zone;
  return 0;
}

function weigh(minutes: readonly number[], flags: string[]): Result {
  let sum = 0;
  for (let zone = 1; zone <= 5; zone++) sum += zone * minutes[zone - 1]!;
  return estimate(sum, 'load', METHOD, { flags });
}
