import type { LongRunRule, VolumeRule } from './plan.ts';
import type { WeekKind } from './volume-curve.ts';

export type FitRequest = {
  kind: WeekKind;
  isRaceWeek: boolean;
  /** Volume and long run the curves ask for, m. */
  curveM: number;
  curveLongM: number;
  /** Share of normal volume that breaks leave of this week, 0–1. */
  breakShare: number;
  /** Fitted volume of the earlier weeks, m, oldest first, and the weekly base before them. */
  earlierM: readonly number[];
  baseM: number;
  /** Runs a week without breaks holds, and runs this week can hold. */
  usualRuns: number;
  mostRuns: number;
  longShare: number;
  /** Longest a run may be that is not the long run, m. */
  otherCapM: number;
  /** Longest the long run may be by its history (P3), m; 0 for no long run this week. */
  longCapM: number;
  /** Longest the long run may be by goal, session limit and spacing of hard days, m. */
  goalCapM: number;
};

export type FittedWeek = {
  metres: number;
  /** Volume without the breaks: what a taper is a share of. */
  levelM: number;
  longM: number;
  /** Longest other run, m, a multiple of `unitM`. */
  otherM: number;
  /** Easy runs come in steps of this: 500 m, or 100 m where runs are shorter than 2 km. */
  unitM: number;
  volumeRule: VolumeRule;
  longRule: LongRunRule;
};

/**
 * Fits the curves into a real week. Steps 2 and 3 of `plan/1` speak of volume alone; a week must also hold it in sessions that keep P3, P5 and the
 * session limits, and stay inside P2 after a break. So the volume is the least of
 *
 * - the curve,
 * - P2: 1.13 × the largest of the base and the last four weeks, and for building weeks 1.30 × the largest of the base and weeks −6 … −2,
 * - what the runs can hold: long run + (runs − 1) × longest other run, where with a long run at its share of the week
 *   the sum solves to (runs − 1) × other / (1 − share). In building weeks no other run is longer than the long run,
 *
 * times the share breaks leave. All bounds only lower a week, so P13 carries over from the curve.
 */
export function fitWeek(request: FitRequest): FittedWeek {
  const { kind, curveM, baseM, mostRuns, longShare } = request;
  const wantsLong = request.longCapM > 0 && mostRuns >= runsForLong(longShare);
  const longCap = wantsLong
    ? floorTo(Math.min(request.curveLongM, request.longCapM, request.goalCapM), 100)
    : 0;
  let otherCap = request.otherCapM;
  if (kind === 'build' && wantsLong) otherCap = Math.min(otherCap, longCap);
  if (request.isRaceWeek) otherCap = Math.min(otherCap, curveM / 2);
  const unitM = otherCap >= 2_000 ? 500 : 100;
  const otherM = floorTo(otherCap, unitM);

  const roomOf = (runs: number) => {
    const others = Math.max(0, runs - (wantsLong ? 1 : 0)) * otherM;
    return wantsLong ? Math.min(longCap + others, others / (1 - longShare)) : others;
  };
  const recent = Math.max(baseM, ...request.earlierM.slice(-4));
  const before = Math.max(baseM, ...request.earlierM.slice(-6, -1));
  const steady = Math.min(1.13 * recent, kind === 'taper' ? Infinity : 1.3 * before);
  const room = roomOf(request.usualRuns);
  const levelM = floorTo(Math.min(curveM, room, steady), 1);
  const metres = floorTo(Math.min(levelM * request.breakShare, roomOf(mostRuns)), 1);
  const longM = wantsLong ? Math.min(longCap, floorTo(longShare * metres, 100)) : 0;
  return {
    metres,
    levelM,
    longM,
    otherM,
    unitM,
    volumeRule: volumeRule(request, Math.min(room, steady) + 1 < curveM, room <= steady),
    longRule: longRule(request, longM, metres),
  };
}

/** Fewest runs among which one can stay inside its share of the week and still be the longest. */
function runsForLong(longShare: number): number {
  return Math.ceil(1 / longShare);
}

/** Rounded down to a step, except that the noise of floats must not cost one: 13 199.999999 is 13.2 km. */
export function floorTo(metres: number, unit: number): number {
  return Math.floor((metres + 1e-6) / unit) * unit;
}

function volumeRule(request: FitRequest, lowered: boolean, byRoom: boolean): VolumeRule {
  if (request.breakShare < 1) return 'BREAK';
  if (lowered) return byRoom ? 'DAYS' : 'PROGRESSION';
  const rules: Record<WeekKind, VolumeRule> = { build: 'CURVE', deload: 'DELOAD', taper: 'TAPER' };
  return rules[request.kind];
}

function longRule(request: FitRequest, longM: number, metres: number): LongRunRule {
  if (longM === 0) return 'NONE';
  if (request.kind === 'taper') return 'TAPER';
  if (longM + 100 > request.longShare * metres) return 'SHARE';
  if (request.kind === 'deload') return 'DELOAD';
  return longM + 100 > request.goalCapM ? 'CAP' : 'SPIKE';
}
