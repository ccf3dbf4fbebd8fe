/** A reading holds until the next one, but not through a gap: smart recording leaves some seconds out, a pause minutes. */
const LONGEST_HOLD_S = 15;

export function timeWeightedMean(
  t: Float64Array,
  values: Float32Array,
  counts: (value: number) => boolean = () => true,
): number | null {
  let weight = 0;
  let sum = 0;
  for (let i = 0; i < t.length; i++) {
    const value = values[i]!;
    if (Number.isNaN(value) || !counts(value)) continue;
    const held = i + 1 < t.length ? Math.min(t[i + 1]! - t[i]!, LONGEST_HOLD_S) : 1;
    weight += held;
    sum += held * value;
  }
  return weight > 0 ? sum / weight : null;
}
