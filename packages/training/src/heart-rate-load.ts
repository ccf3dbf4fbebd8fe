import { estimate } from './estimate.ts';
import { reserveOf, thresholdOf, type HeartRateProfile } from './heart-rate-profile.ts';
import { coverageFlags, type HeartRateTime } from './heart-rate-time.ts';
import { none, type None, type Result } from './result.ts';
import { steadyTrimp, trimp, type TrimpVariant } from './trimp.ts';

/**
 * Load from heart rate (`hr-load/1`): 100·TRIMP / TRIMP of 60 min at threshold heart rate, so an hour at threshold is
 * 100. There is no single definition; one per athlete. Reasons as `trimp`, plus `MISSING_INPUT` without a threshold and
 * `OUT_OF_RANGE` when the threshold is not between rest and maximum.
 */
export function heartRateLoad(
  time: HeartRateTime | None,
  profile: HeartRateProfile,
  variant: TrimpVariant = 'banister',
): Result {
  const impulse = trimp(time, profile, variant);
  if (impulse.value === null) return impulse;
  const threshold = insideReserve(profile);
  if (typeof threshold !== 'number') return threshold;
  const hour = steadyTrimp(60, threshold, profile, variant);
  if (hour.value === null) return hour;
  const method = variant === 'f064' && profile.sex === 'F' ? 'hr-load-f064/1' : 'hr-load/1';
  return estimate((100 * impulse.value) / hour.value, 'load', method, { flags: impulse.flags });
}

/**
 * The alternative (`hr-load-hrr/1`): 100·hours·(share of reserve / share of reserve at threshold)², summed per sample.
 * Same reasons, but sex is not needed.
 */
export function heartRateReserveLoad(
  time: HeartRateTime | None,
  profile: HeartRateProfile,
): Result {
  if ('reason' in time) return time;
  const reserve = reserveOf(profile);
  if ('reason' in reserve) return reserve;
  const threshold = insideReserve(profile);
  if (typeof threshold !== 'number') return threshold;
  let sum = 0;
  for (let i = 0; i < time.bpm.length; i++) {
    const share = Math.max(0, time.bpm[i]! - reserve.rest) / (threshold - reserve.rest);
    sum += (time.seconds[i]! / 3600) * share * share;
  }
  return estimate(100 * sum, 'load', 'hr-load-hrr/1', { flags: coverageFlags(time) });
}

function insideReserve(profile: HeartRateProfile): number | None {
  const threshold = thresholdOf(profile);
  const reserve = reserveOf(profile);
  if (typeof threshold !== 'number') return threshold;
  if ('reason' in reserve) return reserve;
  if (threshold <= reserve.rest || threshold > reserve.max)
    return none('OUT_OF_RANGE', 'threshold heart rate must lie between rest and maximum');
  return threshold;
}
