import type { GoalDistance, Level } from './goal-table.ts';
import { GOALS } from './goal-table.ts';

export type WeekKind = 'build' | 'deload' | 'taper';

export type CurveRequest = {
  distance: GoalDistance;
  /** Whole weeks up to and including the race week. */
  weeks: number;
  taper: readonly number[];
  /** Mean weekly distance of the last four complete weeks, m. */
  baseM: number;
  /** Pace that turns minutes into distance, s/km. */
  easyPaceSPerKm: number;
  level: Level;
  age: number;
  /** Running time the athlete has in a week, s; null when free. */
  weekLimitS: number | null;
};

export type VolumeWeek = { kind: WeekKind; metres: number };

/** A deload comes every third week for novices and from age 50 on, else every fourth (policy). */
export function deloadEvery(level: Level, age: number): number {
  return age >= 50 || level === 'novice' ? 3 : 4;
}

/** Weekly ceiling in m: the goal's cap by level and, with a weekly time limit, what fits into it at easy pace. */
function weeklyCap(request: CurveRequest): number {
  const cap = GOALS[request.distance].weeklyCapM[request.level];
  if (request.weekLimitS === null) return cap;
  return Math.min(cap, (request.weekLimitS * 1000) / request.easyPaceSPerKm);
}

/**
 * Weekly volume in m (`plan/1`, step 2; policy). Building weeks climb by one constant ratio of at most 10 %, so that the last one lands
 * on the target when there is time for it; below 20 km a floor of 1.5 km keeps small bases moving, and no step exceeds 13 %.
 * Deload weeks are 80 % of the level reached; taper weeks are shares of the last building week.
 * Expects checked input: weeks > taper weeks, base > 0.
 */
export function volumeCurve(request: CurveRequest): VolumeWeek[] {
  const buildingWeeks = request.weeks - request.taper.length;
  const every = deloadEvery(request.level, request.age);
  const isDeload = (week: number) => (week + 1) % every === 0 && week !== buildingWeeks - 1;
  const { baseM } = request;
  const cap = weeklyCap(request);
  const target = Math.min(cap, Math.max(1.6 * baseM, baseM + 20_000));
  let level = Math.min(baseM, cap);
  const ceiling = Math.max(target, level);

  let steps = 0;
  for (let week = 1; week < buildingWeeks; week++) if (!isDeload(week)) steps++;
  const ratio = steps === 0 ? 0 : Math.min(0.1, (ceiling / level) ** (1 / steps) - 1);

  const curve: VolumeWeek[] = [];
  for (let week = 0; week < buildingWeeks; week++) {
    const deload = isDeload(week);
    if (week > 0 && !deload) {
      const wanted = Math.max(ratio * level, level < 20_000 ? 1_500 : 0);
      level = Math.min(level + Math.min(wanted, 0.13 * level), ceiling);
    }
    curve.push(deload ? { kind: 'deload', metres: 0.8 * level } : { kind: 'build', metres: level });
  }
  const last = curve.at(-1)?.metres ?? 0;
  for (const share of request.taper) curve.push({ kind: 'taper', metres: share * last });
  return curve;
}
