import { SHORTEST_STEP_S } from './stream.ts';

/** A row's time as a device wrote it; null and NaN are holes. */
export type RawColumn = ArrayLike<number | null | undefined>;

/** Backward jumps up to this are a stutter: samples are dropped until time has caught up, s. */
const STUTTER_S = 30;
/** No run holds a silence this long: the clock was set, s. */
const CLOCK_SET_S = 86_400;

/** Rows to keep, in order, with their elapsed seconds from 0, strictly increasing. */
export type CleanTime = {
  rows: Uint32Array;
  t: Float64Array;
  duplicates: number;
  backward: number;
  clockJumps: number;
};

/**
 * Makes time strictly increasing without inventing any: rows without a time are dropped, of equal times the first stays,
 * small steps back are dropped until time has caught up, and a clock that was set (more than 30 s back, or more than a day
 * ahead) is bridged by one typical interval.
 */
export function cleanTime(raw: RawColumn): CleanTime {
  const n = raw.length;
  const rows = new Uint32Array(n);
  const t = new Float64Array(n);
  const typical = typicalInterval(raw);
  let length = 0;
  let offset = 0;
  let duplicates = 0;
  let backward = 0;
  let clockJumps = 0;
  for (let i = 0; i < n; i++) {
    const time = numberOf(raw[i]);
    if (!Number.isFinite(time)) continue;
    if (length === 0) {
      offset = -time;
      rows[0] = i;
      length = 1;
      continue;
    }
    const last = t[length - 1]!;
    let elapsed = time + offset;
    if (elapsed < last - STUTTER_S || elapsed > last + CLOCK_SET_S) {
      if (!persists(raw, i, time, last - offset)) {
        backward++;
        continue;
      }
      clockJumps++;
      offset += last + typical - elapsed;
      elapsed = time + offset;
    }
    const isDuplicate = Math.abs(elapsed - last) < SHORTEST_STEP_S;
    if (isDuplicate) duplicates++;
    else if (elapsed < last) backward++;
    // A clock so far off that seconds vanish in rounding cannot be mended.
    if (isDuplicate || !(elapsed > last)) continue;
    rows[length] = i;
    t[length] = elapsed;
    length++;
  }
  return {
    rows: rows.subarray(0, length),
    t: t.slice(0, length),
    duplicates,
    backward,
    clockJumps,
  };
}

/** A single wild timestamp is dropped; when the next rows go on from it, the clock was set. */
function persists(raw: RawColumn, i: number, time: number, lastTime: number): boolean {
  for (let k = i + 1; k < Math.min(raw.length, i + 4); k++) {
    const next = numberOf(raw[k]);
    if (!Number.isFinite(next)) continue;
    if (Math.abs(next - lastTime) < Math.abs(next - time)) return false;
  }
  return true;
}

/** Median of the first thousand positive intervals, s; 1 when there are none. */
function typicalInterval(raw: RawColumn): number {
  const steps: number[] = [];
  for (let i = 1; i < raw.length && steps.length < 1000; i++) {
    const step = numberOf(raw[i]) - numberOf(raw[i - 1]);
    if (step > 0 && step <= 60) steps.push(step);
  }
  steps.sort((a, b) => a - b);
  return steps[steps.length >> 1] ?? 1;
}

/** Null is a hole, not 0. */
export function numberOf(value: number | null | undefined): number {
  return value == null ? NaN : Number(value);
}
