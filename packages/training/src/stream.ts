import { none, type None } from './result.ts';

/**
 * One recorded run, column by column, all of one length.
 *
 * Inside the optional columns NaN means "no reading"; it never leaves a function as a result.
 * What lies between two samples belongs to the later one: interval i is (t[i−1], t[i]].
 */
export type Stream = {
  /** Elapsed seconds, strictly increasing. */
  t: Float64Array;
  /** Metres covered so far, non-decreasing, first value 0. */
  d: Float64Array;
  /** Beats per minute. */
  hr?: Float64Array;
  /** Steps per minute, both feet. */
  cadence?: Float64Array;
  /** Metres above sea level. */
  altitude?: Float64Array;
  /** Degrees north. */
  lat?: Float64Array;
  /** Degrees east. */
  lon?: Float64Array;
  /** Device speed, m/s. */
  speed?: Float64Array;
  /** Watts. */
  power?: Float64Array;
  /** Air temperature at the device, °C. */
  temperature?: Float64Array;
  /** 1 when the device's timer ran during the interval that ends here, 0 during a pause. The first value says nothing. */
  moving?: Uint8Array;
};

/** No recorder samples faster than this, s; closer instants are a clock gone wrong, and speeds over them know no bound. */
export const SHORTEST_STEP_S = 0.0001;

/** The columns that may hold NaN. */
export const SENSOR_COLUMNS = [
  'hr',
  'cadence',
  'altitude',
  'lat',
  'lon',
  'speed',
  'power',
  'temperature',
] as const;

export type SensorColumn = (typeof SENSOR_COLUMNS)[number];

/**
 * Null when the stream keeps its promises, else why not: `TOO_SHORT` (fewer than two samples) or `INVALID_INPUT`
 * (not finite, time not strictly increasing, distance decreasing or not from 0, columns of different length).
 * One pass; sensors are not looked at, they may hold anything.
 */
export function checkStream(stream: Stream): None | null {
  const { t, d } = stream;
  if (!(t instanceof Float64Array) || !(d instanceof Float64Array))
    return none('INVALID_INPUT', 'time and distance must be Float64Arrays');
  const n = t.length;
  if (d.length !== n) return none('INVALID_INPUT', 'time and distance differ in length');
  for (const column of SENSOR_COLUMNS)
    if (stream[column] && stream[column].length !== n)
      return none('INVALID_INPUT', `${column} differs in length from time`);
  if (stream.moving && stream.moving.length !== n)
    return none('INVALID_INPUT', 'moving differs in length from time');
  if (n < 2) return none('TOO_SHORT', 'a stream needs at least two samples');
  if (d[0] !== 0) return none('INVALID_INPUT', 'distance must start at 0');
  let lastT = -Infinity;
  let lastD = 0;
  let ordered = true;
  for (let i = 0; i < n; i++) {
    const ti = t[i]!;
    const di = d[i]!;
    // NaN fails both comparisons, so it is caught here as well.
    if (!(ti - lastT >= SHORTEST_STEP_S) || !(di >= lastD)) {
      ordered = false;
      break;
    }
    lastT = ti;
    lastD = di;
  }
  if (!ordered)
    return none('INVALID_INPUT', 'time must rise strictly and distance must never fall');
  if (!Number.isFinite(lastT) || !Number.isFinite(lastD) || !Number.isFinite(t[0]! - lastT))
    return none('INVALID_INPUT', 'time and distance must be finite');
  return null;
}

/** Whether a column is present and holds at least one reading. */
export function hasReadings(column: Float64Array | undefined): column is Float64Array {
  if (!column) return false;
  for (let i = 0; i < column.length; i++) if (Number.isFinite(column[i]!)) return true;
  return false;
}
