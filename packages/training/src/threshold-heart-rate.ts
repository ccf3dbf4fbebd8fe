import { estimate } from './estimate.ts';
import { none, type Result } from './result.ts';
import { checksOf } from './sensor-checks.ts';
import { checkStream, type Stream } from './stream.ts';

const TEST_S = 1800;
const USED_S = 1200;
const LEAST_COVERAGE = 0.95;

/**
 * Threshold heart rate, bpm: mean of the last 20 min of a solo 30-min all-out test that starts at `startS` (Friel,
 * `threshold-hr-test/1`). Whether it was all-out only the athlete can say. `TOO_SHORT` (no 30 min from there),
 * `LOW_COVERAGE` (< 95 %), `MISSING_INPUT`, `INVALID_INPUT`.
 */
export function thresholdHeartRateFromTest(stream: Stream, startS: number): Result {
  const bad = checkStream(stream);
  if (bad) return bad;
  const { t, hr } = stream;
  if (!hr) return none('MISSING_INPUT', 'no heart rate');
  if (!Number.isFinite(startS)) return none('INVALID_INPUT', 'the test needs a start');
  const end = startS + TEST_S;
  if (startS < t[0]! || end > t[t.length - 1]! + 0.5)
    return none('TOO_SHORT', 'the test lasts 30 minutes');
  const { invalid } = checksOf(stream);
  let beats = 0;
  let covered = 0;
  for (let i = 1; i < t.length; i++) {
    const from = Math.max(t[i - 1]!, end - USED_S);
    const to = Math.min(t[i]!, end);
    if (!(to > from) || invalid[i] === 1 || t[i]! - t[i - 1]! > 15) continue;
    beats += hr[i]! * (to - from);
    covered += to - from;
  }
  if (covered < LEAST_COVERAGE * USED_S)
    return none('LOW_COVERAGE', 'heart rate is missing in the last 20 minutes');
  const value = beats / covered;
  return estimate(value, 'bpm', 'threshold-hr-test/1', {
    quality: 'measured',
    range: [value - 2, value + 2],
  });
}
