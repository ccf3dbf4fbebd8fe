import { isNone } from '../src/result.ts';
import { planVolumeCurve } from '../src/plan/plan-volume-curve.ts';
import type { GoalDistance, Level } from '../src/plan/goal-table.ts';

type CurveRow = {
  distance: GoalDistance;
  weeks: number;
  base_km: number;
  longest_30d_km: number;
  days: number;
  easy_pace_s_per_km: number;
  level: Level;
  age: number;
};

function kilometres(metres: number): number {
  return metres / 1000;
}

/** Topic of science.md §9; unit conversion lives here and nowhere else. */
export const referencePlan: Record<string, (input: never) => unknown> = {
  plan_volume_curve: (input: CurveRow) => {
    const curve = planVolumeCurve({
      distance: input.distance,
      weeks: input.weeks,
      baseM: input.base_km * 1000,
      longestM: input.longest_30d_km * 1000,
      runsPerWeek: input.days,
      easyPaceSPerKm: input.easy_pace_s_per_km,
      level: input.level,
      age: input.age,
      limits: { sessionS: null, weekS: null },
      longTaper: false,
    });
    if (isNone(curve)) return { feasible: false, reason: curve.reason };
    const { weeks, warnings } = curve.value;
    return {
      feasible: true,
      weekly_km: weeks.map(({ metres }) => kilometres(metres)),
      long_km: weeks.map(({ longRunM }) => kilometres(longRunM)),
      kind: weeks.map(({ kind }) => kind),
      warnings,
    };
  },
};
