import type { ClockFlag } from './parsed-activity.ts';

const SMALL_STEP_MS = 5_000;
const DAY_MS = 86_400_000;
/** GPS and FIT clocks count from the 1980s; a watch that says so was never told the date. */
const FIRST_PLAUSIBLE_MS = Date.UTC(2000, 0, 1);

export type RepairedClock = {
  /** Epoch milliseconds, never decreasing, in file order. */
  times: Float64Array;
  flags: ClockFlag[];
  /** Moves another instant of the same file (a lap, a pause) with the samples around it. */
  move: (timeMs: number) => number;
};

/**
 * File order is the truth: samples are written as they happen, clocks get corrected.
 * `declaredElapsedS` is the device's own stopwatch, which a clock correction does not touch.
 */
export function repairClock(raw: Float64Array, declaredElapsedS: number | null): RepairedClock {
  const flags = new Set<ClockFlag>();
  const times = closeStepsBack(raw, flags);
  const jump = findClockSetting(times, declaredElapsedS);
  if (jump === null) return { times, flags: [...flags, ...dateFlags(times)], move: (ms) => ms };

  flags.add('clock_set_during_activity');
  for (let i = 0; i < jump.index; i++) times[i] = times[i]! + jump.shiftMs;
  const before = raw[jump.index - 1]!;
  return {
    times,
    flags: [...flags, ...dateFlags(times)],
    move: (ms) => (ms <= before ? ms + jump.shiftMs : ms),
  };
}

function closeStepsBack(raw: Float64Array, flags: Set<ClockFlag>): Float64Array {
  const times = new Float64Array(raw.length);
  let offset = 0;
  let previous = firstTime(raw, flags);
  for (let i = 0; i < raw.length; i++) {
    const now = raw[i]! + offset;
    const next = i + 1 < raw.length ? raw[i + 1]! + offset : now;
    const back = previous - now;
    const followerFits = next >= previous && next < now - SMALL_STEP_MS;
    if (now > previous + SMALL_STEP_MS && followerFits) {
      flags.add('stray_times');
    } else if (back <= 0) {
      previous = now;
    } else if (back <= SMALL_STEP_MS) {
      flags.add('small_steps_back');
    } else if (next >= previous) {
      flags.add('stray_times');
    } else {
      flags.add('long_step_back');
      offset += back + 1000;
      previous += 1000;
    }
    times[i] = previous;
  }
  return times;
}

/** When only the first sample lies ahead of the others, it is the stray one. */
function firstTime(raw: Float64Array, flags: Set<ClockFlag>): number {
  const [first, second] = [raw[0] ?? 0, raw[1] ?? raw[0] ?? 0];
  if (first <= second) return first;
  flags.add(first - second <= SMALL_STEP_MS ? 'small_steps_back' : 'stray_times');
  return second;
}

/** The one forward jump that is a correction and not a rest: out of the last century, or unknown to the stopwatch. */
function findClockSetting(
  times: Float64Array,
  declaredElapsedS: number | null,
): { index: number; shiftMs: number } | null {
  let index = 0;
  let largest = 0;
  for (let i = 1; i < times.length; i++) {
    const step = times[i]! - times[i - 1]!;
    if (step > largest) [largest, index] = [step, i];
  }
  if (index === 0) return null;
  const outOfNowhere =
    times[index - 1]! < FIRST_PLAUSIBLE_MS && times[index]! >= FIRST_PLAUSIBLE_MS;
  const span = times[times.length - 1]! - times[0]!;
  const surplus = declaredElapsedS === null ? 0 : span - declaredElapsedS * 1000;
  const unknownToStopwatch = surplus > DAY_MS / 24 && largest > 0.9 * surplus;
  if (!outOfNowhere && !unknownToStopwatch) return null;
  const realStep =
    declaredElapsedS === null ? 1000 : Math.max(1000, declaredElapsedS * 1000 - (span - largest));
  return { index, shiftMs: largest - Math.min(realStep, largest) };
}

function dateFlags(times: Float64Array): ClockFlag[] {
  const [first, last] = [times[0] ?? 0, times[times.length - 1] ?? 0];
  const flags: ClockFlag[] = [];
  if (first < FIRST_PLAUSIBLE_MS) flags.push('date_unknown');
  if (last - first > DAY_MS) flags.push('left_open');
  return flags;
}
