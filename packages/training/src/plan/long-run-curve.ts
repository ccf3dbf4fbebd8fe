import { GOALS, type GoalDistance } from './goal-table.ts';
import type { VolumeWeek } from './volume-curve.ts';

export type LongRunRequest = {
  distance: GoalDistance;
  baseM: number;
  /** Longest run of the last 30 days, m; 0 when there was none. */
  longestM: number;
  /** Share of the week the long run may take, 0–1. */
  share: number;
  easyPaceSPerKm: number;
  /** Time the athlete has for one session, s; null when free. */
  sessionLimitS: number | null;
};

/** Where the first long run starts from when there was no run in 30 days: 5 km or 40 % of the weekly base, m (policy). */
export function firstRunBasis(baseM: number): number {
  return Math.min(5_000, 0.4 * baseM);
}

/** Goal cap in m: distance, minutes at easy pace, and the athlete's own session limit. */
export function longRunCap(
  request: Pick<LongRunRequest, 'distance' | 'easyPaceSPerKm' | 'sessionLimitS'>,
): number {
  const { longRunCapM, longRunCapS } = GOALS[request.distance];
  const seconds = Math.min(longRunCapS, request.sessionLimitS ?? Infinity);
  return Math.min(longRunCapM, (seconds * 1000) / request.easyPaceSPerKm);
}

/**
 * Long run of every week in m (`plan/1`, step 3; policy): at most 10 % beyond the longest of the last four long runs (session spike,
 * Frandsen 2025), within the share of the week and the goal's caps; at most 75 % of that longest on a deload, 65 % of the longest of all
 * in the taper, and 0 in race week because the race is the long run.
 */
export function longRunCurve(volume: readonly VolumeWeek[], request: LongRunRequest): number[] {
  const basis = request.longestM > 0 ? request.longestM : firstRunBasis(request.baseM);
  const cap = longRunCap(request);
  const recent = [basis, basis, basis, basis];
  let longest = 0;
  return volume.map(({ kind, metres }, week) => {
    if (week === volume.length - 1) return 0;
    if (kind === 'taper') return Math.min(0.65 * longest, request.share * metres);
    const reach = Math.max(...recent);
    const free = Math.min(1.1 * reach, request.share * metres, cap);
    const run = kind === 'deload' ? Math.min(free, 0.75 * reach) : free;
    recent.shift();
    recent.push(run);
    longest = Math.max(longest, run);
    return run;
  });
}
