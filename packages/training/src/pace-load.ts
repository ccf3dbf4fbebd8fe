import { estimate } from './estimate.ts';
import type { MovingMask } from './moving-time.ts';
import { none, type None, type Result } from './result.ts';
import type { Stream } from './stream.ts';

const METHOD = 'pace-load/1';
const ROLLING_S = 30;

/**
 * Load from pace (`pace-load/1`): 100·hours·(graded speed / threshold speed)², speeds in m/s (dividing paces would
 * invert it). `MISSING_INPUT` (no threshold), `INVALID_INPUT` (not positive).
 */
export function paceLoad(
  seconds: number,
  gradedSpeed: number,
  thresholdSpeed: number | null | undefined,
  flags: string[] = [],
): Result {
  if (thresholdSpeed == null) return none('MISSING_INPUT', 'threshold pace is unknown');
  if (!(seconds >= 0) || !(gradedSpeed >= 0) || !(thresholdSpeed > 0))
    return none('INVALID_INPUT', 'time and speeds must be positive');
  const intensity = gradedSpeed / thresholdSpeed;
  return estimate((100 * seconds * intensity * intensity) / 3600, 'load', METHOD, { flags });
}

/**
 * Load of a run: 30 s rolling mean of grade-adjusted speed over moving time, fourth-power mean, fourth root, then as
 * above. `graded` is cumulative grade-adjusted distance. Without altitude the speed counts as it is, flagged
 * `no-grade`; a technical trail is `NOT_APPLICABLE`. `TOO_SHORT` (never moved).
 */
export function runPaceLoad(
  stream: Stream,
  graded: Float64Array | None,
  moving: MovingMask,
  thresholdSpeed: number | null | undefined,
  technical = false,
): Result {
  if (technical) return none('NOT_APPLICABLE', 'pace does not show effort on technical trail');
  if (thresholdSpeed == null) return none('MISSING_INPUT', 'threshold pace is unknown');
  if (stream.d[stream.d.length - 1] === 0) return none('MISSING_INPUT', 'no distance');
  const isGraded = graded instanceof Float64Array;
  const effective = effectiveSpeed(stream.t, isGraded ? graded : stream.d, moving.mask);
  if (!effective) return none('TOO_SHORT', 'no moving time');
  return paceLoad(effective.seconds, effective.speed, thresholdSpeed, isGraded ? [] : ['no-grade']);
}

/** Fourth-power mean of the trailing 30 s mean, on a clock that stops when the athlete does. */
function effectiveSpeed(
  t: Float64Array,
  metres: Float64Array,
  mask: Uint8Array,
): { speed: number; seconds: number } | null {
  const n = t.length;
  const clock = new Float64Array(n);
  const covered = new Float64Array(n);
  let tail = 0;
  let fourth = 0;
  for (let i = 1; i < n; i++) {
    const dt = mask[i] === 1 ? t[i]! - t[i - 1]! : 0;
    clock[i] = clock[i - 1]! + dt;
    covered[i] = covered[i - 1]! + (dt > 0 ? metres[i]! - metres[i - 1]! : 0);
    if (dt === 0) continue;
    const since = Math.max(0, clock[i]! - ROLLING_S);
    while (clock[tail + 1]! <= since) tail++;
    const step = clock[tail + 1]! - clock[tail]!;
    const share = step > 0 ? (since - clock[tail]!) / step : 0;
    const from = covered[tail]! + share * (covered[tail + 1]! - covered[tail]!);
    const speed = (covered[i]! - from) / (clock[i]! - since);
    fourth += speed * speed * speed * speed * dt;
  }
  const seconds = clock[n - 1]!;
  return seconds > 0 ? { speed: Math.sqrt(Math.sqrt(fourth / seconds)), seconds } : null;
}
