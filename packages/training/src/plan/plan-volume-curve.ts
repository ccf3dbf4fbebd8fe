import { none, type None } from '../result.ts';
import {
  GOAL_DISTANCES,
  GOALS,
  LEVELS,
  LONG_MARATHON_TAPER,
  LONG_TAPER_FROM_PEAK_M,
  longRunShare,
  MAX_PLAN_WEEKS,
  type GoalDistance,
  type Level,
} from './goal-table.ts';
import { longRunCurve } from './long-run-curve.ts';
import { volumeCurve, type CurveRequest, type VolumeWeek, type WeekKind } from './volume-curve.ts';

export type PlanCurveInput = {
  distance: GoalDistance;
  weeks: number;
  baseM: number;
  longestM: number;
  runsPerWeek: number;
  easyPaceSPerKm: number;
  level: Level;
  age: number;
  limits: { sessionS: number | null; weekS: number | null };
  longTaper: boolean;
};

export type PlanCurve = {
  weeks: { kind: WeekKind; metres: number; longRunM: number }[];
  warnings: 'PEAK_BELOW_ADVISED'[];
};

/**
 * The two curves of `plan/1` alone (steps 1–3; policy), for a preview before days and sessions are known: volume and long run per week in m, not rounded.
 * Weeks whole, 1–52; base > 0 m; runs 3–7; easy pace 120–1200 s/km; age 18–100. Reasons: `INVALID_INPUT`, `RED_FLAG` (under 18), `OUT_OF_RANGE`,
 * `WEEKS_LT_TAPER`, `NO_BASELINE`, `NOT_ENOUGH_DAYS`. `PEAK_BELOW_ADVISED` is a warning.
 */
export function planVolumeCurve(input: PlanCurveInput): { value: PlanCurve } | None {
  const problem = curveProblem(input);
  if (problem !== null) return problem;
  const share = longRunShare(input.runsPerWeek);
  if (share === null) return none('NOT_ENOUGH_DAYS', 'a plan needs three running days a week');
  const request: CurveRequest = {
    ...input,
    taper: GOALS[input.distance].taper,
    weekLimitS: input.limits.weekS,
  };
  const { volume } = chooseTaper(request, input.longTaper);
  const long = longRunCurve(volume, {
    ...input,
    share,
    sessionLimitS: input.limits.sessionS,
  });
  return {
    value: {
      weeks: volume.map((week, index) => ({ ...week, longRunM: long[index] ?? 0 })),
      warnings: peakOf(volume) < GOALS[input.distance].advisedPeakM ? ['PEAK_BELOW_ADVISED'] : [],
    },
  };
}

/** The curve with the goal's taper, or with the long marathon taper when it is wanted, fits, and its own curve peaks above 70 km. */
export function chooseTaper(
  request: CurveRequest,
  longTaper: boolean,
): { taper: readonly number[]; volume: VolumeWeek[] } {
  const wanted = longTaper && request.distance === 'marathon';
  if (wanted && request.weeks > LONG_MARATHON_TAPER.length) {
    const volume = volumeCurve({ ...request, taper: LONG_MARATHON_TAPER });
    if (peakOf(volume) > LONG_TAPER_FROM_PEAK_M) return { taper: LONG_MARATHON_TAPER, volume };
  }
  const { taper } = GOALS[request.distance];
  return { taper, volume: volumeCurve({ ...request, taper }) };
}

/** Largest week of a curve, m. */
export function peakOf(volume: readonly VolumeWeek[]): number {
  return Math.max(...volume.map(({ metres }) => metres));
}

function curveProblem(input: PlanCurveInput): None | null {
  const raw: unknown = input;
  if (!isRecord(raw) || !isRecord(raw['limits'])) return none('INVALID_INPUT', 'not a curve input');
  const { weeks, baseM, longestM, easyPaceSPerKm, age, runsPerWeek, limits } = input;
  const numbers = [weeks, baseM, longestM, easyPaceSPerKm, age, runsPerWeek];
  const limited = [limits.sessionS, limits.weekS].filter((limit) => limit !== null);
  if (![...numbers, ...limited].every(Number.isFinite) || longestM < 0 || weeks < 0)
    return none('INVALID_INPUT', 'a number is missing or negative');
  if (!GOAL_DISTANCES.includes(input.distance) || !LEVELS.includes(input.level))
    return none('INVALID_INPUT', 'unknown goal or level');
  if (!Number.isInteger(weeks) || !Number.isInteger(runsPerWeek))
    return none('INVALID_INPUT', 'weeks and runs are whole numbers');
  if (age < 18) return none('RED_FLAG', 'no personal plan under 18');
  if (weeks > MAX_PLAN_WEEKS || age > 100 || runsPerWeek > 7)
    return none('OUT_OF_RANGE', 'at most 52 weeks, 100 years, 7 runs');
  if (easyPaceSPerKm < 120 || easyPaceSPerKm > 1_200 || limited.some((limit) => limit < 1_200))
    return none('OUT_OF_RANGE', 'paces 2:00–20:00 per km, limits from 20 minutes');
  if (weeks <= GOALS[input.distance].taper.length)
    return none('WEEKS_LT_TAPER', `${weeks} weeks leave nothing before the taper`);
  return baseM > 0 ? null : none('NO_BASELINE', 'no running in the last four weeks');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
