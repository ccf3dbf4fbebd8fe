import { none, type None } from './result.ts';
import { checkStream, SENSOR_COLUMNS, type Stream } from './stream.ts';

/** A reading is carried across holes up to this, s. */
const LONGEST_BRIDGE_S = 15;
const MOST_POINTS = 2_000_000;

/**
 * The run on an even grid of `stepS` seconds from its first sample, the last sample included. Distance and sensors are linear
 * between readings; holes over 15 s stay NaN. For display and comparison, never for best efforts. `INVALID_INPUT`,
 * `TOO_SHORT`, `OUT_OF_RANGE` (more than two million points).
 */
export function resampleStream(stream: Stream, stepS = 1): Stream | None {
  const bad = checkStream(stream);
  if (bad) return bad;
  if (!(stepS > 0)) return none('INVALID_INPUT', 'a step must be positive');
  const { t } = stream;
  const span = t[t.length - 1]! - t[0]!;
  if (span / stepS >= MOST_POINTS) return none('OUT_OF_RANGE', 'too many points');
  const whole = Math.floor(span / stepS);
  const hasRest = span - whole * stepS > 1e-9;
  const grid = new Float64Array(whole + (hasRest ? 2 : 1));
  for (let k = 0; k <= whole; k++) grid[k] = t[0]! + k * stepS;
  if (hasRest) grid[whole + 1] = t[t.length - 1]!;
  const out: Stream = { t: grid, d: onGrid(t, stream.d, grid, Infinity) };
  for (const column of SENSOR_COLUMNS)
    if (stream[column]) out[column] = onGrid(t, stream[column], grid, LONGEST_BRIDGE_S);
  if (stream.moving) out.moving = heldOnGrid(t, stream.moving, grid);
  return out;
}

/** Linear between finite readings no further apart than `longest`; exact on a sample. */
function onGrid(
  t: Float64Array,
  values: Float64Array,
  grid: Float64Array,
  longest: number,
): Float64Array {
  const n = t.length;
  const out = new Float64Array(grid.length).fill(NaN);
  let before = -1;
  let after = nextReading(values, 0);
  for (let k = 0; k < grid.length; k++) {
    const x = grid[k]!;
    while (after < n && t[after]! <= x) {
      before = after;
      after = nextReading(values, after + 1);
    }
    if (before < 0) continue;
    if (t[before] === x) out[k] = values[before]!;
    else if (after < n && t[after]! - t[before]! <= longest) {
      const share = (x - t[before]!) / (t[after]! - t[before]!);
      out[k] = values[before]! + share * (values[after]! - values[before]!);
    } else if (longest === Infinity) out[k] = values[before]!;
  }
  return out;
}

function nextReading(values: Float64Array, from: number): number {
  let i = from;
  while (i < values.length && !Number.isFinite(values[i]!)) i++;
  return i;
}

/** An interval's flag sits on the sample that ends it. */
function heldOnGrid(t: Float64Array, flags: Uint8Array, grid: Float64Array): Uint8Array {
  const out = new Uint8Array(grid.length);
  let i = 0;
  for (let k = 0; k < grid.length; k++) {
    while (i + 1 < t.length && t[i]! < grid[k]!) i++;
    out[k] = flags[i]!;
  }
  return out;
}
