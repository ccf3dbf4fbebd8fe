import { floorTo } from './fit-week.ts';
import { HARD_FROM_S, type WeekRequest } from './week-request.ts';
import { roomFor, type ZoneBudget } from './zone-budget.ts';

/** Blocks shorter than this teach nothing about the race, m (policy). */
const SHORTEST_BLOCK_M = 3_000;

/**
 * Metres at marathon pace inside a long run; 0 for none. Only in the build and peak of half-marathon and longer goals, every second week, in long runs
 * that are hard anyway (so that no day turns hard unseen), at most 40 % of the run and what the zone budget still holds.
 */
export function longMarathonPace(
  { input, prescription, phase, kind, index, lastUse }: WeekRequest,
  longM: number,
  budget: ZoneBudget,
): number {
  const { distance } = input.goal;
  if (kind !== 'build' || (phase !== 'build' && phase !== 'peak')) return 0;
  if (distance === '5k' || distance === '10k' || input.level === 'novice') return 0;
  if (input.flags.includes('injury') || input.flags.includes('illness')) return 0;
  if (index - (lastUse.get('long-marathon-pace') ?? -Infinity) < 2) return 0;
  // Marathon pace is faster than easy: the run must pass 90 minutes even so, or it would be hard by pace alone.
  if ((longM * prescription.pace.M) / 1000 <= HARD_FROM_S) return 0;
  const metres = Math.min(floorTo(0.4 * longM, 500), roomFor(budget, 'M', prescription.pace.M));
  return metres >= SHORTEST_BLOCK_M ? metres : 0;
}
