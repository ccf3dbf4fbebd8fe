import { dayNumber } from './civil-date.ts';
import type { DailyLoads, DayLoad } from './daily-loads.ts';
import { estimate } from './estimate.ts';
import { ewmaAlpha, LONG_TERM_DAYS, RECENT_DAYS } from './load-ewma.ts';
import { none, type None, type Result } from './result.ts';

const METHOD = 'load-ewma/1';
/** The seed is the mean of this many first days (policy). */
const SEED_DAYS = 28;
/** For this many days the seed still shows: bias e^(−n/42). */
const WARM_UP_DAYS = 42;

/** Long-term and recent load, per day. */
export type LoadAverages = { longTerm: number; recent: number };

export type LoadCurveOptions = {
  /** The athlete's own averages before the first day, instead of the mean of the first 28 days. */
  seed?: LoadAverages | null;
  /** Median load per hour, standing in for runs of unknown load; without it such a day leaves the averages alone. */
  loadPerHour?: number | null;
  /** Whether today's balance looks at yesterday's averages (default) or today's. */
  balance?: 'previous_day' | 'same_day';
};

/**
 * Long-term and recent load by civil day from `firstDay` on. An accumulator: `appendDay` and `correctDay` change it in
 * place, and leave exactly what `loadCurve` would have built from the whole history. Read it through `loadOn`.
 */
export type LoadCurve = {
  firstDay: number;
  length: number;
  /** Load used per day; NaN on a held day. */
  used: Float64Array;
  /** 0 known, 1 partly estimated, 2 held because nothing was known. */
  status: Uint8Array;
  longTerm: Float64Array;
  recent: Float64Array;
  seed: LoadAverages;
  options: LoadCurveOptions;
};

/**
 * Builds the curve (`load-ewma/1`): one step per day, y ← y + (1 − e^(−1/τ))(x − y), τ = 42 and 7. A rest day is 0; a run of
 * unknown load is estimated from its duration and flagged, never 0. `INVALID_INPUT` for loads or options that are not
 * finite or negative, and the reasons of `dailyLoads`.
 */
export function loadCurve(
  history: DailyLoads | None,
  options: LoadCurveOptions = {},
): LoadCurve | None {
  if ('reason' in history) return history;
  const { seed, loadPerHour } = options;
  if (!isLoad(seed?.longTerm ?? 0) || !isLoad(seed?.recent ?? 0) || !isLoad(loadPerHour ?? 0))
    return none('INVALID_INPUT', 'seed and load per hour must be numbers and not negative');
  if (!history.days.every(isDay) || !Number.isInteger(history.firstDay))
    return none('INVALID_INPUT', 'a day has a load or duration that is negative or not finite');
  const n = history.days.length;
  if (n === 0) return none('TOO_FEW', 'no days');
  const curve: LoadCurve = {
    firstDay: history.firstDay,
    length: n,
    used: new Float64Array(n),
    status: new Uint8Array(n),
    longTerm: new Float64Array(n),
    recent: new Float64Array(n),
    seed: { longTerm: 0, recent: 0 },
    options,
  };
  for (let k = 0; k < n; k++) enter(curve, k, history.days[k]!);
  recomputeFrom(curve, 0);
  return curve;
}

/** Appends the next day in amortised O(1). Null when done, else `INVALID_INPUT` and nothing changed. */
export function appendDay(curve: LoadCurve, day: DayLoad): None | null {
  if (!isDay(day)) return none('INVALID_INPUT', 'a load or duration is negative or not finite');
  if (curve.length === curve.used.length) grow(curve);
  const k = curve.length;
  curve.length = k + 1;
  enter(curve, k, day);
  recomputeFrom(curve, k);
  return null;
}

/** Replaces day k (0 = first) and recomputes from there on. Null when done, else `INVALID_INPUT`/`OUT_OF_RANGE`. */
export function correctDay(curve: LoadCurve, k: number, day: DayLoad): None | null {
  if (!isDay(day)) return none('INVALID_INPUT', 'a load or duration is negative or not finite');
  if (!Number.isInteger(k) || k < 0 || k >= curve.length)
    return none('OUT_OF_RANGE', 'that day is not on the curve');
  enter(curve, k, day);
  recomputeFrom(curve, k);
  return null;
}

/** What one day looked like. */
export type LoadOnDay = {
  load: Result;
  longTerm: Result;
  recent: Result;
  balance: Result;
  ramp: Result;
};

/**
 * Load, long-term load, recent load, balance and seven-day ramp on a date. Flags: `warming-up` (first 42 days),
 * `estimated-load`, `held` (a run of unknown load and nothing to estimate it from), and the balance convention.
 * `OUT_OF_RANGE` off the curve, `TOO_SHORT` for a ramp in the first six days, `INVALID_INPUT` for a bad date.
 */
export function loadOn(curve: LoadCurve, date: string): LoadOnDay {
  const day = dayNumber(date);
  if (day === null) return refuseDay(none('INVALID_INPUT', 'the date is not YYYY-MM-DD'));
  const k = day - curve.firstDay;
  if (k < 0 || k >= curve.length)
    return refuseDay(none('OUT_OF_RANGE', 'that day is not on the curve'));
  const flags = dayFlags(curve, k);
  const rule = curve.options.balance ?? 'previous_day';
  const at = rule === 'previous_day' ? k - 1 : k;
  const balance = longTermAt(curve, at) - recentAt(curve, at);
  return {
    load:
      curve.status[k] === 2
        ? none('MISSING_INPUT', 'the load of a run on this day is unknown')
        : estimate(curve.used[k]!, 'load', METHOD, { flags: statusFlags(curve, k) }),
    longTerm: estimate(curve.longTerm[k]!, 'load/day', METHOD, { flags }),
    recent: estimate(curve.recent[k]!, 'load/day', METHOD, { flags }),
    balance: estimate(balance, 'load/day', METHOD, { flags: [...flags, rule] }),
    ramp:
      k < 6
        ? none('TOO_SHORT', 'a ramp needs seven days')
        : estimate(rampAt(curve, k), 'load/day', METHOD, { flags }),
  };
}

/**
 * Where this day's ramp stands among the athlete's own after warm-up, % of them that were no larger. `TOO_SHORT` with
 * fewer than 28 to compare with. A description of habit, never of injury risk.
 */
export function rampPercentile(curve: LoadCurve, date: string): Result {
  const day = dayNumber(date);
  const k = day === null ? -1 : day - curve.firstDay;
  if (k < 0 || k >= curve.length) return none('OUT_OF_RANGE', 'that day is not on the curve');
  const n = k - WARM_UP_DAYS + 1;
  if (n < 28) return none('TOO_SHORT', 'too few ramps of one’s own to compare with');
  const ramp = rampAt(curve, k);
  let below = 0;
  for (let i = WARM_UP_DAYS; i <= k; i++) if (rampAt(curve, i) <= ramp) below++;
  return estimate((100 * below) / n, '%', 'ramp-percentile/1', { n });
}

/** One step from stored values, for callers that keep days as rows. `load` NaN or null holds the averages. */
export function stepLoad(before: LoadAverages, load: number | null): LoadAverages {
  if (load === null || !isLoad(load)) return { ...before };
  return {
    longTerm: before.longTerm + ewmaAlpha(LONG_TERM_DAYS) * (load - before.longTerm),
    recent: before.recent + ewmaAlpha(RECENT_DAYS) * (load - before.recent),
  };
}

function enter(curve: LoadCurve, k: number, day: DayLoad): void {
  const rate = curve.options.loadPerHour ?? null;
  if (day.unknownS === 0) {
    curve.used[k] = day.load;
    curve.status[k] = 0;
  } else if (rate !== null) {
    curve.used[k] = day.load + (rate * day.unknownS) / 3600;
    curve.status[k] = 1;
  } else {
    curve.used[k] = NaN;
    curve.status[k] = 2;
  }
}

/** A change inside the seed window moves the seed, and with it everything. */
function recomputeFrom(curve: LoadCurve, k: number): void {
  const seedMoves = curve.options.seed == null && k < SEED_DAYS;
  if (k === 0 || seedMoves) curve.seed = seedOf(curve);
  const from = seedMoves ? 0 : k;
  const slow = ewmaAlpha(LONG_TERM_DAYS);
  const fast = ewmaAlpha(RECENT_DAYS);
  let longTerm = longTermAt(curve, from - 1);
  let recent = recentAt(curve, from - 1);
  for (let i = from; i < curve.length; i++) {
    const load = curve.used[i]!;
    if (curve.status[i] !== 2) {
      longTerm += slow * (load - longTerm);
      recent += fast * (load - recent);
    }
    curve.longTerm[i] = longTerm;
    curve.recent[i] = recent;
  }
}

function seedOf(curve: LoadCurve): LoadAverages {
  if (curve.options.seed != null) return curve.options.seed;
  let sum = 0;
  let days = 0;
  for (let i = 0; i < Math.min(SEED_DAYS, curve.length); i++) {
    if (curve.status[i] === 2) continue;
    sum += curve.used[i]!;
    days++;
  }
  const mean = days === 0 ? 0 : sum / days;
  return { longTerm: mean, recent: mean };
}

/** Day −1 is the seed. */
function longTermAt(curve: LoadCurve, k: number): number {
  return k < 0 ? curve.seed.longTerm : curve.longTerm[k]!;
}

function recentAt(curve: LoadCurve, k: number): number {
  return k < 0 ? curve.seed.recent : curve.recent[k]!;
}

function rampAt(curve: LoadCurve, k: number): number {
  return longTermAt(curve, k) - longTermAt(curve, k - 7);
}

function statusFlags(curve: LoadCurve, k: number): string[] {
  if (curve.status[k] === 0) return [];
  return curve.status[k] === 1 ? ['estimated-load'] : ['held'];
}

function dayFlags(curve: LoadCurve, k: number): string[] {
  return [...(k < WARM_UP_DAYS ? ['warming-up'] : []), ...statusFlags(curve, k)];
}

function refuseDay(bad: None): LoadOnDay {
  return { load: bad, longTerm: bad, recent: bad, balance: bad, ramp: bad };
}

function grow(curve: LoadCurve): void {
  const size = Math.max(64, 2 * curve.used.length);
  for (const column of ['used', 'longTerm', 'recent'] as const) {
    const wider = new Float64Array(size);
    wider.set(curve[column]);
    curve[column] = wider;
  }
  const wider = new Uint8Array(size);
  wider.set(curve.status);
  curve.status = wider;
}

function isDay(day: DayLoad): boolean {
  return isLoad(day.load) && isLoad(day.unknownS);
}

function isLoad(value: number): boolean {
  return value >= 0 && Number.isFinite(value);
}
