import { none, type Estimate, type None, type Unit } from './result.ts';

/** How a change compares with the athlete's own day-to-day scatter. */
export type ChangeVerdict = 'within-noise' | 'maybe-real' | 'likely-real';

/**
 * The athlete's own typical error from repeated comparable runs in time order: SD of the successive differences ÷ √2, in the values' unit.
 * At least 6 finite values, else `TOO_FEW`; `INVALID_INPUT` when one is not finite, `NO_VARIATION` when nothing ever changed.
 * Source: the usual test–retest form; 6 is policy.
 */
export function typicalError(values: readonly number[], unit: Unit): Estimate | None {
  if (!values.every((value) => Number.isFinite(value)))
    return none('INVALID_INPUT', 'a value is not finite');
  if (values.length < 6) return none('TOO_FEW', 'fewer than 6 comparable runs');
  const steps = values.slice(1).map((value, i) => value - values[i]!);
  const mean = steps.reduce((sum, step) => sum + step / steps.length, 0);
  const variance = steps.reduce((sum, step) => sum + (step - mean) ** 2 / (steps.length - 1), 0);
  const value = Math.sqrt(variance / 2);
  if (!Number.isFinite(value)) return none('OUT_OF_RANGE', 'the values differ too much');
  if (value === 0) return none('NO_VARIATION', 'nothing ever changed');
  return {
    value,
    unit,
    range: null,
    quality: 'estimated',
    method: 'typical-error/1',
    n: values.length,
    flags: [],
  };
}

/** Up to 1.5 typical errors a change is noise, above 2 likely real (policy). A change that is not finite is noise. */
export function judgeChange(change: number, error: Estimate): ChangeVerdict {
  const ratio = Math.abs(change) / error.value;
  if (ratio > 2 && Number.isFinite(ratio)) return 'likely-real';
  return ratio > 1.5 && Number.isFinite(ratio) ? 'maybe-real' : 'within-noise';
}
