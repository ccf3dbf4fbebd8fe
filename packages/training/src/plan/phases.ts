export type Phase = 'base' | 'build' | 'peak' | 'taper';

/**
 * Phase of every week (`plan/1`, step 4; policy): the building weeks by largest remainder over base .40, build .38, peak .22 (peak at most
 * four, surplus to build); under eight weeks in all there is no base (build .65, peak .35); under three building weeks all is build.
 * Whole weeks ≥ 1, taper < weeks; the result has one entry per week, ordered and contiguous.
 */
export function splitPhases(weeks: number, taperWeeks: number): Phase[] {
  const building = weeks - taperWeeks;
  const [base, build, peak] = buildingPhases(building, weeks);
  return [
    ...Array<Phase>(base).fill('base'),
    ...Array<Phase>(build).fill('build'),
    ...Array<Phase>(peak).fill('peak'),
    ...Array<Phase>(taperWeeks).fill('taper'),
  ];
}

function buildingPhases(
  building: number,
  weeks: number,
): [base: number, build: number, peak: number] {
  if (building < 3) return [0, building, 0];
  const shares = weeks < 8 ? [0, 0.65, 0.35] : [0.4, 0.38, 0.22];
  const [base = 0, build = 0, peak = 0] = largestRemainder(building, shares);
  const surplus = Math.max(0, peak - 4);
  return [base, build + surplus, peak - surplus];
}

/**
 * Splits a whole number over weights so that the parts are whole and sum exactly; leftovers go to the largest remainders, ties to the
 * earliest. A weight of 0 gets nothing.
 */
export function largestRemainder(total: number, weights: readonly number[]): number[] {
  const sum = weights.reduce((a, b) => a + b, 0);
  const exact = weights.map((weight) => (total * weight) / sum);
  const parts = exact.map(Math.floor);
  const left = total - parts.reduce((a, b) => a + b, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .filter(({ index }) => (weights[index] ?? 0) > 0)
    // Compared in billionths: equal shares must tie although their floats differ in the last bit.
    .toSorted((a, b) => Math.round((b.remainder - a.remainder) * 1e9) || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts;
}
