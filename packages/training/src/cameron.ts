import { MILE_M } from './distances.ts';
import { none, type Estimate, type None } from './result.ts';

import type { Performance } from './pace-index.ts';

const LONGEST_M = 50 * MILE_M;

function relativeSpeed(distanceM: number): number {
  return 13.49681 - 0.000030363 * distanceM + 835.7114 / distanceM ** 0.7905;
}

/**
 * Predicted time in s over `targetM` from one performance: `T2 = (T1/D1)·(f(D1)/f(D2))·D2`. Both distances 400 m–50 mi,
 * else `OUT_OF_RANGE`; so is a speed above 12 m/s or below 0.5 m/s (policy); `INVALID_INPUT` when a number is not finite and positive.
 * Source: Cameron 1998, constants for metres.
 */
export function cameron(from: Performance, targetM: number): Estimate | None {
  const inputs = [from.distanceM, from.timeS, targetM];
  if (!inputs.every((number) => Number.isFinite(number) && number > 0))
    return none('INVALID_INPUT', 'distances and time must be positive numbers');
  const speed = from.distanceM / from.timeS;
  if (Math.min(from.distanceM, targetM) < 400 || Math.max(from.distanceM, targetM) > LONGEST_M)
    return none('OUT_OF_RANGE', 'a distance outside 400 m–50 mi');
  if (speed < 0.5 || speed > 12) return none('OUT_OF_RANGE', 'speed outside 0.5–12 m/s');
  const scale = relativeSpeed(from.distanceM) / relativeSpeed(targetM);
  return {
    value: (from.timeS / from.distanceM) * scale * targetM,
    unit: 's',
    range: null,
    quality: 'estimated',
    method: 'cameron/1',
    flags: [],
  };
}
