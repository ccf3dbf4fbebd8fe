import { dayNumber } from '../civil-date.ts';
import { none, type None } from '../result.ts';
import { weekdayOf, type Weekday } from './calendar-day.ts';
import { GOAL_DISTANCES, LEVELS, longRunShare } from './goal-table.ts';
import {
  INTERRUPTION_KINDS,
  PLAN_CAUTIONS,
  PLAN_RED_FLAGS,
  type CheckedInput,
  type Interruption,
  type PlanFlag,
  type PlanInput,
  type PlanPaces,
} from './plan-input.ts';

/** Less than one run of 20 minutes a week is no base for a plan (policy). */
const LEAST_WEEK_S = 1_200;
const PACE_RANGE: [number, number] = [120, 1200];

/**
 * Reads plan input that may be anything at all. Reasons, in this order: `INVALID_INPUT` (shape, dates, flags, paces out of order, long-run
 * day not available), `RED_FLAG` (under 18 or a flag of §11), `MISSING_INPUT` (no easy pace), `OUT_OF_RANGE`, `NO_BASELINE`, `NOT_ENOUGH_DAYS`.
 * Distances are kept in whole metres and paces in hundredths, so that a detour through miles changes nothing.
 */
export function checkPlanInput(input: PlanInput): CheckedInput | None {
  const raw: unknown = input;
  if (!isRecord(raw)) return invalid('input is not an object');
  const shape = shapeProblem(raw);
  if (shape !== null) return invalid(shape);
  if (input.age < 18) return none('RED_FLAG', 'no personal plan under 18');
  const red = input.flags.find((flag) => PLAN_RED_FLAGS.some((known) => known === flag));
  if (red !== undefined) return none('RED_FLAG', `no plan while "${red}" stands`);

  const startDay = dayNumber(input.start);
  const raceDay = dayNumber(input.goal.raceDate);
  if (startDay === null || raceDay === null) return invalid('a date is not a calendar date');
  if (weekdayOf(startDay) !== 1) return invalid('a plan starts on a Monday');
  const availableDays = sortedUnique(input.availableDays);
  if (!availableDays.includes(input.longRunDay))
    return invalid('the long-run day is not an available day');
  const planPace = planningPace(input.paces, input.easyPaceSPerKm);
  if (typeof planPace !== 'number') return planPace;
  const range = rangeProblem(input);
  if (range !== null) return none('OUT_OF_RANGE', range);

  const baseM = Math.round(input.baseM);
  if (baseM <= 0) return none('NO_BASELINE', 'no running in the last four weeks');
  if (baseM * planPace < LEAST_WEEK_S * 1000)
    return none('NO_BASELINE', 'less than one run of 20 minutes a week is no base for a plan');
  const runs = Math.min(availableDays.length, input.runsPerWeek ?? 6);
  if (longRunShare(runs) === null)
    return none('NOT_ENOUGH_DAYS', 'a plan needs three running days a week');
  const longestM = Math.round(input.longestM);
  if (longestM > 0 && 1.1 * longestM * runs * planPace < LEAST_WEEK_S * 1000)
    return none('NO_BASELINE', 'the longest run of 30 days is too short for a first week');
  return {
    ...input,
    paces: roundedPaces(input.paces),
    easyPaceSPerKm: input.easyPaceSPerKm === null ? null : hundredths(input.easyPaceSPerKm),
    goal: { distance: input.goal.distance, raceDate: input.goal.raceDate },
    availableDays,
    flags: sortedUnique(input.flags),
    interruptions: sortedInterruptions(input.interruptions),
    baseM,
    longestM,
    startDay,
    raceDay,
    runs,
    planPace,
  };
}

function invalid(detail: string): None {
  return none('INVALID_INPUT', detail);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value);
}

function isNumberOrNull(value: unknown): boolean {
  return value === null || isNumber(value);
}

function isOneOf(value: unknown, allowed: readonly unknown[]): boolean {
  return allowed.includes(value);
}

function isListOf(value: unknown, accept: (item: unknown) => boolean): boolean {
  // Array.from turns holes into undefined, which no reader accepts; `every` alone would skip them.
  return Array.isArray(value) && value.length <= 400 && Array.from(value).every(accept);
}

function isDate(value: unknown): value is string {
  return typeof value === 'string' && dayNumber(value) !== null;
}

function isWeekday(value: unknown): value is Weekday {
  return isOneOf(value, [1, 2, 3, 4, 5, 6, 7]);
}

function isInterruption(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { kind, from, to } = value;
  return isOneOf(kind, INTERRUPTION_KINDS) && isDate(from) && isDate(to) && from <= to;
}

function shapeProblem(raw: Record<string, unknown>): string | null {
  const { goal, limits } = raw;
  if (!isRecord(goal) || !isOneOf(goal['distance'], GOAL_DISTANCES)) return 'unknown goal distance';
  if (!isDate(goal['raceDate']) || !isDate(raw['start'])) return 'a date is not a calendar date';
  if (!isRecord(limits) || !isNumberOrNull(limits['sessionS']) || !isNumberOrNull(limits['weekS']))
    return 'limits are seconds or null';
  if (!isNumber(raw['baseM']) || !isNumber(raw['longestM']) || raw['longestM'] < 0)
    return 'weekly base and longest run are distances in metres';
  if (!isNumber(raw['age']) || raw['age'] < 0) return 'age is a number of years';
  if (!isListOf(raw['availableDays'], isWeekday) || !isWeekday(raw['longRunDay']))
    return 'days are weekdays 1 to 7';
  if (!isNumberOrNull(raw['runsPerWeek'])) return 'runs per week is a number or null';
  if (!isNumberOrNull(raw['easyPaceSPerKm']) || !isNumberOrNull(raw['thresholdHeartRate']))
    return 'easy pace and threshold heart rate are numbers or null';
  if (!isOneOf(raw['level'], LEVELS)) return 'unknown level';
  if (!isListOf(raw['flags'], (flag) => isOneOf(flag, [...PLAN_RED_FLAGS, ...PLAN_CAUTIONS])))
    return 'unknown flag';
  if (!isListOf(raw['interruptions'], isInterruption))
    return 'an interruption is a kind and two dates';
  if (typeof raw['longTaper'] !== 'boolean') return 'longTaper is true or false';
  return pacesProblem(raw['paces']);
}

function pacesProblem(paces: unknown): string | null {
  if (paces === null) return null;
  const wrong = 'paces are s/km, ordered R < I < T < M < E';
  if (!isRecord(paces) || !Array.isArray(paces['easy']) || paces['easy'].length !== 2) return wrong;
  const [slow, fast] = paces['easy'] as unknown[];
  const ordered = [
    paces['repetition'],
    paces['interval'],
    paces['threshold'],
    paces['marathon'],
    fast,
    slow,
  ];
  let previous = 0;
  for (const pace of ordered) {
    if (!isNumber(pace) || pace <= previous) return wrong;
    previous = pace;
  }
  return null;
}

function rangeProblem(input: PlanInput): string | null {
  const { paces, limits } = input;
  if (input.age > 100) return 'age above 100';
  if (input.baseM > 300_000 || input.longestM > 300_000) return 'distances above 300 km';
  if (input.runsPerWeek !== null && !Number.isInteger(input.runsPerWeek))
    return 'runs per week is a whole number';
  if (input.runsPerWeek !== null && (input.runsPerWeek < 0 || input.runsPerWeek > 7))
    return 'runs per week outside 0–7';
  if (limits.sessionS !== null && limits.sessionS < 1_200) return 'sessions under 20 minutes';
  if (limits.weekS !== null && limits.weekS < 3_600) return 'weeks under an hour';
  const heartRate = input.thresholdHeartRate;
  if (heartRate !== null && (heartRate < 80 || heartRate > 220))
    return 'threshold heart rate outside 80–220 bpm';
  const known = paces === null ? [] : [paces.easy[0], paces.repetition];
  if (input.easyPaceSPerKm !== null) known.push(input.easyPaceSPerKm);
  return known.every((pace) => pace >= PACE_RANGE[0] && pace <= PACE_RANGE[1])
    ? null
    : 'paces outside 2:00–20:00 per km';
}

/** Never faster than the easy band's fast end: an athlete who runs every easy day too fast must not get a bigger plan for it. */
function planningPace(paces: PlanPaces | null, observed: number | null): number | None {
  if (paces === null && observed === null)
    return none('MISSING_INPUT', 'neither training paces nor an observed easy pace');
  const pace =
    paces === null
      ? (observed ?? 0)
      : observed === null
        ? paces.easy[0]
        : Math.max(observed, paces.easy[1]);
  return hundredths(pace);
}

function hundredths(pace: number): number {
  return Math.round(pace * 100) / 100;
}

function roundedPaces(paces: PlanPaces | null): PlanPaces | null {
  if (paces === null) return null;
  return {
    easy: [hundredths(paces.easy[0]), hundredths(paces.easy[1])],
    marathon: hundredths(paces.marathon),
    threshold: hundredths(paces.threshold),
    interval: hundredths(paces.interval),
    repetition: hundredths(paces.repetition),
  };
}

function sortedUnique<T extends Weekday | PlanFlag>(values: readonly T[]): T[] {
  return [...new Set(values)].toSorted((a, b) => (a < b ? -1 : 1));
}

function sortedInterruptions(list: readonly Interruption[]): Interruption[] {
  const key = ({ from, to, kind }: Interruption) => `${from} ${to} ${kind}`;
  const unique = new Map(list.map((item) => [key(item), item]));
  return [...unique.keys()].toSorted().flatMap((each) => {
    const item = unique.get(each);
    return item ? [{ kind: item.kind, from: item.from, to: item.to }] : [];
  });
}
