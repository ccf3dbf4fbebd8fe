import { dayNumber } from './civil-date.ts';
import { estimate } from './estimate.ts';
import { isHeartRate } from './heart-rate-profile.ts';
import { none, type None, type Result } from './result.ts';
import { checksOf } from './sensor-checks.ts';
import { checkStream, type Stream } from './stream.ts';

/** Policy of science.md §6. */
const MEDIAN_S = 10;
const FIRST_S = 300;
const SPIKE_BPM_PER_S = 5;
const AGREEMENT_BPM = 3;
/** Samples closer than this add nothing to a ten-second median, s. */
const CLOSEST_S = 0.05;
/** Gains smaller than this are not chased, bpm. */
const LEAST_GAIN_BPM = 0.25;
const OLDEST_DAYS = 365;

/**
 * Peak heart rate of one session, bpm: the highest value of the 10 s median-filtered signal, spikes above 5 bpm/s and the
 * first 5 min rejected (`session-peak/1`, policy). `MISSING_INPUT`, `TOO_SHORT` (≤ 5 min), `INVALID_INPUT`.
 */
export function sessionPeakHeartRate(stream: Stream): Result {
  const bad: None | null = checkStream(stream);
  return bad ?? sessionPeakOf(stream, checksOf(stream).invalid);
}

/**
 * A running count of window values above the best median so far: only when most of a window is above it can its median be,
 * so the sort is needed a few hundred times at most and the pass stays O(n). While none is above, the window's start may lag.
 */
export function sessionPeakOf(stream: Stream, invalid: Uint8Array): Result {
  const { t, hr } = stream;
  if (!hr) return none('MISSING_INPUT', 'no heart rate');
  const n = t.length;
  const values = new Float64Array(n);
  const times = new Float64Array(n);
  let tail = 0;
  let head = 0;
  let above = 0;
  let best = 0;
  let least = LEAST_GAIN_BPM;
  let last = -1;
  for (let i = 0; i < n; i++) {
    const at = t[i]!;
    if (invalid[i] === 1 || at - t[0]! <= FIRST_S) continue;
    const bpm = hr[i]!;
    if (last >= 0) {
      const dt = at - t[last]!;
      if (dt < CLOSEST_S || (dt <= MEDIAN_S && (bpm - hr[last]!) / dt > SPIKE_BPM_PER_S)) continue;
    }
    last = i;
    values[head] = bpm;
    times[head] = at;
    head++;
    if (bpm > least) above++;
    if (above === 0) continue;
    while (times[tail]! <= at - MEDIAN_S) {
      if (values[tail]! > least) above--;
      tail++;
    }
    if (head - tail < 2 || 2 * above <= head - tail) continue;
    const middle = medianOf(values.slice(tail, head));
    if (middle <= best) continue;
    best = middle;
    least = best + LEAST_GAIN_BPM;
    above = 0;
    for (let k = tail; k < head; k++) if (values[k]! > least) above++;
  }
  if (head === 0)
    return t[n - 1]! - t[0]! <= FIRST_S
      ? none('TOO_SHORT', 'shorter than five minutes')
      : none('MISSING_INPUT', 'no valid heart rate');
  if (best === 0) return none('LOW_COVERAGE', 'readings too far apart for a ten-second median');
  return estimate(best, 'bpm', 'session-peak/1', {
    quality: 'measured',
    range: [best - 2, best + 2],
  });
}

/** A session's peak and its civil date. */
export type SessionPeak = { date: string; bpm: number };

/**
 * Maximum heart rate observed, bpm (`observed-max/1`, policy): the highest session peak that another session of the 12 months
 * before `today` confirms within 3 bpm. `TOO_FEW` when none agree, `INVALID_INPUT` for a date.
 */
export function observedMaxHeartRate(peaks: readonly SessionPeak[], today: string): Result {
  const now = dayNumber(today);
  if (now === null) return none('INVALID_INPUT', 'the date is not YYYY-MM-DD');
  const recent = peaks
    .filter(({ date, bpm }) => {
      const age = now - (dayNumber(date) ?? Infinity);
      return age >= 0 && age <= OLDEST_DAYS && isHeartRate(bpm);
    })
    .map(({ bpm }) => bpm)
    .sort((a, b) => b - a);
  const confirmed = recent.findIndex(
    (bpm, i) => i + 1 < recent.length && bpm - recent[i + 1]! <= AGREEMENT_BPM,
  );
  if (confirmed < 0) return none('TOO_FEW', 'no two sessions of 12 months agree within 3 bpm');
  const value = recent[confirmed]!;
  return estimate(value, 'bpm', 'observed-max/1', {
    quality: 'measured',
    range: [recent[confirmed + 1]!, value + AGREEMENT_BPM],
    n: recent.length,
    flags: confirmed > 0 ? ['higher-unconfirmed'] : [],
  });
}

function medianOf(values: Float64Array): number {
  const sorted = values.sort();
  const n = sorted.length;
  return n % 2 === 1 ? sorted[n >> 1]! : (sorted[n / 2 - 1]! + sorted[n / 2]!) / 2;
}
