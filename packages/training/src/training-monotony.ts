import { estimate } from './estimate.ts';
import { none, type None, type Result } from './result.ts';

export type Monotony = { monotony: Result; strain: Result; total: Result };

/**
 * Monotony (mean/SD) and strain (sum × monotony) of seven daily loads, Foster 1998 MSSE 30:1164 (`monotony/1`). Sample SD
 * by default; `population` exists because other tools use it. Never a prediction of injury. `TOO_FEW` unless seven days,
 * `INVALID_INPUT` (negative, not finite), `NO_VARIATION` when all days are equal.
 */
export function trainingMonotony(
  daily: readonly number[],
  spread: 'sample' | 'population' = 'sample',
): Monotony {
  const refuse = (bad: None): Monotony => ({ monotony: bad, strain: bad, total: bad });
  if (daily.length !== 7) return refuse(none('TOO_FEW', 'seven daily loads are needed'));
  if (!daily.every((load) => load >= 0 && Number.isFinite(load)))
    return refuse(none('INVALID_INPUT', 'a load must be a number and not negative'));
  const sum = daily.reduce((a, b) => a + b, 0);
  const mean = sum / 7;
  const squares = daily.reduce((a, b) => a + (b - mean) * (b - mean), 0);
  const total = estimate(sum, 'load', 'monotony/1');
  const level = daily.every((load) => load === daily[0]);
  if (level) {
    const flat = none('NO_VARIATION', 'all seven days carry the same load');
    return { monotony: flat, strain: flat, total };
  }
  const ratio = mean / Math.sqrt(squares / (spread === 'sample' ? 6 : 7));
  const method = spread === 'sample' ? 'monotony/1' : 'monotony-population/1';
  return {
    monotony: estimate(ratio, '1', method, { n: 7 }),
    strain: estimate(sum * ratio, 'load', method, { n: 7 }),
    total,
  };
}
