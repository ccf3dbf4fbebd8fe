import { sizeOfWork, workOf, type Work } from './build-session.ts';
import { LEVELS, type GoalDistance, type Level } from './goal-table.ts';
import { zoneOf, type Prescription } from './intensity.ts';
import type { Phase } from './phases.ts';
import type { WeekKind } from './volume-curve.ts';
import { QUALITY_WORKOUTS, type QualityId, type QualityWorkout } from './workout-library.ts';
import { fitsBudget, type ZoneBudget } from './zone-budget.ts';

export type QualityRequest = {
  week: number;
  phase: Phase;
  kind: WeekKind;
  goal: GoalDistance;
  level: Level;
  budget: ZoneBudget;
  /** Room for the work alone, warm-up and cool-down already taken off, m. */
  roomM: number;
  /** Week each workout was last used in. */
  lastUse: ReadonlyMap<string, number>;
  /** Quality sessions this week already has. */
  taken: readonly QualityWorkout[];
  prescription: Prescription;
};

export type QualityChoice = { workout: QualityWorkout; work: Work };

/** A time trial comes at the earliest four weeks after the last one, in the rested week (policy). */
const TIME_TRIAL_EVERY = 4;

/**
 * The quality session of `plan/1`, step 7: of the workouts that belong to the phase, goal and level and fit the zone budget and the room,
 * the first by this fixed ranking: a zone the week does not have yet · not used last week · made for this goal alone ·
 * longest unused (six weeks count as forever) · library order. Null when nothing fits: then the day stays easy.
 */
export function chooseQuality(request: QualityRequest): QualityChoice | null {
  const ranked = QUALITY_WORKOUTS.filter((workout) => belongs(workout, request))
    .map((workout, order) => ({ workout, rank: [...rankOf(workout, request), order] }))
    .toSorted((a, b) => compareRanks(a.rank, b.rank));
  for (const { workout } of ranked) {
    const work = sizedWork(workout, request);
    if (work !== null) return { workout, work };
  }
  return null;
}

function belongs(workout: QualityWorkout, request: QualityRequest): boolean {
  const { phase, goal, level, kind, week } = request;
  if (!workout.phases.includes(phase) || !workout.goals.includes(goal)) return false;
  if (LEVELS.indexOf(level) < LEVELS.indexOf(workout.smallestLevel)) return false;
  if (workout.id !== 'time-trial') return true;
  return kind === 'deload' && week - lastWeekOf(workout.id, request) >= TIME_TRIAL_EVERY;
}

function lastWeekOf(id: QualityId, { lastUse, taken, week }: QualityRequest): number {
  if (taken.some((workout) => workout.id === id)) return week;
  return lastUse.get(id) ?? (id === 'time-trial' ? -1 : -Infinity);
}

function rankOf(workout: QualityWorkout, request: QualityRequest): number[] {
  const unused = Math.min(6, request.week - lastWeekOf(workout.id, request));
  const due = workout.id === 'time-trial';
  return [
    due ? 0 : 1,
    zoneTaken(workout, request) ? 1 : 0,
    unused < 2 ? 1 : 0,
    workout.goals.length === 1 ? 0 : 1,
    -unused,
  ];
}

function zoneTaken(workout: QualityWorkout, { taken }: QualityRequest): boolean {
  const zone = zoneOf(workout.work.intensity);
  return taken.some(({ work }) => zoneOf(work.intensity) === zone);
}

function compareRanks(a: readonly number[], b: readonly number[]): number {
  for (const [index, value] of a.entries()) {
    const difference = value - (b[index] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** Sizes of every workout, largest first: times × seconds or metres. */
const SIZES: ReadonlyMap<QualityId, readonly { times: number; extent: number }[]> = new Map(
  QUALITY_WORKOUTS.map(({ id, work: { repeats, length } }) => {
    const [least, most] = repeats;
    const sizes = [];
    for (let times = most; times >= least; times--)
      for (let extent = length.most; extent >= length.least; extent -= length.step)
        sizes.push({ times, extent });
    return [id, sizes.toSorted((a, b) => b.times * b.extent - a.times * a.extent)] as const;
  }),
);

/** The largest size that fits; in the taper the smallest, because there the touch counts and not the amount. */
function sizedWork({ id, work }: QualityWorkout, request: QualityRequest): Work | null {
  const { prescription, budget, roomM } = request;
  const sizes = SIZES.get(id) ?? [];
  for (const { times, extent } of request.phase === 'taper' ? sizes.slice(-1) : sizes) {
    const { zone, zoneM, zoneS, metres } = sizeOfWork(work, times, extent, prescription);
    if (metres <= roomM && fitsBudget(budget, zone, zoneM, zoneS))
      return workOf(work, times, extent, prescription);
  }
  return null;
}
