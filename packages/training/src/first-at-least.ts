/**
 * First index from `low` on whose value reaches `value`, or the length. Galloping: the cost grows with the logarithm of the
 * way, so sweeps that move a little or a lot are both cheap. `sorted` must not fall.
 */
export function firstAtLeast(sorted: Float64Array, value: number, low: number): number {
  const n = sorted.length;
  if (low >= n || sorted[low]! >= value) return low;
  let below = low;
  let step = 1;
  while (below + step < n && sorted[below + step]! < value) {
    below += step;
    step *= 2;
  }
  let above = Math.min(n, below + step);
  while (above - below > 1) {
    const middle = (below + above) >> 1;
    if (sorted[middle]! < value) below = middle;
    else above = middle;
  }
  return above;
}
