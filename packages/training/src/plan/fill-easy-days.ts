import { easySession, stridesSession, stridesWork, walkRunSession } from './build-session.ts';
import { civilDate } from './calendar-day.ts';
import type { FittedWeek } from './fit-week.ts';
import type { Prescription } from './intensity.ts';
import { largestRemainder } from './phases.ts';
import { placeEasyDays } from './place-days.ts';
import type { CheckedInput } from './plan-input.ts';
import type { QualityDay } from './plan-quality.ts';
import type { PlannedSession } from './plan.ts';
import { fitsBudget, type ZoneBudget } from './zone-budget.ts';

export type EasyRequest = {
  input: CheckedInput;
  prescription: Prescription;
  budget: ZoneBudget;
  runDays: readonly number[];
  raceDay: number | null;
  longDay: number | null;
  longM: number;
  quality: readonly QualityDay[];
  /** Volume beside the long run, m. */
  restM: number;
  /** Easy runs wanted, and the fewest the week needs. */
  runs: number;
  leastRuns: number;
  shortestM: number;
  fitted: FittedWeek;
  lastHardDay: number | null;
  rungOn: (day: number) => number | null;
  noStrides: (day: number) => boolean;
};

const MOST_STRIDES = 6;

/**
 * Easy days of a week: what the long run and the quality sessions leave, in equal parts of whole 500 m. Runs that would last less than 20 minutes are dropped while
 * the others can take their distance; what they cannot take lengthens warm-up and cool-down of the quality sessions.
 */
export function fillEasyDays(request: EasyRequest): {
  quality: QualityDay[];
  sessions: PlannedSession[];
} {
  const { fitted, quality: planned } = request;
  const total = planned.reduce((sum, { metres }) => sum + metres, 0);
  let left = request.restM - total;
  let runs = request.runs;
  while (runs > request.leastRuns && (runs > 0 ? left / runs : Infinity) < request.shortestM)
    runs--;
  const overflow = runs === 0 ? left : Math.max(0, left - runs * fitted.otherM);
  const quality = lengthen(planned, overflow, fitted.otherM);
  left = request.restM - quality.reduce((sum, { metres }) => sum + metres, 0);

  const sizes = easySizes(left, runs, request, quality);
  const taken = quality.map(({ day }) => day);
  if (request.longDay !== null) taken.push(request.longDay);
  const free = request.runDays.filter((day) => !taken.includes(day));
  const around = request.raceDay === null ? taken : [...taken, request.raceDay];
  const days = placeEasyDays(free, around, sizes.length);
  return { quality, sessions: easySessions(request, days, sizes, taken) };
}

/** Hands metres to the quality sessions in steps of 100 m, in turn, while they have room. */
function lengthen(quality: readonly QualityDay[], metres: number, most: number): QualityDay[] {
  const longer = quality.map((each) => ({ ...each }));
  let steps = Math.round(metres / 100);
  while (steps > 0 && longer.some((each) => each.metres + 100 <= most)) {
    for (const each of longer) {
      if (steps === 0 || each.metres + 100 > most) continue;
      each.metres += 100;
      steps--;
    }
  }
  return longer;
}

/** Easy distances by largest remainder; rounded to the nearest step unless that would pass the week's minutes, then down to 100 m. */
function easySizes(
  metres: number,
  runs: number,
  request: EasyRequest,
  quality: readonly QualityDay[],
): number[] {
  if (runs <= 0 || metres <= 0) return [];
  const unit = metres / runs < 1_000 ? Math.min(100, request.fitted.unitM) : request.fitted.unitM;
  const most = Math.floor(request.fitted.otherM / unit);
  const steps = Math.min(runs * most, Math.round(metres / unit));
  const weekS = request.input.limits.weekS;
  const fits = (sum: number) => weekS === null || weekSeconds(request, quality, sum) <= weekS;
  if (fits(steps * unit)) return equalParts(steps, runs).map((part) => part * unit);
  const whole = Math.min(runs * most, Math.floor(metres / unit));
  const sizes = equalParts(whole, runs).map((part) => part * unit);
  const last = sizes.length - 1;
  const remainder = Math.floor((metres - whole * unit) / 100) * 100;
  sizes[last] = Math.min(request.fitted.otherM, (sizes[last] ?? 0) + remainder);
  return sizes.filter((size) => size > 0);
}

/** An upper bound of the week's time: everything at easy pace except the quality work, which is no slower. */
function weekSeconds(request: EasyRequest, quality: readonly QualityDay[], easyM: number): number {
  const slowM = quality.reduce((sum, { metres }) => sum + metres, request.longM + easyM);
  return (slowM * request.input.planPace) / 1000;
}

function equalParts(total: number, count: number): number[] {
  return largestRemainder(total, Array<number>(count).fill(1)).filter((part) => part > 0);
}

function easySessions(
  request: EasyRequest,
  days: readonly number[],
  sizes: readonly number[],
  hardDays: readonly number[],
): PlannedSession[] {
  const { prescription } = request;
  let stridesDone = false;
  return days.map((day, index) => {
    const date = civilDate(day);
    const metres = sizes[index] ?? 0;
    const rung = request.rungOn(day);
    if (rung !== null) return walkRunSession(date, metres, rung, prescription);
    const strides = stridesDone || request.noStrides(day) ? 0 : stridesThatFit(request, metres);
    if (strides > 0) {
      stridesDone = true;
      return stridesSession(date, metres, strides, prescription);
    }
    const afterHard = hardDays.includes(day - 1) || request.lastHardDay === day - 1;
    return easySession(date, metres, afterHard ? 'recovery' : 'easy', prescription);
  });
}

function stridesThatFit(request: EasyRequest, metres: number): number {
  for (let times = MOST_STRIDES; times > 0; times--) {
    const { metres: strideM, zones } = stridesWork(times, request.prescription);
    if (strideM <= 0.6 * metres && fitsBudget(request.budget, 'R', zones.R.metres, zones.R.seconds))
      return times;
  }
  return 0;
}
