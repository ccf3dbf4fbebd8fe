import { estimate } from './estimate.ts';
import { none, type Result } from './result.ts';

/** Individual spread around the line, bpm (SD 7–11, Robergs 2002). */
const SPREAD_BPM = 10;

/**
 * Maximum heart rate by age, bpm, only until data exist: Tanaka 2001 `208 − 0.7·age` (`hrmax-tanaka/1`) or Gellish 2007
 * `207 − 0.7·age` (`hrmax-gellish/1`). Range ±10. About 5 too high in female marathoners (Nikolaidis 2018). `OUT_OF_RANGE`
 * outside 10–100 years, `MISSING_INPUT`.
 */
export function maxHeartRateByAge(
  age: number | null | undefined,
  formula: 'tanaka' | 'gellish' = 'tanaka',
): Result {
  if (age == null) return none('MISSING_INPUT', 'age is unknown');
  if (!(age >= 10 && age <= 100)) return none('OUT_OF_RANGE', 'age must be between 10 and 100');
  const value = (formula === 'tanaka' ? 208 : 207) - 0.7 * age;
  return estimate(value, 'bpm', `hrmax-${formula}/1`, {
    range: [value - SPREAD_BPM, value + SPREAD_BPM],
    flags: ['by-age'],
  });
}
