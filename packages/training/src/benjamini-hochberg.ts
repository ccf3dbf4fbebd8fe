import { none, type None } from './result.ts';

export type FalseDiscoveryControl = {
  /** One answer per p-value, in the order given. */
  rejected: boolean[];
  rejections: number;
};

/**
 * Step-up control of the false discovery rate: with the p-values ascending, all up to the largest k with `p(k) ≤ q·k/m` are rejected.
 * p in [0, 1], q in (0, 1); an empty family rejects nothing. `INVALID_INPUT` otherwise. Source: Benjamini & Hochberg 1995.
 */
export function benjaminiHochberg(
  p: readonly number[],
  q: number,
): FalseDiscoveryControl | ({ rejected: null } & None) {
  if (!p.every((value) => value >= 0 && value <= 1) || !(q > 0 && q < 1))
    return { rejected: null, ...none('INVALID_INPUT', 'p outside 0…1 or q outside (0, 1)') };
  const ascending = p.toSorted((a, b) => a - b);
  const rejections = ascending.findLastIndex((value, i) => value <= (q * (i + 1)) / p.length) + 1;
  const limit = ascending[rejections - 1] ?? -1;
  return { rejected: p.map((value) => value <= limit), rejections };
}
