import { ActivityWriteError } from './activity-write-error.ts';

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}

/** A number as XML Schema reads it, inside the bounds the schema or reason sets. */
export function xmlNumber(
  field: string,
  value: number,
  digits: number,
  [low, high]: readonly [number, number],
): string {
  if (!Number.isFinite(value)) {
    throw new ActivityWriteError('not_a_number', field, `${field} is not a number: ${value}`);
  }
  if (value < low || value > high) {
    throw new ActivityWriteError('out_of_range', field, `${field} cannot hold ${value}`);
  }
  return value.toFixed(digits);
}

export const BOUNDS = {
  latDeg: [-90, 90],
  lonDeg: [-180, 180],
  altitudeM: [-500, 9000],
  /** `BeatsPerMinute_t` and `CadenceValue_t` are bytes in both schemas. */
  heartRateBpm: [1, 255],
  strideRate: [0, 254],
  temperatureC: [-60, 60],
  distanceM: [0, 1e7],
  seconds: [0, 1e7],
  speedMps: [0, 50],
  caloriesKcal: [0, 65_535],
} as const;
