const FASTEST_MS = 60;
const SLACK_M = 1000;
const LONGEST_M = 5_000_000;

/**
 * Makes a device's running distance start near 0 and never fall. Some files count on through all parts of a
 * multi-sport day; some start again at 0 with every lap; damaged ones hold single absurd values, or jump once
 * and go on from there.
 */
export function straightenDistance(
  d: Float64Array,
  times: Float64Array,
  declaredM: number | null,
): void {
  let offset = 0;
  let highest = Number.NaN;
  let first = Number.NaN;
  let lastTime = 0;
  for (let i = 0; i < d.length; i++) {
    const raw = d[i]!;
    if (Number.isNaN(raw)) continue;
    let value = raw + offset;
    const next = nextReading(d, i) + offset;
    const reach = Math.max(SLACK_M, (FASTEST_MS * (times[i]! - lastTime)) / 1000);
    if (Number.isNaN(highest)) {
      if (value - next > SLACK_M) {
        d[i] = Number.NaN;
        continue;
      }
      first = value;
      highest = value;
    } else if (value > highest + reach) {
      if (next < value - SLACK_M) {
        d[i] = Number.NaN;
        continue;
      }
      offset -= value - highest;
      value = highest;
    } else if (value < highest - 100 && raw < 0.1 * (highest - offset)) {
      offset = highest;
      value = raw + offset;
    }
    highest = Math.min(LONGEST_M, Math.max(highest, value));
    lastTime = times[i]!;
    d[i] = highest;
  }
  if (declaredM === null || Number.isNaN(first) || first < 20) return;
  const countsOn = Math.abs(highest - first - declaredM) < Math.abs(highest - declaredM);
  if (!countsOn) return;
  for (let i = 0; i < d.length; i++) d[i] = d[i]! - first;
}

/** NaN, which no comparison holds for, when there is none. */
function nextReading(d: Float64Array, from: number): number {
  for (let i = from + 1; i < d.length; i++) if (!Number.isNaN(d[i]!)) return d[i]!;
  return Number.NaN;
}
