import { CURRENT_DAYS, OLDEST_DAYS, rankEfforts, type RankedEffort } from './current-pace-index.ts';
import { personalExponent } from './riegel.ts';
import { isNone, none, type None } from './result.ts';

import type { RaceEffort } from './race-effort.ts';

/** The effort a prediction starts from, and the pair that knows the athlete's own endurance. */
export type PredictionSource = {
  source: RankedEffort;
  stale: boolean;
  /** Shorter and longer race of the pair, with their exponent; null when no two races qualify. */
  pair: { short: RaceEffort; long: RaceEffort; exponent: number } | null;
};

/** Beyond 4.5 or below a quarter of the source distance a prediction is extrapolation. */
export function isNearDistance(ratio: number): boolean {
  return ratio >= 0.25 && ratio <= 4.5;
}

/**
 * The best pair: longest race first, then the higher index of the shorter one. The order of `ranked` is already free of ties,
 * so that permuting the athlete's list changes nothing.
 */
function bestPair(ranked: readonly RankedEffort[]): PredictionSource['pair'] {
  const byLength = ranked.toSorted((a, b) => b.effort.distanceM - a.effort.distanceM);
  for (const long of byLength) {
    for (const short of ranked) {
      if (short.effort.distanceM >= long.effort.distanceM) continue;
      const exponent = personalExponent(short.effort, long.effort, short.ageDays - long.ageDays);
      if (!isNone(exponent))
        return { short: short.effort, long: long.effort, exponent: exponent.value };
    }
  }
  return null;
}

/**
 * Chooses the source effort for a target in m (policy): of the efforts of the last 12 weeks (else of 26, `stale`) the one with the
 * highest index whose distance is near the target; when none is near, the longest for a longer target and the shortest for a shorter one.
 * Reasons: `TOO_FEW` none counts, `TOO_OLD`, `OUT_OF_RANGE` when even that one is more than ten times shorter than the target.
 */
export function predictionSource(
  efforts: readonly RaceEffort[],
  on: string,
  targetM: number,
): PredictionSource | None {
  const ranked = rankEfforts(efforts, on);
  if (ranked.length === 0) return none('TOO_FEW', 'no race, time trial or all-out effort counts');
  const recent = ranked.filter((one) => one.ageDays <= CURRENT_DAYS);
  const usable = recent.length > 0 ? recent : ranked.filter((one) => one.ageDays <= OLDEST_DAYS);
  const distanceTo = ({ effort }: RankedEffort) => Math.abs(Math.log(targetM / effort.distanceM));
  const source =
    usable.find(({ effort }) => isNearDistance(targetM / effort.distanceM)) ??
    usable.toSorted((a, b) => distanceTo(a) - distanceTo(b))[0];
  if (!source) return none('TOO_OLD', 'the newest effort that counts is older than 26 weeks');
  if (targetM / source.effort.distanceM > 10)
    return none('OUT_OF_RANGE', 'the target is more than ten times the longest effort');
  return { source, stale: recent.length === 0, pair: bestPair(usable) };
}
