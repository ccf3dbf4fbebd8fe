import { none, type None } from '../result.ts';
import { civilDate } from './calendar-day.ts';
import { GOAL_DISTANCES, GOALS, MAX_PLAN_WEEKS, type GoalDistance } from './goal-table.ts';
import type { CheckedInput } from './plan-input.ts';
import type { PlanAlternative } from './plan.ts';
import { chooseTaper, peakOf } from './plan-volume-curve.ts';
import { volumeCurve, type CurveRequest, type VolumeWeek } from './volume-curve.ts';

/** `None` with ways out; the list is never empty for `WEEKS_LT_TAPER`, `NO_BASELINE` and `NOT_ENOUGH_DAYS`. */
export type PlanRefusal = None & { alternatives: PlanAlternative[] };

/** A base plan of this length brings someone from nothing to three regular runs (policy). */
const BASE_PLAN_WEEKS = 8;

export type FeasibleCurve = { weeks: number; taper: readonly number[]; volume: VolumeWeek[] };

/**
 * Weeks of the plan. The last one ends on race day: a race from Thursday to Sunday closes its own week, one from Monday to Wednesday
 * stretches the week before it to 8–10 days, because a taper week of one to three days could hold no training at all.
 */
function planWeeks(startDay: number, raceDay: number): number {
  return Math.floor((raceDay - startDay + 4) / 7);
}

/**
 * Step 1 of `plan/1`: `OUT_OF_RANGE` beyond 52 weeks, `WEEKS_LT_TAPER` when nothing is left before the taper; else the volume curve.
 * The long marathon taper is taken when asked for and its own curve peaks above 70 km.
 */
export function feasibleCurve(input: CheckedInput): FeasibleCurve | PlanRefusal {
  const weeks = planWeeks(input.startDay, input.raceDay);
  if (weeks > MAX_PLAN_WEEKS)
    return { ...none('OUT_OF_RANGE', `${weeks} weeks: start later`), alternatives: [] };
  const { taper } = GOALS[input.goal.distance];
  if (weeks <= taper.length)
    return {
      ...none('WEEKS_LT_TAPER', `${Math.max(0, weeks)} weeks leave nothing before the taper`),
      alternatives: tooSoonAlternatives(input, weeks),
    };
  return { weeks, ...chooseTaper(curveRequest(input, weeks, taper), input.longTaper) };
}

/** Adds the ways out to a reason found while reading the input. */
export function refuse(reason: None): PlanRefusal {
  const ways: Partial<Record<None['reason'], PlanAlternative[]>> = {
    NO_BASELINE: [{ kind: 'base-plan', weeks: BASE_PLAN_WEEKS }],
    NOT_ENOUGH_DAYS: [{ kind: 'more-days', days: 3 }],
  };
  return { ...reason, alternatives: ways[reason.reason] ?? [] };
}

/** Ways out when the peak stays below the advised one: the first race date that reaches it, the longest shorter race this peak is enough for, or walking breaks. */
export function lowPeakAlternatives(input: CheckedInput, peakM: number): PlanAlternative[] {
  const alternatives: PlanAlternative[] = [];
  const { taper, advisedPeakM } = GOALS[input.goal.distance];
  const weeksNow = planWeeks(input.startDay, input.raceDay);
  const reaches = (weeks: number) =>
    peakOf(volumeCurve(curveRequest(input, weeks, taper))) >= advisedPeakM;
  if (weeksNow < MAX_PLAN_WEEKS && reaches(MAX_PLAN_WEEKS)) {
    // More weeks never lower the peak (P13), so the first sufficient number can be bisected.
    let [short, enough] = [weeksNow, MAX_PLAN_WEEKS];
    while (enough - short > 1) {
      const middle = Math.floor((short + enough) / 2);
      if (reaches(middle)) enough = middle;
      else short = middle;
    }
    alternatives.push(laterRace(input, enough - weeksNow));
  }
  const shorter = shorterThan(input.goal.distance).find(
    (distance) => GOALS[distance].advisedPeakM <= peakM,
  );
  if (shorter) alternatives.push({ kind: 'shorter-race', distance: shorter });
  alternatives.push({ kind: 'run-walk-finish' });
  return alternatives;
}

function tooSoonAlternatives(input: CheckedInput, weeks: number): PlanAlternative[] {
  const { taper } = GOALS[input.goal.distance];
  const shorter = shorterThan(input.goal.distance).find(
    (distance) => GOALS[distance].taper.length < weeks,
  );
  const later = laterRace(input, taper.length + 1 - weeks);
  return shorter ? [later, { kind: 'shorter-race', distance: shorter }] : [later];
}

function laterRace(input: CheckedInput, weeks: number): PlanAlternative {
  return { kind: 'later-race', raceDate: civilDate(input.raceDay + 7 * weeks) };
}

function shorterThan(distance: GoalDistance): GoalDistance[] {
  return GOAL_DISTANCES.slice(0, GOAL_DISTANCES.indexOf(distance)).toReversed();
}

function curveRequest(input: CheckedInput, weeks: number, taper: readonly number[]): CurveRequest {
  return {
    distance: input.goal.distance,
    weeks,
    taper,
    baseM: input.baseM,
    easyPaceSPerKm: input.planPace,
    level: input.level,
    age: input.age,
    weekLimitS: input.limits.weekS,
  };
}
