import { thresholdOf, type HeartRateProfile } from './heart-rate-profile.ts';
import type { HeartRateTime } from './heart-rate-time.ts';
import { heartRateZoneIndex, RUN_ZONES, type RunZone } from './heart-rate-zones.ts';
import type { MovingMask } from './moving-time.ts';
import { paceZoneIndex } from './pace-zones.ts';
import { none, type None } from './result.ts';

/** Seconds in each run zone, slowest first, and how much of the run they cover. */
export type TimeInZone = {
  zones: { zone: RunZone; seconds: number }[];
  totalS: number;
  method: 'friel-run-zones/1' | 'friel-pace-zones/1';
  flags: string[];
};

/** By heart rate. `MISSING_INPUT`, `INVALID_INPUT`, `NOT_APPLICABLE` (beta-blockers), and those of `heartRateTime`. */
export function timeInHeartRateZones(
  time: HeartRateTime | None,
  profile: HeartRateProfile,
): TimeInZone | None {
  if ('reason' in time) return time;
  const threshold = thresholdOf(profile);
  if (typeof threshold !== 'number') return threshold;
  const seconds = new Float64Array(RUN_ZONES.length);
  for (let i = 0; i < time.bpm.length; i++)
    seconds[heartRateZoneIndex(time.bpm[i]!, threshold)]! += time.seconds[i]!;
  return tabulate(seconds, 'friel-run-zones/1', []);
}

/**
 * By pace over moving time. `speed` is the smoothed speed per interval, best grade-adjusted (else flagged `no-grade`).
 * `MISSING_INPUT` (no threshold), `INVALID_INPUT`, `TOO_SHORT` (never moved).
 */
export function timeInPaceZones(
  t: Float64Array,
  speed: Float64Array,
  moving: MovingMask,
  thresholdSpeed: number | null | undefined,
  isGraded: boolean,
): TimeInZone | None {
  if (thresholdSpeed == null) return none('MISSING_INPUT', 'threshold pace is unknown');
  if (!(thresholdSpeed > 0) || !Number.isFinite(thresholdSpeed))
    return none('INVALID_INPUT', 'threshold speed must be positive');
  if (speed.length !== t.length || moving.mask.length !== t.length)
    return none('INVALID_INPUT', 'columns differ in length');
  const seconds = paceZoneSeconds(t, speed, moving, thresholdSpeed);
  return tabulate(seconds, 'friel-pace-zones/1', isGraded ? [] : ['no-grade']);
}

function paceZoneSeconds(
  t: Float64Array,
  speed: Float64Array,
  { mask }: MovingMask,
  thresholdSpeed: number,
): Float64Array {
  const seconds = new Float64Array(RUN_ZONES.length);
  let i = 1;
  while (i < t.length) {
    const zone = paceZoneIndex(speed[i]!, thresholdSpeed);
    let zoneS = seconds[zone]!;
    for (; i < t.length && paceZoneIndex(speed[i]!, thresholdSpeed) === zone; i++)
      if (mask[i] === 1) zoneS += t[i]! - t[i - 1]!;
    seconds[zone] = zoneS;
  }
  return seconds;
}

function tabulate(
  seconds: Float64Array,
  method: TimeInZone['method'],
  flags: string[],
): TimeInZone | None {
  const totalS = seconds.reduce((a, b) => a + b, 0);
  if (!(totalS > 0) || !Number.isFinite(totalS)) return none('TOO_SHORT', 'no moving time');
  return {
    zones: RUN_ZONES.map((zone, i) => ({ zone, seconds: seconds[i]! })),
    totalS,
    method,
    flags,
  };
}
