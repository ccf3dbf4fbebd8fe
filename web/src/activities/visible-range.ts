/**
 * Rows of known height, cut to those near the screen. `offsets` has one entry more than there are rows: the top of
 * each row and the end of the last one.
 */
export function visibleRange(
  offsets: readonly number[],
  top: number,
  height: number,
  overscan = 600,
): { start: number; end: number } {
  const rows = offsets.length - 1;
  if (rows <= 0) return { start: 0, end: 0 };
  const start = firstAfter(offsets, top - overscan) - 1;
  const end = firstAfter(offsets, top + height + overscan);
  return { start: clamp(start, 0, rows), end: clamp(end, 0, rows) };
}

/** Index of the first offset greater than `value` (binary search). */
function firstAfter(offsets: readonly number[], value: number): number {
  let low = 0;
  let high = offsets.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((offsets[middle] ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(high, Math.max(low, value));
}
