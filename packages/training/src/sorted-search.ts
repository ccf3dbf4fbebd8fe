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

/** Last index from `low` on whose value does not pass `value`; `low` itself when its value does. Galloping as well. */
export function lastAtMost(sorted: Float64Array, value: number, low: number): number {
  let k = low;
  let step = 1;
  const n = sorted.length;
  while (k + step < n && sorted[k + step]! <= value) {
    k += step;
    step *= 2;
  }
  while (step > 1) {
    step >>= 1;
    if (k + step < n && sorted[k + step]! <= value) k += step;
  }
  return k;
}

/** Value of y where x reaches a place inside interval k, not beyond its end. */
export function crossing(x: Float64Array, y: Float64Array, place: number, k: number): number {
  const share = Math.min(1, (place - x[k - 1]!) / (x[k]! - x[k - 1]!));
  return y[k - 1]! + share * (y[k]! - y[k - 1]!);
}
