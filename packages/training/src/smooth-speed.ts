/** Width of the centred window, s (science.md §7: 5–10 s). */
const WINDOW_S = 10;

/**
 * Speed (m/s) of each interval from cumulative distance over a centred 10 s window, narrower at the ends. For display, zones
 * and detection only: never integrated again for best efforts. `d` may be grade-adjusted.
 */
export function smoothSpeed(t: Float64Array, d: Float64Array): Float64Array {
  const n = t.length;
  const out = new Float64Array(n);
  const half = WINDOW_S / 2;
  const first = t[0]!;
  const last = t[n - 1]!;
  let now = first;
  // The interval in which the window starts, and the one in which it ends: each sample is read once per edge.
  let low = 1;
  let lowT = first;
  let lowD = d[0]!;
  let lowNextT = t[1]!;
  let lowNextD = d[1]!;
  let high = 1;
  let highT = first;
  let highD = lowD;
  let highNextT = lowNextT;
  let highNextD = lowNextD;
  for (let i = 1; i < n; i++) {
    const before = now;
    now = t[i]!;
    const middle = (before + now) / 2;
    const from = middle - half > first ? middle - half : first;
    const to = middle + half < last ? middle + half : last;
    while (lowNextT <= from) {
      low++;
      lowT = lowNextT;
      lowD = lowNextD;
      lowNextT = t[low]!;
      lowNextD = d[low]!;
    }
    while (highNextT < to) {
      high++;
      highT = highNextT;
      highD = highNextD;
      highNextT = t[high]!;
      highNextD = d[high]!;
    }
    const start = lowD + ((lowNextD - lowD) * (from - lowT)) / (lowNextT - lowT);
    const end = highD + ((highNextD - highD) * (to - highT)) / (highNextT - highT);
    out[i] = Math.max(0, end - start) / (to - from);
  }
  out[0] = out[1]!;
  return out;
}
