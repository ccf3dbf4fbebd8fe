import { MARATHON_M } from './distances.ts';
import { none, type Estimate, type None } from './result.ts';

/** RMSE of 5.4 min (Tanda 2020). */
const ERROR_S = 324;

/**
 * Marathon time in s from training alone: mean weekly distance in m and mean pace in s/km of the 8 weeks before the last one.
 * A cross-check, too fast on large samples. `estimated` for results of 2:47–3:36, else `extrapolated`; `OUT_OF_RANGE` above 300 km a week
 * or outside 150–600 s/km (policy); `INVALID_INPUT` when a number is not finite and positive. Source: Tanda 2011.
 */
export function tanda(weeklyM: number, paceSPerKm: number): Estimate | None {
  if (![weeklyM, paceSPerKm].every((number) => Number.isFinite(number) && number > 0))
    return none('INVALID_INPUT', 'weekly distance and pace must be positive numbers');
  if (weeklyM > 300_000 || paceSPerKm < 150 || paceSPerKm > 600)
    return none('OUT_OF_RANGE', 'above 300 km a week or pace outside 150–600 s/km');
  const pace = 17.1 + 140 * Math.exp((-0.0053 * weeklyM) / 1000) + 0.55 * paceSPerKm;
  const value = (pace * MARATHON_M) / 1000;
  return {
    value,
    unit: 's',
    range: [value - ERROR_S, value + ERROR_S],
    quality: value >= 10_020 && value <= 12_960 ? 'estimated' : 'extrapolated',
    method: 'tanda/1',
    flags: ['cross-check'],
  };
}
