import { estimate } from './estimate.ts';
import type { MovingMask } from './moving-time.ts';
import { isNone, none, type Estimate, type None } from './result.ts';
import { lastAtMost } from './sorted-search.ts';
import type { Stream } from './stream.ts';

/** One split; the last may be shorter. `bpm` and `gradedSpeed` are null where nothing valid was measured. */
export type Split = {
  index: number;
  distanceM: number;
  elapsedS: number;
  movingS: number;
  speed: number | null;
  gradedSpeed: number | null;
  bpm: number | null;
};

const MOST_SPLITS = 2000;

/**
 * Splits of `everyM` metres by linear interpolation; times are exact sums. `MISSING_INPUT` (no distance), `INVALID_INPUT`,
 * `OUT_OF_RANGE` (more than 2000 splits).
 */
export function splitsOf(
  stream: Stream,
  everyM: number,
  moving: MovingMask,
  graded: Float64Array | None,
  invalid: Uint8Array,
): Split[] | None {
  const { t, d, hr } = stream;
  const n = t.length;
  const total = d[n - 1]!;
  if (!(everyM > 0)) return none('INVALID_INPUT', 'a split must have a length');
  if (!(total > 0)) return none('MISSING_INPUT', 'no distance');
  if (total / everyM > MOST_SPLITS) return none('OUT_OF_RANGE', 'too many splits');
  const metres = graded instanceof Float64Array ? graded : null;
  const splits: Split[] = [];
  const columns = { t, d, metres, hr, invalid, mask: moving.mask };
  let sums = empty();
  let i = 0;
  for (;;) {
    i = takeWhole(sums, columns, i + 1, (splits.length + 1) * everyM);
    if (i === n) break;
    const dt = t[i]! - t[i - 1]!;
    const step = d[i]! - d[i - 1]!;
    const lift = metres ? metres[i]! - metres[i - 1]! : 0;
    const bpm = hr && invalid[i] !== 1 ? hr[i]! : NaN;
    let done = 0;
    // An interval may cross several split ends; each piece takes its share of the time.
    while (d[i]! >= (splits.length + 1) * everyM && step > 0) {
      const share = ((splits.length + 1) * everyM - d[i - 1]!) / step - done;
      take(sums, share, dt, step, lift, bpm, moving.mask[i] === 1);
      done += share;
      splits.push(close(sums, splits.length, metres !== null));
      sums = empty();
    }
    if (done < 1) take(sums, 1 - done, dt, step, lift, bpm, moving.mask[i] === 1);
  }
  if (sums.metres > 1) splits.push(close(sums, splits.length, metres !== null));
  return splits;
}

/** Second half of the distance against the first, in moving time. */
export type SplitShape = Estimate & { shape: 'negative' | 'even' | 'positive' };

/** Within this difference a run is even, % (policy). */
const EVEN_PERCENT = 1;

/** 100·(second − first)/first, %: negative = the second half was faster (`split-shape/1`). `TOO_SHORT`, `MISSING_INPUT`. */
export function splitShape(stream: Stream, moving: MovingMask): SplitShape | None {
  const { t, d } = stream;
  const half = d[d.length - 1]! / 2;
  if (!(half > 0)) return none('MISSING_INPUT', 'no distance');
  const { mask, clock } = moving;
  const middle = lastAtMost(d, half, 0) + 1;
  let first = clock[middle - 1]!;
  let second = 0;
  if (mask[middle] === 1) {
    const dt = t[middle]! - t[middle - 1]!;
    const share = (half - d[middle - 1]!) / (d[middle]! - d[middle - 1]!);
    first += share * dt;
    second += (1 - share) * dt;
  }
  for (let i = middle + 1; i < t.length; i++) if (mask[i] === 1) second += t[i]! - t[i - 1]!;
  if (!(first > 0)) return none('TOO_SHORT', 'no moving time');
  const change = estimate((100 * (second - first)) / first, '%', 'split-shape/1', {
    quality: 'measured',
  });
  if (isNone(change)) return change;
  const shape =
    change.value < -EVEN_PERCENT ? 'negative' : change.value > EVEN_PERCENT ? 'positive' : 'even';
  return { ...change, shape };
}

type Sums = {
  elapsed: number;
  moving: number;
  metres: number;
  graded: number;
  beats: number;
  covered: number;
};

function empty(): Sums {
  return { elapsed: 0, moving: 0, metres: 0, graded: 0, beats: 0, covered: 0 };
}

type Columns = {
  t: Float64Array;
  d: Float64Array;
  metres: Float64Array | null;
  hr: Float64Array | undefined;
  invalid: Uint8Array;
  mask: Uint8Array;
};

/** Takes the intervals that end before a distance, from i on; answers the first that does not. */
function takeWhole(
  sums: Sums,
  { t, d, metres, hr, invalid, mask }: Columns,
  from: number,
  untilM: number,
): number {
  let { elapsed, moving, graded, beats, covered } = sums;
  let way = sums.metres;
  let i = from;
  for (; i < t.length && d[i]! < untilM; i++) {
    const dt = t[i]! - t[i - 1]!;
    elapsed += dt;
    way += d[i]! - d[i - 1]!;
    if (metres) graded += metres[i]! - metres[i - 1]!;
    if (mask[i] === 1) moving += dt;
    if (hr && invalid[i] !== 1 && hr[i]! > 0) {
      beats += dt * hr[i]!;
      covered += dt;
    }
  }
  Object.assign(sums, { elapsed, moving, metres: way, graded, beats, covered });
  return i;
}

function take(
  sums: Sums,
  share: number,
  dt: number,
  step: number,
  lift: number,
  bpm: number,
  isMoving: boolean,
): void {
  sums.elapsed += share * dt;
  sums.metres += share * step;
  sums.graded += share * lift;
  if (isMoving) sums.moving += share * dt;
  if (bpm > 0) {
    sums.beats += share * dt * bpm;
    sums.covered += share * dt;
  }
}

function close(sums: Sums, index: number, hasGrade: boolean): Split {
  const isMoving = sums.moving > 0;
  return {
    index,
    distanceM: sums.metres,
    elapsedS: sums.elapsed,
    movingS: sums.moving,
    speed: isMoving ? sums.metres / sums.moving : null,
    gradedSpeed: isMoving && hasGrade ? sums.graded / sums.moving : null,
    bpm: sums.covered > 0 ? sums.beats / sums.covered : null,
  };
}
