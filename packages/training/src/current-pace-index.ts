import { dayNumber } from './civil-date.ts';
import { paceIndex } from './pace-index.ts';
import { effortFlags, effortRefusal, type RaceEffort } from './race-effort.ts';
import { isNone, none, type Estimate, type None } from './result.ts';

/** The athlete's index today and the effort that earned it. */
export type CurrentPaceIndex = Estimate & { effort: RaceEffort; ageDays: number };

/** An eligible effort with its index and age; the raw material of the current index and of predictions. */
export type RankedEffort = { effort: RaceEffort; index: Estimate; ageDays: number };

export const CURRENT_DAYS = 84;
export const OLDEST_DAYS = 182;

/** Highest index first; ties go to the later, then the longer effort, so that the order of the list never matters. */
export function rankEfforts(efforts: readonly RaceEffort[], on: string): RankedEffort[] {
  const today = dayNumber(on);
  if (today === null) return [];
  const ranked: RankedEffort[] = [];
  for (const effort of efforts) {
    const day = dayNumber(effort.date);
    if (day === null || day > today || effortRefusal(effort)) continue;
    const index = paceIndex(effort);
    if (!isNone(index)) ranked.push({ effort, index, ageDays: today - day });
  }
  return ranked.sort(
    (a, b) =>
      b.index.value - a.index.value ||
      a.ageDays - b.ageDays ||
      b.effort.distanceM - a.effort.distanceM,
  );
}

/**
 * Current pace index (±1) on a civil date: the highest of the eligible efforts of the last 12 weeks; from 12 to 26 weeks old
 * `extrapolated` with flag `stale`. `TOO_OLD` when all are older, `TOO_FEW` when none is eligible, `INVALID_INPUT` when `on` is no date.
 * Heat, hills and altitude never correct it upwards. Policy over Daniels & Gilbert 1979.
 */
export function currentPaceIndex(
  efforts: readonly RaceEffort[],
  on: string,
): CurrentPaceIndex | None {
  if (dayNumber(on) === null) return none('INVALID_INPUT', 'the day is not a civil date');
  const ranked = rankEfforts(efforts, on);
  if (ranked.length === 0) return none('TOO_FEW', 'no race, time trial or all-out effort counts');
  const recent = ranked.filter((one) => one.ageDays <= CURRENT_DAYS);
  const usable = recent.length > 0 ? recent : ranked.filter((one) => one.ageDays <= OLDEST_DAYS);
  const best = usable[0];
  if (!best) return none('TOO_OLD', 'the newest effort that counts is older than 26 weeks');
  const stale = recent.length === 0;
  return {
    ...best.index,
    quality: stale ? 'extrapolated' : best.index.quality,
    n: usable.length,
    flags: [...effortFlags(best.effort), ...(stale ? ['stale'] : [])],
    effort: best.effort,
    ageDays: best.ageDays,
  };
}
