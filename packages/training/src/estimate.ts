import { none, type Quality, type Result, type Unit } from './result.ts';

type EstimateDetails = {
  range?: [low: number, high: number] | null;
  quality?: Quality;
  n?: number;
  flags?: string[];
};

/**
 * Wraps a computed number with what is needed to defend it. The last gate of every function: a number that
 * left the finite range becomes a `None` (`OUT_OF_RANGE`), so that NaN or Infinity can never be shown, and −0 becomes 0.
 */
export function estimate(
  value: number,
  unit: Unit,
  method: string,
  details: EstimateDetails = {},
): Result {
  if (!Number.isFinite(value)) return none('OUT_OF_RANGE', `${method} left the finite numbers`);
  const range = details.range ?? null;
  return {
    value: value + 0,
    unit,
    range: range && range.every(Number.isFinite) ? [range[0] + 0, range[1] + 0] : null,
    quality: details.quality ?? 'estimated',
    method,
    ...(details.n === undefined ? {} : { n: details.n }),
    flags: details.flags ?? [],
  };
}
