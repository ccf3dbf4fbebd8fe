import { estimate } from './estimate.ts';
import { none, type Result } from './result.ts';

/** Steepest grade of the ten runners' treadmill, rise/run. */
const STEEPEST = 0.45;

/**
 * Metabolic cost of running on a grade (rise/run), J/kg/m: Minetti et al. 2002, J Appl Physiol 93:1039 (`minetti/1`).
 * Grades beyond ±0.45 are clamped and flagged. Too generous downhill in practice. `INVALID_INPUT` when not finite.
 */
export function minettiCost(grade: number): Result {
  if (!Number.isFinite(grade)) return none('INVALID_INPUT', 'grade is not finite');
  return estimate(costOf(grade), 'J/kg/m', 'minetti/1', {
    flags: Math.abs(grade) > STEEPEST ? ['grade-clamped'] : [],
  });
}

/** Cost on a grade relative to the level, C(i)/C(0). Same range and reasons. */
export function minettiFactor(grade: number): Result {
  if (!Number.isFinite(grade)) return none('INVALID_INPUT', 'grade is not finite');
  return estimate(minettiRatio(grade), '1', 'minetti/1', {
    flags: Math.abs(grade) > STEEPEST ? ['grade-clamped'] : [],
  });
}

export function minettiRatio(grade: number): number {
  return costOf(grade) / 3.6;
}

function costOf(grade: number): number {
  const i = Math.max(-STEEPEST, Math.min(STEEPEST, grade));
  return ((((155.4 * i - 30.4) * i - 43.3) * i + 46.3) * i + 19.5) * i + 3.6;
}
