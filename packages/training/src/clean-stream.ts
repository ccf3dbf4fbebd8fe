import { fromDevice, fromFixes, fromSpeed, type CleanDistance } from './clean-distance.ts';
import { cleanTime, numberOf, type RawColumn } from './clean-time.ts';
import { isFix } from './haversine.ts';
import { none, type None } from './result.ts';
import { hasReadings, SENSOR_COLUMNS, type SensorColumn, type Stream } from './stream.ts';

/** A recording as it comes out of a file: holes anywhere, time in seconds from any origin. */
export type RawStream = Partial<Record<SensorColumn, RawColumn | undefined>> & {
  t: RawColumn;
  d?: RawColumn | undefined;
  /** Radius of the fix, m. */
  accuracy?: RawColumn | undefined;
  /** 0 or false while the device's timer was paused. */
  moving?: ArrayLike<number | boolean | null | undefined> | undefined;
};

/** What cleaning did. Counts of rows; `distanceFrom` names the source of d. */
export type CleaningReport = {
  rowsIn: number;
  rowsKept: number;
  duplicateTimes: number;
  backwardTimes: number;
  clockJumps: number;
  distanceFrom: 'device' | 'fixes' | 'speed' | 'none';
  distanceSpikes: number;
  distanceBreaks: number;
  cadenceDoubled: boolean;
};

/** Readings outside are no readings. Heart rate 0 is the strap saying nothing. */
const BELIEVABLE: Record<SensorColumn, [low: number, high: number]> = {
  hr: [25, 240],
  cadence: [0, 300],
  altitude: [-1000, 9500],
  lat: [-90, 90],
  lon: [-360, 360],
  speed: [0, 12],
  power: [0, 3000],
  temperature: [-60, 70],
};
/** A median cadence in this band is strides, not steps, per minute. */
const STRIDES = [60, 101] as const;
const MOST_STRIDES = 150;
/** Nobody climbs faster than this on foot, m/s. */
const STEEPEST_CLIMB = 10;

/**
 * Turns a recording into a `Stream`: time made strictly increasing from 0, distance from the device, else from fixes, else from
 * speed (a treadmill never from fixes), impossible readings removed. `TOO_SHORT` with fewer than two usable times,
 * `INVALID_INPUT` when a column's length differs from time. A stream without distance is kept, with d all 0. O(n).
 */
export function cleanStream(
  raw: RawStream,
  options: { surface?: 'road' | 'track' | 'trail' | 'treadmill' } = {},
): { stream: Stream; report: CleaningReport } | None {
  const rowsIn = raw.t.length;
  for (const column of [...SENSOR_COLUMNS, 'd', 'accuracy', 'moving'] as const)
    if (raw[column] && raw[column].length !== rowsIn)
      return none('INVALID_INPUT', `${column} differs in length from time`);
  const time = cleanTime(raw.t);
  const { rows, t } = time;
  if (t.length < 2) return none('TOO_SHORT', 'fewer than two samples with a time');
  const stream: Stream = { t, d: new Float64Array(t.length) };
  for (const column of SENSOR_COLUMNS) {
    const values = pick(raw[column], rows, BELIEVABLE[column]);
    if (values && hasReadings(values)) stream[column] = values;
  }
  dropHalfFixes(stream);
  if (stream.altitude) dropAltitudeSpikes(t, stream.altitude);
  const moving = pickMoving(raw.moving, rows);
  if (moving) stream.moving = moving;
  const distance = chooseDistance(raw, rows, stream, options.surface === 'treadmill');
  if (distance.found) stream.d = distance.found.d;
  return {
    stream,
    report: {
      rowsIn,
      rowsKept: t.length,
      duplicateTimes: time.duplicates,
      backwardTimes: time.backward,
      clockJumps: time.clockJumps,
      distanceFrom: distance.from,
      distanceSpikes: distance.found?.spikes ?? 0,
      distanceBreaks: distance.found?.breaks ?? 0,
      cadenceDoubled: doubleStrides(stream),
    },
  };
}

function chooseDistance(
  raw: RawStream,
  rows: Uint32Array,
  stream: Stream,
  isTreadmill: boolean,
): { from: CleaningReport['distanceFrom']; found: CleanDistance | null } {
  const { t, lat, lon, speed } = stream;
  const device = pick(raw.d, rows, [0, Number.MAX_VALUE]);
  const fromD = device ? fromDevice(t, device) : null;
  if (fromD) return { from: 'device', found: fromD };
  const accuracy = pick(raw.accuracy, rows, [0, Number.MAX_VALUE]);
  const fromGps = lat && lon && !isTreadmill ? fromFixes(t, lat, lon, accuracy) : null;
  if (fromGps && fromGps.d[t.length - 1]! > 0) return { from: 'fixes', found: fromGps };
  const integral = speed ? fromSpeed(t, speed) : null;
  return integral ? { from: 'speed', found: integral } : { from: 'none', found: null };
}

function pick(
  column: RawColumn | undefined,
  rows: Uint32Array,
  [low, high]: [number, number],
): Float64Array | null {
  if (!column) return null;
  const out = new Float64Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    const value = numberOf(column[rows[k]!]);
    out[k] = value >= low && value <= high ? value : NaN;
  }
  return out;
}

function pickMoving(column: RawStream['moving'], rows: Uint32Array): Uint8Array | null {
  if (!column) return null;
  const out = new Uint8Array(rows.length);
  for (let k = 0; k < rows.length; k++) {
    const value = column[rows[k]!];
    out[k] = value === 0 || value === false ? 0 : 1;
  }
  return out;
}

/** Half a coordinate is no place, and neither is the Gulf of Guinea, where receivers without a fix put themselves. */
function dropHalfFixes(stream: Stream): void {
  const { lat, lon } = stream;
  if (!lat || !lon) {
    delete stream.lat;
    delete stream.lon;
    return;
  }
  for (let i = 0; i < lat.length; i++) {
    if (isFix(lat[i]!, lon[i]!) && !(lat[i] === 0 && lon[i] === 0)) continue;
    lat[i] = NaN;
    lon[i] = NaN;
  }
}

/** A reading that leaves both neighbours faster than anybody climbs is a spike. */
function dropAltitudeSpikes(t: Float64Array, altitude: Float64Array): void {
  let last = -1;
  for (let i = 0; i + 1 < altitude.length; i++) {
    const value = altitude[i]!;
    if (Number.isNaN(value)) continue;
    const up = last < 0 ? Infinity : Math.abs(value - altitude[last]!) / (t[i]! - t[last]!);
    const down = Math.abs(altitude[i + 1]! - value) / (t[i + 1]! - t[i]!);
    if (up > STEEPEST_CLIMB && down > STEEPEST_CLIMB && last >= 0) altitude[i] = NaN;
    else last = i;
  }
}

/**
 * Some devices count strides of one foot: nobody runs at a median of 60–101 steps a minute. Readings no stride can reach
 * are spikes when they are rare, and proof of steps when they are not.
 */
function doubleStrides(stream: Stream): boolean {
  const { cadence, d, t } = stream;
  if (!cadence) return false;
  const counts = new Uint32Array(MOST_STRIDES + 1);
  let readings = 0;
  let tooMany = 0;
  for (const value of cadence)
    if (value > MOST_STRIDES) tooMany++;
    else if (value > 0) {
      counts[Math.round(value)]! += 1;
      readings++;
    }
  if (readings === 0 || tooMany > 0.05 * readings) return false;
  let middle = 0;
  for (let seen = counts[0]!; 2 * seen < readings; seen += counts[middle]!) middle++;
  const speed = d[d.length - 1]! / t[t.length - 1]!;
  if (middle < STRIDES[0] || middle > STRIDES[1] || speed < 1.8) return false;
  for (let i = 0; i < cadence.length; i++)
    cadence[i] = cadence[i]! <= MOST_STRIDES ? 2 * cadence[i]! : NaN;
  return true;
}
