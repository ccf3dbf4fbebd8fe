import { dayNumber } from './civil-date.ts';
import { meanOf } from './hrv-band.ts';
import { median } from './median.ts';

import type { SignalReading, SignalState } from './readiness-signals.ts';

/** Five answers of 1–5 where 5 is always the good end: slept well, not sore, good mood, no stress, eager to run. */
export type CheckIn = {
  /** Civil date, `YYYY-MM-DD`. */
  date: string;
  sleep: number;
  soreness: number;
  mood: number;
  stress: number;
  motivation: number;
};

const BASELINE_DAYS = 28;
const MIN_BASELINE = 7;
/** Distance of the mean answer from the athlete's own median that is more than usual. */
const BAND = 0.75;

function answersOf(checkIn: CheckIn): number[] | null {
  const { sleep, soreness, mood, stress, motivation } = checkIn;
  const answers = [sleep, soreness, mood, stress, motivation];
  return answers.every((answer) => answer >= 1 && answer <= 5) ? answers : null;
}

/**
 * The check-in of today or yesterday: `worse` with an answer of 1, two answers of 2, or a mean 0.75 below the athlete's own median of the
 * 28 days before; `better` 0.75 above it. Without 7 earlier check-ins only the answers themselves speak. Older than a day, missing or
 * outside 1–5: `unknown`. Policy; subjective measures reflect load better than devices (Saw 2016).
 */
export function checkInSignal(checkIns: readonly CheckIn[], on: string): SignalReading {
  const today = dayNumber(on);
  const dated = checkIns.flatMap((checkIn) => {
    const [day, answers] = [dayNumber(checkIn.date), answersOf(checkIn)];
    if (today === null || day === null || day > today || answers === null) return [];
    return [{ ageDays: today - day, answers, mean: meanOf(answers)! }];
  });
  // Two check-ins of one day: the worse one counts, whatever the order of the list.
  const [latest] = dated.sort((a, b) => a.ageDays - b.ageDays || a.mean - b.mean);
  const earlier = dated.filter(
    ({ ageDays }) =>
      latest && ageDays > latest.ageDays && ageDays <= latest.ageDays + BASELINE_DAYS,
  );
  const usual = earlier.length >= MIN_BASELINE ? median(earlier.map(({ mean }) => mean)) : null;
  const fresh = latest && latest.ageDays <= 1 ? latest : null;
  return {
    signal: 'check_in',
    state: fresh ? stateOf(fresh.answers, fresh.mean, usual) : 'unknown',
    ageDays: latest?.ageDays ?? null,
    value: fresh?.mean ?? null,
    band: usual === null ? null : [usual - BAND, usual + BAND],
    unit: '1',
    n: fresh ? 1 : 0,
    baselineN: earlier.length,
    method: 'check-in/1',
    flags: usual === null ? ['no-baseline'] : [],
  };
}

function stateOf(answers: readonly number[], mean: number, usual: number | null): SignalState {
  const low = answers.filter((answer) => answer <= 2).length;
  if (low >= 2 || answers.some((answer) => answer < 2)) return 'worse';
  if (usual === null) return 'usual';
  if (mean < usual - BAND) return 'worse';
  return mean > usual + BAND ? 'better' : 'usual';
}
