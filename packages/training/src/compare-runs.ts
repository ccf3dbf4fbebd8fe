import { estimate } from './estimate.ts';
import { median, medianAbsoluteDeviation } from './median.ts';
import { none, type None, type Result } from './result.ts';

/** What must be alike before two runs are compared, and what is compared. Unknown is null. */
export type RunSummary = {
  surface: 'road' | 'track' | 'trail' | 'treadmill' | null;
  wbgtC: number | null;
  movingS: number;
  isEasy: boolean;
  /** Grade-adjusted where possible, m/s. */
  speed: number | null;
  heartRate: number | null;
  efficiency: number | null;
  decoupling: number | null;
};

/** How far this run lies from the athlete's own similar ones; each range is median ± MAD of those. */
export type RunComparison = {
  n: number;
  speed: Result;
  heartRate: Result;
  efficiency: Result;
  decoupling: Result;
};

/** Like with like (science.md §5, policy). */
const WBGT_C = 3;
const DURATION = 0.25;
const FEWEST = 3;

/**
 * Differences from the median of similar runs (`compare-runs/1`): same surface, ±3 °C WBGT where both are known, duration ±25 %,
 * all easy. `NOT_APPLICABLE` (this run was not easy), `TOO_FEW` (fewer than three similar), `INVALID_INPUT`.
 */
export function compareRuns(run: RunSummary, others: readonly RunSummary[]): RunComparison | None {
  if (!(run.movingS > 0)) return none('INVALID_INPUT', 'the run has no moving time');
  if (!run.isEasy) return none('NOT_APPLICABLE', 'only easy runs are compared');
  const similar = others.filter((other) => isSimilar(run, other));
  if (similar.length < FEWEST)
    return none('TOO_FEW', `${similar.length} of ${FEWEST} similar runs`);
  return {
    n: similar.length,
    speed: difference(run.speed, similar, ({ speed }) => speed, 'm/s'),
    heartRate: difference(run.heartRate, similar, ({ heartRate }) => heartRate, 'bpm'),
    efficiency: difference(run.efficiency, similar, (other) => other.efficiency, 'm/beat'),
    decoupling: difference(run.decoupling, similar, (other) => other.decoupling, '%'),
  };
}

function isSimilar(run: RunSummary, other: RunSummary): boolean {
  const sameHeat =
    run.wbgtC === null || other.wbgtC === null || Math.abs(run.wbgtC - other.wbgtC) <= WBGT_C;
  return (
    other.isEasy &&
    other.surface === run.surface &&
    sameHeat &&
    Math.abs(other.movingS - run.movingS) <= DURATION * run.movingS
  );
}

function difference(
  value: number | null,
  similar: RunSummary[],
  read: (run: RunSummary) => number | null,
  unit: 'm/s' | 'bpm' | 'm/beat' | '%',
): Result {
  if (value === null || !Number.isFinite(value)) return none('MISSING_INPUT', 'this run lacks it');
  const known = similar.map(read).filter((other): other is number => Number.isFinite(other));
  if (known.length < FEWEST) return none('TOO_FEW', `${known.length} similar runs have it`);
  const centre = median(known) ?? NaN;
  const spread = medianAbsoluteDeviation(known) ?? NaN;
  const change = value - centre;
  return estimate(change, unit, 'compare-runs/1', {
    range: [change - spread, change + spread],
    n: known.length,
    flags: Math.abs(change) > 2 * spread ? [] : ['within-own-variation'],
  });
}
