import { estimate } from './estimate.ts';
import { none, type Result } from './result.ts';

/** IUGG mean Earth radius, m. */
const EARTH_RADIUS_M = 6_371_008.8;
const RADIANS = Math.PI / 180;

/**
 * Great-circle distance between two fixes in degrees, m (haversine, sphere of the IUGG mean radius).
 * `INVALID_INPUT` when a coordinate is not finite, a latitude lies beyond ±90 or a longitude beyond ±360.
 */
export function haversine(lat1: number, lon1: number, lat2: number, lon2: number): Result {
  if (!isFix(lat1, lon1) || !isFix(lat2, lon2))
    return none('INVALID_INPUT', 'a coordinate is missing or off the globe');
  return estimate(metresBetween(lat1, lon1, lat2, lon2), 'm', 'haversine/1', {
    quality: 'measured',
  });
}

/** Whether a pair of degrees can be a place on Earth. */
export function isFix(lat: number, lon: number): boolean {
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 360;
}

/** The bare arithmetic, for loops that have checked their fixes. */
export function metresBetween(lat1: number, lon1: number, lat2: number, lon2: number): number {
  const sinLat = Math.sin(((lat2 - lat1) * RADIANS) / 2);
  const sinLon = Math.sin(((lon2 - lon1) * RADIANS) / 2);
  const h = sinLat * sinLat + Math.cos(lat1 * RADIANS) * Math.cos(lat2 * RADIANS) * sinLon * sinLon;
  return 2 * EARTH_RADIUS_M * Math.asin(Math.min(1, Math.sqrt(h)));
}
