import { estimate } from './estimate.ts';
import { none, type Result } from './result.ts';

/** Best band of wet-bulb globe temperature and loss per degree outside it, Mantzios 2022 (1258 races). */
const BEST_WBGT = [7.5, 15] as const;
const LOSS_PER_DEGREE = [0.3, 0.4] as const;

/**
 * Slowdown by wet-bulb globe temperature (°C), %: Mantzios 2022 MSSE 54:153 (`heat-mantzios/1`). The range is the published
 * 0.3–0.4 % per degree outside 7.5–15 °C, the value its middle; annotation only. `OUT_OF_RANGE` outside −20…40, `INVALID_INPUT`.
 */
export function mantziosSlowdown(wbgtC: number): Result {
  if (!Number.isFinite(wbgtC)) return none('INVALID_INPUT', 'temperature is not a number');
  if (wbgtC < -20 || wbgtC > 40) return none('OUT_OF_RANGE', 'outside −20…40 °C');
  const degrees = Math.max(0, BEST_WBGT[0] - wbgtC, wbgtC - BEST_WBGT[1]);
  const low = LOSS_PER_DEGREE[0] * degrees;
  const high = LOSS_PER_DEGREE[1] * degrees;
  return estimate((low + high) / 2, '%', 'heat-mantzios/1', { range: [low, high] });
}

/** Upper WBGT bounds (°C) of the quartiles and how far the top three men ended behind the record, % (Ely 2007). */
const ELY_QUARTILES = [
  { name: 'Q1', upTo: 10, behind: 1.7, sd: 1.5 },
  { name: 'Q2', upTo: 15, behind: 2.5, sd: 2.1 },
  { name: 'Q3', upTo: 20, behind: 3.3, sd: 2.0 },
  { name: 'Q4', upTo: 25, behind: 4.5, sd: 2.3 },
] as const;

/**
 * How far the top three men of seven marathons finished behind the course record, %, by WBGT quartile (5–25 °C): Ely 2007
 * MSSE 39:487 abstract (`heat-ely/1`), range ± 1 SD. Slower runners lose more. `OUT_OF_RANGE`, `INVALID_INPUT`.
 */
export function elyTopMen(wbgtC: number): Result {
  if (!Number.isFinite(wbgtC)) return none('INVALID_INPUT', 'temperature is not a number');
  const quartile = ELY_QUARTILES.find(({ upTo }) => wbgtC <= upTo);
  if (!quartile || wbgtC <= 5) return none('OUT_OF_RANGE', 'the races lay between 5 and 25 °C');
  const { name, behind, sd } = quartile;
  return estimate(behind, '%', 'heat-ely/1', { range: [behind - sd, behind + sd], flags: [name] });
}

/** Upper bounds of temperature + dew point (°F) and the slowdown band, % (Hadley 2013, a coaching heuristic). */
const HADLEY: readonly [upTo: number, low: number, high: number][] = [
  [100, 0, 0],
  [110, 0, 0.5],
  [120, 0.5, 1],
  [130, 1, 2],
  [140, 2, 3],
  [150, 3, 4.5],
  [160, 4.5, 6],
  [170, 6, 8],
  [180, 8, 10],
];

/**
 * Slowdown from temperature and dew point (°C), %: Hadley's chart (`heat-hadley/1`). Always a range, halved for repeats.
 * Above a sum of 180 °F → `OUT_OF_RANGE`: no hard running. `INVALID_INPUT`.
 */
export function hadleySlowdown(
  temperatureC: number,
  dewPointC: number,
  session: 'continuous' | 'repeats' = 'continuous',
): Result {
  if (!Number.isFinite(temperatureC) || !Number.isFinite(dewPointC))
    return none('INVALID_INPUT', 'temperatures must be numbers');
  // Rounded at the ninth digit: °F that were whole must still be whole after passing through °C.
  const sum = Math.round((1.8 * (temperatureC + dewPointC) + 64) * 1e9) / 1e9;
  const row = HADLEY.find(([upTo]) => sum <= upTo);
  if (!row) return none('OUT_OF_RANGE', 'too hot and humid for hard running');
  const share = session === 'repeats' ? 0.5 : 1;
  const [low, high] = [row[1] * share, row[2] * share];
  return estimate((low + high) / 2, '%', 'heat-hadley/1', {
    range: [low, high],
    flags: ['coaching-heuristic'],
  });
}
