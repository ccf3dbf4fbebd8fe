import { numbersOf, type FitFields } from './fit-fields.ts';

const ROLLOVER = 0x1000;

export type SpeedDistance = { speed: number; distance: number };

/**
 * Foot-pod watches (FR60, FR70) pack 12 bits of speed (cm/s) and 12 bits of a running distance (1/16 m, rolling
 * over at 256 m) into three bytes. The returned reader remembers the running total.
 */
export function createSpeedDistanceReader(): (record: FitFields) => SpeedDistance | null {
  let last: number | null = null;
  let sixteenths = 0;
  return (record) => {
    const [a, b, c] = numbersOf(record, 'compressed_speed_distance');
    if (a === undefined || b === undefined || c === undefined) return null;
    if (a === 0xff && b === 0xff && c === 0xff) return null;
    const count = (b >> 4) | (c << 4);
    sixteenths += last === null ? count : (count - last + ROLLOVER) % ROLLOVER;
    last = count;
    return { speed: (a | ((b & 0x0f) << 8)) / 100, distance: sixteenths / 16 };
  };
}
