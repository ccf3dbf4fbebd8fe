import { estimate } from './estimate.ts';
import { none, type None, type Result } from './result.ts';

/** Air where anybody runs; beyond it the fits mean nothing. */
function checkAir(temperatureC: number, humidity: number): None | null {
  if (!Number.isFinite(temperatureC) || !Number.isFinite(humidity))
    return none('INVALID_INPUT', 'temperature and humidity must be numbers');
  if (temperatureC < -60 || temperatureC > 60 || humidity < 0 || humidity > 100)
    return none('OUT_OF_RANGE', 'temperature −60…60 °C, humidity 0…100 %');
  return null;
}

/**
 * Dew point, °C, from temperature (°C) and relative humidity (%): Magnus with Alduchov & Eskridge 1996 (`dew-point/1`).
 * `OUT_OF_RANGE` (also at 0 %, where there is none), `INVALID_INPUT`.
 */
export function dewPoint(temperatureC: number, humidity: number): Result {
  const bad = checkAir(temperatureC, humidity);
  if (bad) return bad;
  if (humidity === 0) return none('OUT_OF_RANGE', 'perfectly dry air has no dew point');
  const g = (17.625 * temperatureC) / (243.04 + temperatureC) + Math.log(humidity / 100);
  return estimate((243.04 * g) / (17.625 - g), '°C', 'dew-point/1');
}

/**
 * Wet-bulb temperature, °C, Stull 2011 (`wet-bulb/1`). Fitted for 5–99 % and −20…50 °C: beyond → `extrapolated`.
 * `OUT_OF_RANGE`, `INVALID_INPUT`.
 */
export function wetBulb(temperatureC: number, humidity: number): Result {
  const bad = checkAir(temperatureC, humidity);
  if (bad) return bad;
  const value =
    temperatureC * Math.atan(0.151977 * Math.sqrt(humidity + 8.313659)) +
    Math.atan(temperatureC + humidity) -
    Math.atan(humidity - 1.676331) +
    0.00391838 * humidity ** 1.5 * Math.atan(0.023101 * humidity) -
    4.686035;
  const inside = humidity >= 5 && humidity <= 99 && temperatureC >= -20 && temperatureC <= 50;
  return estimate(value, '°C', 'wet-bulb/1', { quality: inside ? 'estimated' : 'extrapolated' });
}

/**
 * Simplified wet-bulb globe temperature, °C, Australian Bureau of Meteorology (`wbgt-simple/1`): 0.567 T + 0.393 e + 3.94.
 * Assumes sun and light wind; at night or under cloud it reads too high (unverified) and is `extrapolated`.
 * `OUT_OF_RANGE`, `INVALID_INPUT`.
 */
export function simplifiedWbgt(
  temperatureC: number,
  humidity: number,
  sky: 'sun' | 'cloud-or-night' | 'unknown' = 'unknown',
): Result {
  const bad = checkAir(temperatureC, humidity);
  if (bad) return bad;
  const vapour =
    (humidity / 100) * 6.105 * Math.exp((17.27 * temperatureC) / (237.7 + temperatureC));
  return estimate(0.567 * temperatureC + 0.393 * vapour + 3.94, '°C', 'wbgt-simple/1', {
    quality: sky === 'cloud-or-night' ? 'extrapolated' : 'estimated',
    flags: sky === 'unknown' ? ['sun-assumed'] : [],
  });
}
