import { none, type None } from './result.ts';
import { checkStream, type Stream } from './stream.ts';

/** Where the altitude came from decides how much it must be smoothed. */
export type AltitudeSource = 'barometric' | 'gps' | 'dem';

/** Altitude (m) and grade (rise/run, ±0.40) on an even distance grid; `stepM` apart, from 0. */
export type ElevationProfile = {
  stepM: number;
  altitude: Float64Array;
  grade: Float64Array;
  source: AltitudeSource;
  method: 'elevation-profile/1';
};

/** Grid step, m, unless the run is so long that this many cells would not do. */
const STEP_M = 10;
const MOST_CELLS = 200_000;
/** Gaussian σ, m (science.md §3, policy: 25–30 barometric, 50–60 GPS and elevation models). */
const SIGMA_M = { barometric: 28, gps: 55, dem: 55 } as const;
const GRADE_LIMIT = 0.4;
/** Least share of samples that must carry a believable altitude. */
const LEAST_COVERAGE = 0.8;
/** Lowest and highest place people run, m, with a margin for an uncalibrated barometer. */
const LOWEST_M = -1000;
const HIGHEST_M = 9500;

/**
 * Altitude against distance: resampled to a 10 m grid, median of 5, Gaussian kernel by source, grade by regression over
 * ±20 m, clamped to ±0.40 (science.md §3, policy).
 * `MISSING_INPUT` (no altitude column), `LOW_COVERAGE` (fewer than 80 % of samples), `TOO_SHORT` (run < 100 m).
 */
export function elevationProfile(stream: Stream, source: AltitudeSource): ElevationProfile | None {
  return checkStream(stream) ?? profileOf(stream, source);
}

export function profileOf(stream: Stream, source: AltitudeSource): ElevationProfile | None {
  const { d, altitude } = stream;
  if (!altitude) return none('MISSING_INPUT', 'no altitude');
  const n = d.length;
  const total = d[n - 1]!;
  if (total < 100) return none('TOO_SHORT', 'the run is shorter than 100 m');
  let readings = 0;
  for (let i = 0; i < n; i++) if (isAltitude(altitude[i]!)) readings++;
  if (readings === 0) return none('MISSING_INPUT', 'no altitude');
  if (readings < LEAST_COVERAGE * n)
    return none('LOW_COVERAGE', `altitude in ${Math.round((100 * readings) / n)} % of samples`);
  const stepM = Math.max(STEP_M, total / MOST_CELLS);
  const raw = resampleByDistance(d, altitude, stepM);
  const smooth = gaussian(medianOfFive(raw), SIGMA_M[source] / stepM);
  return {
    stepM,
    altitude: smooth,
    grade: gradesOf(smooth, stepM),
    source,
    method: 'elevation-profile/1',
  };
}

/** Smoothed altitude at a distance, m; held beyond the ends. */
export function altitudeAt(profile: ElevationProfile, metres: number): number {
  return valueAt(profile.altitude, metres / profile.stepM);
}

/** Grade at a distance (rise/run); held beyond the ends. */
export function gradeAt(profile: ElevationProfile, metres: number): number {
  return valueAt(profile.grade, metres / profile.stepM);
}

function valueAt(grid: Float64Array, position: number): number {
  const last = grid.length - 1;
  if (!(position > 0)) return grid[0]!;
  if (position >= last) return grid[last]!;
  const k = position | 0;
  const below = grid[k]!;
  return below + (grid[k + 1]! - below) * (position - k);
}

function isAltitude(value: number): boolean {
  return value >= LOWEST_M && value <= HIGHEST_M;
}

/** Linear between believable readings, held before the first and after the last. */
function resampleByDistance(d: Float64Array, altitude: Float64Array, stepM: number): Float64Array {
  const n = d.length;
  const cells = Math.floor(d[n - 1]! / stepM) + 1;
  const out = new Float64Array(cells);
  let before = -1;
  let after = 0;
  while (!isAltitude(altitude[after]!)) after++;
  for (let k = 0; k < cells; k++) {
    const x = k * stepM;
    while (after < n && d[after]! < x) {
      before = after;
      after++;
      while (after < n && !isAltitude(altitude[after]!)) after++;
    }
    if (after >= n) out[k] = altitude[before]!;
    else if (before < 0) out[k] = altitude[after]!;
    else {
      const share = (x - d[before]!) / (d[after]! - d[before]!);
      out[k] = altitude[before]! + share * (altitude[after]! - altitude[before]!);
    }
  }
  return out;
}

function medianOfFive(values: Float64Array): Float64Array {
  const n = values.length;
  const out = Float64Array.from(values);
  for (let i = 2; i < n - 2; i++) {
    const a = values[i - 2]!;
    const b = values[i - 1]!;
    const c = values[i]!;
    const d = values[i + 1]!;
    const e = values[i + 2]!;
    // The larger of the two lows and the smaller of the two highs bracket the middle with the fifth value.
    const low = Math.max(Math.min(a, b), Math.min(d, e));
    const high = Math.min(Math.max(a, b), Math.max(d, e));
    out[i] = low > high ? Math.max(high, Math.min(low, c)) : Math.max(low, Math.min(high, c));
  }
  return out;
}

/** Kernel cut at 3 σ; at the ends the weights that exist are normalised. */
function gaussian(values: Float64Array, sigma: number): Float64Array {
  const n = values.length;
  const reach = Math.min(Math.ceil(3 * sigma), n - 1) | 0;
  const weights = new Float64Array(reach + 1);
  for (let k = 0; k <= reach; k++) weights[k] = Math.exp(-0.5 * (k / sigma) ** 2);
  const out = new Float64Array(n);
  for (let i = 0; i < reach; i++) out[i] = weightedAt(values, weights, i);
  const end = smoothInside(values, weights, out);
  for (let i = end; i < n; i++) out[i] = weightedAt(values, weights, i);
  return out;
}

/** Where the whole kernel fits. Two cells at a time, for each sum waits for its own last addition; answers the first cell left. */
function smoothInside(values: Float64Array, weights: Float64Array, out: Float64Array): number {
  const reach = weights.length - 1;
  let weight = 1;
  for (let k = 1; k <= reach; k++) weight = weight + weights[k]! + weights[k]!;
  let i = reach;
  for (; i + 1 < values.length - reach; i += 2) {
    let one = values[i]!;
    let two = values[i + 1]!;
    for (let k = 1; k <= reach; k++) {
      const w = weights[k]!;
      one = one + w * values[i - k]! + w * values[i + k]!;
      two = two + w * values[i + 1 - k]! + w * values[i + 1 + k]!;
    }
    out[i] = one / weight;
    out[i + 1] = two / weight;
  }
  return i;
}

function weightedAt(values: Float64Array, weights: Float64Array, i: number): number {
  let sum = values[i]!;
  let weight = 1;
  for (let k = 1; k < weights.length; k++) {
    const w = weights[k]!;
    if (i >= k) {
      sum += w * values[i - k]!;
      weight += w;
    }
    if (i + k < values.length) {
      sum += w * values[i + k]!;
      weight += w;
    }
  }
  return sum / weight;
}

/** Least-squares slope over ±2 cells, fewer at the ends. */
function gradesOf(altitude: Float64Array, stepM: number): Float64Array {
  const n = altitude.length;
  const out = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    const slope =
      i >= 2 && i < n - 2 ? slopeOfFive(altitude, i, stepM) : slopeAtEnd(altitude, i, stepM);
    out[i] = Math.max(-GRADE_LIMIT, Math.min(GRADE_LIMIT, slope));
  }
  return out;
}

function slopeOfFive(altitude: Float64Array, i: number, stepM: number): number {
  const rise = -2 * altitude[i - 2]! - altitude[i - 1]! + altitude[i + 1]! + 2 * altitude[i + 2]!;
  return rise / (10 * stepM);
}

function slopeAtEnd(altitude: Float64Array, i: number, stepM: number): number {
  const from = Math.max(0, i - 2);
  const to = Math.min(altitude.length - 1, i + 2);
  const middle = (from + to) / 2;
  let rise = 0;
  let run = 0;
  for (let j = from; j <= to; j++) {
    rise += (j - middle) * altitude[j]!;
    run += (j - middle) * (j - middle);
  }
  return run > 0 ? rise / (run * stepM) : 0;
}
