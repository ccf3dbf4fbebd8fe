import { estimate } from './estimate.ts';
import { secondsMoved, type MovingMask } from './moving-time.ts';
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
  const effective = effectiveSpeed(stream.t, isGraded ? graded : stream.d, moving);
  if (!effective) return none('TOO_SHORT', 'no moving time');
  return paceLoad(effective.seconds, effective.speed, thresholdSpeed, isGraded ? [] : ['no-grade']);
}

/** Fourth-power mean of the trailing 30 s mean, on a clock that stops when the athlete does. */
function effectiveSpeed(
  t: Float64Array,
  metres: Float64Array,
  moving: MovingMask,
): { speed: number; seconds: number } | null {
  const seconds = secondsMoved(moving);
  if (!(seconds > 0)) return null;
  const fourth = fourthPowers(t, metres, moving);
  return { speed: Math.sqrt(Math.sqrt(fourth / seconds)), seconds };
}

/** Σ (trailing mean speed)⁴ × time. */
function fourthPowers(t: Float64Array, metres: Float64Array, { mask, clock }: MovingMask): number {
  const n = t.length;
  const covered = new Float64Array(n);
  let way = 0;
  let tail = 0;
  let tailS = 0;
  let nextS = clock[1]!;
  let fourth = 0;
  for (let i = 1; i < n; i++) {
    if (mask[i] !== 1) {
      covered[i] = way;
      continue;
    }
    way += metres[i]! - metres[i - 1]!;
    covered[i] = way;
    const now = clock[i]!;
    const since = now > ROLLING_S ? now - ROLLING_S : 0;
    while (nextS <= since) {
      tail++;
      tailS = nextS;
      nextS = clock[tail + 1]!;
    }
    const step = nextS - tailS;
    const share = step > 0 ? (since - tailS) / step : 0;
    const tailM = covered[tail]!;
    const from = tailM + share * (covered[tail + 1]! - tailM);
    const speed = (way - from) / (now - since);
    fourth += speed * speed * speed * speed * (t[i]! - t[i - 1]!);
  }
  return fourth;
}
