import { dayNumber } from './civil-date.ts';
import { hrvBand, meanOf, sampleSd } from './hrv-band.ts';
import { median } from './median.ts';

import type { Unit } from './result.ts';

export type SignalState = 'worse' | 'usual' | 'better' | 'unknown';

/** One line of evidence: what was compared with what, and how old the newest data are. */
export type SignalReading = {
  signal: 'check_in' | 'hrv' | 'resting_heart_rate' | 'sleep';
  state: SignalState;
  /** Days since the newest value used; null when there is none. */
  ageDays: number | null;
  value: number | null;
  /** What counts as usual for this athlete. */
  band: [low: number, high: number] | null;
  unit: Unit;
  /** Nights or check-ins in the recent window, and in the baseline. */
  n: number;
  baselineN: number;
  method: string;
  flags: string[];
};

/** One night as the athlete's devices saw it; null where unknown. Vendor scores and sleep stages are ignored on purpose. */
export type Night = {
  /** Civil date of the morning, `YYYY-MM-DD`. */
  date: string;
  rmssdMs: number | null;
  restingHeartRate: number | null;
  sleepS: number | null;
  /** Device and algorithm; a change starts a new baseline. */
  device: string | null;
};

const RECENT_DAYS = 7;
const BASELINE_DAYS = 60;
const MIN_RECENT = 3;
const MIN_BASELINE = 14;
const SHORT_NIGHT_S = 6 * 3600;
const SLEEP_BAND_S = 30 * 60;

type Windows = { recent: number[]; baseline: number[]; ageDays: number | null };

/** The 7 days up to `on` against the 60 days before them; several values of one day count as their mean. */
function windowsOf(
  nights: readonly Night[],
  on: string,
  read: (night: Night) => number | null,
): Windows {
  const today = dayNumber(on);
  const byAge = new Map<number, number[]>();
  for (const night of nights) {
    const [day, value] = [dayNumber(night.date), read(night)];
    if (today === null || day === null || day > today || value === null) continue;
    if (!Number.isFinite(value)) continue;
    byAge.set(today - day, [...(byAge.get(today - day) ?? []), value]);
  }
  const ages = [...byAge.keys()].sort((a, b) => a - b);
  const valuesOf = (from: number, below: number) =>
    ages.filter((age) => age >= from && age < below).map((age) => meanOf(byAge.get(age)!)!);
  return {
    recent: valuesOf(0, RECENT_DAYS),
    baseline: valuesOf(RECENT_DAYS, RECENT_DAYS + BASELINE_DAYS),
    ageDays: ages[0] ?? null,
  };
}

function believable(low: number, value: number | null, high: number): number | null {
  return value !== null && value >= low && value <= high ? value : null;
}

/** The device of the latest night with a value; nights of other devices cannot be compared with it. */
function latestDevice(nights: readonly Night[], on: string): string | null {
  const today = dayNumber(on) ?? -Infinity;
  let latest: { day: number; device: string } | null = null;
  for (const { date, device, rmssdMs } of nights) {
    const day = dayNumber(date);
    if (day === null || day > today || rmssdMs === null) continue;
    const name = device ?? '';
    if (!latest || day > latest.day || (day === latest.day && name < latest.device))
      latest = { day, device: name };
  }
  return latest?.device ?? null;
}

/**
 * Heart-rate variability: 7-day mean ln RMSSD against the athlete's own mean ± 0.5 SD (ln ms). Below and above the band are both unusual
 * and count as `worse`, flagged `below-band` or `above-band`; never `better`. `unknown` below 3 recent or 14 baseline nights of one device.
 * Source: Vesterinen 2016, Plews 2014.
 */
export function hrvSignal(nights: readonly Night[], on: string): SignalReading {
  const device = latestDevice(nights, on);
  const same = nights.filter((night) => (night.device ?? '') === device);
  const { recent, baseline, ageDays } = windowsOf(same, on, (night) => {
    const ms = believable(1, night.rmssdMs, 500);
    return ms === null ? null : Math.log(ms);
  });
  const band = hrvBand(baseline, recent);
  const usual = band.state === 'within' ? 'usual' : 'worse';
  const known = band.state !== null && band.state !== 'insufficient';
  return {
    signal: 'hrv',
    state: known ? usual : 'unknown',
    ageDays,
    value: meanOf(recent),
    band: known && band.lower !== null && band.upper !== null ? [band.lower, band.upper] : null,
    unit: '1',
    n: recent.length,
    baselineN: baseline.length,
    method: 'hrv-band/1',
    flags: known && usual === 'worse' ? [`${band.state}-band`] : [],
  };
}

/**
 * Resting heart rate in bpm: 7-day median against the baseline median ± max(0.5 SD, 2 bpm); lower is `better`.
 * `unknown` below 3 recent or 14 baseline nights; readings outside 25–120 bpm are ignored. Policy.
 */
export function restingHeartRateSignal(nights: readonly Night[], on: string): SignalReading {
  const { recent, baseline, ageDays } = windowsOf(nights, on, (night) =>
    believable(25, night.restingHeartRate, 120),
  );
  const value = median(recent);
  const centre = median(baseline);
  const enough = recent.length >= MIN_RECENT && baseline.length >= MIN_BASELINE;
  const half = Math.max(0.5 * (sampleSd(baseline) ?? 0), 2);
  const band: SignalReading['band'] =
    enough && centre !== null ? [centre - half, centre + half] : null;
  return {
    signal: 'resting_heart_rate',
    state: band && value !== null ? place(value, band, 'worse-when-high') : 'unknown',
    ageDays,
    value,
    band,
    unit: 'bpm',
    n: recent.length,
    baselineN: baseline.length,
    method: 'resting-heart-rate/1',
    flags: [],
  };
}

/**
 * Sleep in s: 7-day mean against the athlete's own median ± 30 min; three nights below 6 h among the 7 are `worse` in any case.
 * `unknown` below 3 recent or 14 baseline nights; nights outside 1–16 h are ignored. Policy.
 */
export function sleepSignal(nights: readonly Night[], on: string): SignalReading {
  const { recent, baseline, ageDays } = windowsOf(nights, on, (night) =>
    believable(3600, night.sleepS, 16 * 3600),
  );
  const value = meanOf(recent);
  const usual = median(baseline);
  const enough = recent.length >= MIN_RECENT && baseline.length >= MIN_BASELINE;
  const band: SignalReading['band'] =
    enough && usual !== null ? [usual - SLEEP_BAND_S, usual + SLEEP_BAND_S] : null;
  const short = recent.filter((seconds) => seconds < SHORT_NIGHT_S).length;
  const placed = band && value !== null ? place(value, band, 'worse-when-low') : 'unknown';
  return {
    signal: 'sleep',
    state: placed !== 'unknown' && short >= 3 ? 'worse' : placed,
    ageDays,
    value,
    band,
    unit: 's',
    n: recent.length,
    baselineN: baseline.length,
    method: 'sleep/1',
    flags: short >= 3 ? ['short-nights'] : [],
  };
}

function place(
  value: number,
  [low, high]: [number, number],
  sense: 'worse-when-high' | 'worse-when-low',
): SignalState {
  if (value >= low && value <= high) return 'usual';
  return value > high === (sense === 'worse-when-high') ? 'worse' : 'better';
}
