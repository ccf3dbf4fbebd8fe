const BINS = 128;

/**
 * Splits weighted values into a low and a high class where the variance between them is largest (Otsu 1979), on a histogram.
 * `separation` is the share of all variance that the split explains: 0.64 for a bell curve, 0.75 for a flat one, more when
 * there really are two groups. Null without spread. O(n).
 */
export function twoClasses(
  values: ArrayLike<number>,
  weights: ArrayLike<number>,
): { threshold: number; lowMean: number; highMean: number; separation: number } | null {
  let low = Infinity;
  let high = -Infinity;
  for (let i = 0; i < values.length; i++) {
    if (!(weights[i]! > 0)) continue;
    if (values[i]! < low) low = values[i]!;
    if (values[i]! > high) high = values[i]!;
  }
  if (!(high > low) || !Number.isFinite(high - low)) return null;
  const weight = new Float64Array(BINS);
  const sum = new Float64Array(BINS);
  let squares = 0;
  const scale = BINS / (high - low);
  for (let i = 0; i < values.length; i++) {
    const w = weights[i]!;
    if (!(w > 0)) continue;
    const x = values[i]! - low;
    const bin = Math.min(BINS - 1, Math.floor(x * scale));
    weight[bin]! += w;
    sum[bin]! += w * x;
    squares += w * x * x;
  }
  const allWeight = weight.reduce((a, b) => a + b, 0);
  const allSum = sum.reduce((a, b) => a + b, 0);
  const variance = squares / allWeight - (allSum / allWeight) ** 2;
  if (!(variance > 0)) return null;
  let belowWeight = 0;
  let belowSum = 0;
  let best = { between: -1, bin: 0, lowMean: 0, highMean: 0 };
  for (let bin = 0; bin < BINS - 1; bin++) {
    belowWeight += weight[bin]!;
    belowSum += sum[bin]!;
    if (!(belowWeight > 0) || !(allWeight > belowWeight)) continue;
    const lowMean = belowSum / belowWeight;
    const highMean = (allSum - belowSum) / (allWeight - belowWeight);
    const share = belowWeight / allWeight;
    const between = share * (1 - share) * (highMean - lowMean) ** 2;
    if (between > best.between) best = { between, bin, lowMean, highMean };
  }
  return {
    threshold: low + (best.bin + 1) / scale,
    lowMean: low + best.lowMean,
    highMean: low + best.highMean,
    separation: Math.min(1, best.between / variance),
  };
}
