import {
  isNone,
  maxHeartRateByAge,
  observedMaxHeartRate,
  paceIndex,
  thresholdPaceFromIndex,
} from '@evensplit/training';
import { addDays } from '../store/civil-time.ts';

/** What the athlete has told about themselves. */
export type AthleteSettings = {
  maxHeartRate: number | null;
  restingHeartRate: number | null;
  sex: 'female' | 'male' | null;
  birthYear: number | null;
};

/** What an earlier run says about the athlete. */
export type PastRun = {
  day: string;
  distanceM: number | null;
  /** The best pace index any of its efforts is worth. */
  bestIndex: number | null;
  /** Its highest believable heart rate. */
  peakBpm: number | null;
};

/** What was known about the athlete when a run ended: the run is judged against this and nothing later. */
export type RunStanding = {
  settings: string;
  maxHeartRate: number | null;
  maxHeartRateMethod: string | null;
  restingHeartRate: number | null;
  sex: 'F' | 'M' | null;
  thresholdSpeedMps: number | null;
  thresholdMethod: string | null;
  longest30DaysM: number | null;
};

const INDEX_DAYS = 84;
const PEAK_DAYS = 365;
const SPIKE_DAYS = 30;

/** How far back a standing looks, in days. */
export const STANDING_DAYS = PEAK_DAYS;

/**
 * `before` are the runs that ended earlier, in any order; `own` is what the run itself shows, which counts for the
 * athlete's limits (a race sets the threshold it is judged by) but not for "the longest before".
 */
export function standingOf(
  athlete: AthleteSettings,
  day: string,
  before: readonly PastRun[],
  own?: PastRun,
): RunStanding {
  const all = own ? [...before, own] : before;
  return {
    settings: settingsKey(athlete),
    ...maxHeartRateOn(athlete, day, all),
    restingHeartRate: athlete.restingHeartRate,
    sex: athlete.sex === null ? null : athlete.sex === 'female' ? 'F' : 'M',
    ...thresholdOn(day, all),
    longest30DaysM: longestOn(day, before),
  };
}

/** Changes exactly when a setting does that a derivation uses; the reconciler builds the same text in SQL. */
function settingsKey(athlete: AthleteSettings): string {
  const { maxHeartRate, restingHeartRate, sex, birthYear } = athlete;
  return [maxHeartRate, restingHeartRate, sex, birthYear].map((one) => one ?? '-').join('/');
}

function maxHeartRateOn(athlete: AthleteSettings, day: string, runs: readonly PastRun[]) {
  if (athlete.maxHeartRate !== null) {
    return { maxHeartRate: athlete.maxHeartRate, maxHeartRateMethod: 'athlete' };
  }
  const from = addDays(day, -PEAK_DAYS);
  const peaks = runs.flatMap((run) =>
    run.peakBpm !== null && run.day >= from ? [{ date: run.day, bpm: run.peakBpm }] : [],
  );
  const observed = observedMaxHeartRate(peaks, day);
  if (!isNone(observed)) {
    return { maxHeartRate: observed.value, maxHeartRateMethod: observed.method };
  }
  const age = athlete.birthYear === null ? null : Number(day.slice(0, 4)) - athlete.birthYear;
  const byAge = maxHeartRateByAge(age);
  return isNone(byAge)
    ? { maxHeartRate: null, maxHeartRateMethod: null }
    : { maxHeartRate: byAge.value, maxHeartRateMethod: byAge.method };
}

function thresholdOn(day: string, runs: readonly PastRun[]) {
  const from = addDays(day, -INDEX_DAYS);
  let best: number | null = null;
  for (const run of runs) {
    if (run.bestIndex === null || run.day < from || run.day > day) continue;
    if (best === null || run.bestIndex > best) best = run.bestIndex;
  }
  const pace = best === null ? null : thresholdPaceFromIndex(best);
  return pace === null || isNone(pace)
    ? { thresholdSpeedMps: null, thresholdMethod: null }
    : { thresholdSpeedMps: 1000 / pace.value, thresholdMethod: pace.method };
}

function longestOn(day: string, before: readonly PastRun[]): number | null {
  const from = addDays(day, -SPIKE_DAYS);
  let longest: number | null = null;
  for (const run of before) {
    if (run.distanceM === null || run.day < from || run.day > day) continue;
    if (longest === null || run.distanceM > longest) longest = run.distanceM;
  }
  return longest;
}

export type EffortGiven = {
  distanceM: number;
  seconds: number;
  interrupted: boolean;
  netDropM: number | null;
};

const LEAST_INDEX_M = 1500;
const MOST_DROP_M_PER_KM = 1;

/** Efforts of 1500 m and more, without a break, that do not fall by more than 1 m/km; a treadmill's distance is its own. */
export function bestIndexOf(efforts: readonly EffortGiven[], onTreadmill: boolean): number | null {
  let best: number | null = null;
  if (onTreadmill) return best;
  for (const { distanceM, seconds, interrupted, netDropM } of efforts) {
    const falls = netDropM !== null && netDropM > (MOST_DROP_M_PER_KM * distanceM) / 1000;
    if (interrupted || falls || distanceM < LEAST_INDEX_M) continue;
    const index = paceIndex({ distanceM, timeS: seconds });
    if (!isNone(index) && (best === null || index.value > best)) best = index.value;
  }
  return best;
}
