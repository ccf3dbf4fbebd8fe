import { none, type None } from './result.ts';

/** Families of run load, best first. Loads of different families are never added. */
export const LOAD_METHODS = ['pace-load', 'hr-load', 'srpe'] as const;

export type LoadMethod = (typeof LOAD_METHODS)[number];

/** Which families could be computed for one run. */
export type LoadAvailability = Partial<Record<LoadMethod, boolean>>;

/** Share of runs a family must cover to be an athlete's method (policy). */
const ENOUGH = 0.8;

/**
 * One load method per athlete (`load-method/1`, policy): the first of pace + grade, heart rate, session-RPE that exists for
 * at least 80 % of the runs given (the last 12 weeks, say); if none does, the one with most runs. `TOO_FEW` without any.
 */
export function chooseLoadMethod(
  runs: readonly LoadAvailability[],
): { method: LoadMethod; share: number; n: number } | None {
  if (runs.length === 0) return none('TOO_FEW', 'no runs to choose a load method from');
  const shares = LOAD_METHODS.map((method) => ({
    method,
    share: runs.filter((run) => run[method] === true).length / runs.length,
    n: runs.length,
  }));
  const enough = shares.find(({ share }) => share >= ENOUGH);
  const most = shares.reduce((a, b) => (b.share > a.share ? b : a));
  const chosen = enough ?? most;
  return chosen.share > 0 ? chosen : none('TOO_FEW', 'no run has a load of any kind');
}

/** A line from one load method to another, fitted on sessions that have both. */
export type LoadConversion = { slope: number; intercept: number; n: number };

/** Fewest paired sessions for a conversion (science.md §4, policy). */
const FEWEST_PAIRS = 20;

/** Least squares on paired sessions [from, to]. `TOO_FEW` below 20 pairs, `NO_VARIATION`, `INVALID_INPUT`. */
export function fitLoadConversion(
  pairs: readonly (readonly [from: number, to: number])[],
): LoadConversion | None {
  const n = pairs.length;
  if (n < FEWEST_PAIRS) return none('TOO_FEW', `${n} of ${FEWEST_PAIRS} paired sessions`);
  if (!pairs.every(([from, to]) => from >= 0 && to >= 0 && Number.isFinite(from + to)))
    return none('INVALID_INPUT', 'a load must be a number and not negative');
  const meanFrom = pairs.reduce((sum, [from]) => sum + from, 0) / n;
  const meanTo = pairs.reduce((sum, [, to]) => sum + to, 0) / n;
  let cross = 0;
  let square = 0;
  for (const [from, to] of pairs) {
    cross += (from - meanFrom) * (to - meanTo);
    square += (from - meanFrom) * (from - meanFrom);
  }
  if (square === 0) return none('NO_VARIATION', 'all sessions carry the same load');
  const slope = cross / square;
  if (!(slope > 0) || !Number.isFinite(slope))
    return none('NO_VARIATION', 'the two loads do not rise together');
  return { slope, intercept: meanTo - slope * meanFrom, n };
}
