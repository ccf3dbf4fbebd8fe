import { estimate } from './estimate.ts';
import { none, type Result } from './result.ts';

/**
 * Last week against the weeks before, from four weekly sums, oldest first: coupled w4/mean(w1…w4) and uncoupled
 * w4/mean(w1…w3) (`acute-chronic/1`). C = 4U/(U + 3), so C ≤ 4. A description only: the coupling makes spurious
 * correlation (Lolli 2017), random chronic loads predict as well (Impellizzeri 2020), and in 5205 runners it related
 * inversely to injury (Frandsen 2025). `TOO_FEW` unless four weeks, `INVALID_INPUT`, `NO_VARIATION` (zero denominator).
 */
export function acuteChronic(weekly: readonly number[]): { coupled: Result; uncoupled: Result } {
  if (weekly.length !== 4) {
    const bad = none('TOO_FEW', 'four weekly sums are needed');
    return { coupled: bad, uncoupled: bad };
  }
  if (!weekly.every((load) => load >= 0 && Number.isFinite(load))) {
    const bad = none('INVALID_INPUT', 'a weekly load must be a number and not negative');
    return { coupled: bad, uncoupled: bad };
  }
  const [w1, w2, w3, w4] = weekly as [number, number, number, number];
  return {
    coupled: ratio(w4, (w1 + w2 + w3 + w4) / 4),
    uncoupled: ratio(w4, (w1 + w2 + w3) / 3),
  };
}

function ratio(acute: number, chronic: number): Result {
  if (chronic === 0) return none('NO_VARIATION', 'no load in the weeks compared with');
  return estimate(acute / chronic, '1', 'acute-chronic/1', { n: 4 });
}
