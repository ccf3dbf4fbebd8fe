import { none, type None } from './result.ts';

/**
 * Largest-triangle-three-buckets (Steinarsson 2013): indices of at most `count` samples that keep a curve's look, first and
 * last included, ascending. `y` may hold NaN: such samples are skipped. `INVALID_INPUT` (lengths, count < 3), `TOO_FEW`
 * (nothing finite). O(n).
 */
export function lttb(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  count: number,
): Uint32Array | None {
  const kept = finiteIndices(x, y, count);
  if ('reason' in kept) return kept;
  const n = kept.length;
  if (n <= count) return kept;
  const out = new Uint32Array(count);
  out[0] = kept[0]!;
  out[count - 1] = kept[n - 1]!;
  const width = (n - 2) / (count - 2);
  let previous = kept[0]!;
  for (let bucket = 0; bucket < count - 2; bucket++) {
    const from = 1 + Math.floor(bucket * width);
    const to = Math.min(n - 1, 1 + Math.floor((bucket + 1) * width));
    const nextTo = Math.min(n, 1 + Math.floor((bucket + 2) * width));
    let meanX = 0;
    let meanY = 0;
    const nextCount = Math.max(1, nextTo - to);
    for (let k = to; k < to + nextCount; k++) {
      meanX += x[kept[Math.min(k, n - 1)]!]! / nextCount;
      meanY += y[kept[Math.min(k, n - 1)]!]! / nextCount;
    }
    const x0 = x[previous]!;
    const y0 = y[previous]!;
    let chosen = kept[from]!;
    let largest = -1;
    for (let k = from; k < to; k++) {
      const i = kept[k]!;
      const area = Math.abs((x0 - meanX) * (y[i]! - y0) - (x0 - x[i]!) * (meanY - y0));
      if (area > largest) {
        largest = area;
        chosen = i;
      }
    }
    out[bucket + 1] = chosen;
    previous = chosen;
  }
  return out;
}

/**
 * Smallest and largest sample of each of `count / 2` equal buckets: indices, ascending, at most `count + 2`, with the ends.
 * No extreme is ever lost. Same reasons. O(n).
 */
export function minMax(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  count: number,
): Uint32Array | None {
  const kept = finiteIndices(x, y, count);
  if ('reason' in kept) return kept;
  const n = kept.length;
  if (n <= count) return kept;
  const buckets = Math.floor(count / 2);
  const out = new Uint32Array(2 * buckets + 2);
  let length = 0;
  const push = (i: number) => {
    if (length === 0 || out[length - 1]! < i) out[length++] = i;
  };
  push(kept[0]!);
  for (let bucket = 0; bucket < buckets; bucket++) {
    const from = Math.floor((bucket * n) / buckets);
    const to = Math.floor(((bucket + 1) * n) / buckets);
    let low = kept[from]!;
    let high = low;
    for (let k = from; k < to; k++) {
      const i = kept[k]!;
      if (y[i]! < y[low]!) low = i;
      if (y[i]! > y[high]!) high = i;
    }
    push(Math.min(low, high));
    push(Math.max(low, high));
  }
  push(kept[n - 1]!);
  return out.slice(0, length);
}

function finiteIndices(
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  count: number,
): Uint32Array | None {
  if (x.length !== y.length) return none('INVALID_INPUT', 'columns differ in length');
  if (!Number.isInteger(count) || count < 3)
    return none('INVALID_INPUT', 'at least three points must be kept');
  const kept = new Uint32Array(x.length);
  let length = 0;
  for (let i = 0; i < x.length; i++)
    if (Number.isFinite(x[i]) && Number.isFinite(y[i])) kept[length++] = i;
  return length === 0 ? none('TOO_FEW', 'no finite samples') : kept.subarray(0, length);
}
