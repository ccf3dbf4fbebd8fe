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
  let low = 0;
  let high = 1;
  for (let i = 1; i < n; i++) {
    const middle = (t[i - 1]! + t[i]!) / 2;
    const from = Math.max(t[0]!, middle - half);
    const to = Math.min(t[n - 1]!, middle + half);
    while (t[low + 1]! <= from) low++;
    while (t[high]! < to) high++;
    const start = d[low]! + ((d[low + 1]! - d[low]!) * (from - t[low]!)) / (t[low + 1]! - t[low]!);
    const end =
      d[high - 1]! + ((d[high]! - d[high - 1]!) * (to - t[high - 1]!)) / (t[high]! - t[high - 1]!);
    out[i] = Math.max(0, end - start) / (to - from);
  }
  out[0] = out[1]!;
  return out;
}
