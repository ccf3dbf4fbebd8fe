import { none, type None } from './result.ts';

/** What is known about an athlete's heart. Everything may be missing; nothing is ever filled in. */
export type HeartRateProfile = {
  /** Highest heart rate, bpm. */
  max?: number | null | undefined;
  /** Resting heart rate, bpm. */
  rest?: number | null | undefined;
  /** Heart rate at threshold, bpm. */
  threshold?: number | null | undefined;
  sex?: 'M' | 'F' | null | undefined;
  /** Beta-blockers or ivabradine: heart rate then says nothing about effort (science.md §6). */
  betaBlockers?: boolean | undefined;
};

export const HIGHEST_BPM = 240;

/** A heart rate a living runner can show, bpm. 0 is "no reading" on most sensors. */
export function isHeartRate(bpm: number): boolean {
  return bpm >= 25 && bpm <= HIGHEST_BPM;
}

/** Reserve bounds, or why heart-rate methods do not apply: `NOT_APPLICABLE`, `MISSING_INPUT`, `INVALID_INPUT`. */
export function reserveOf(profile: HeartRateProfile): { max: number; rest: number } | None {
  if (profile.betaBlockers)
    return none('NOT_APPLICABLE', 'heart rate does not show effort under beta-blockers');
  const { max, rest } = profile;
  if (max == null) return none('MISSING_INPUT', 'maximum heart rate is unknown');
  if (rest == null) return none('MISSING_INPUT', 'resting heart rate is unknown');
  if (!isHeartRate(max) || !isHeartRate(rest) || rest >= max)
    return none('INVALID_INPUT', 'resting heart rate must lie below the maximum');
  return { max, rest };
}

/** Maximum, or why methods that need only it do not apply. Same reasons. */
export function maximumOf(profile: HeartRateProfile): number | None {
  if (profile.betaBlockers)
    return none('NOT_APPLICABLE', 'heart rate does not show effort under beta-blockers');
  if (profile.max == null) return none('MISSING_INPUT', 'maximum heart rate is unknown');
  if (!isHeartRate(profile.max))
    return none('INVALID_INPUT', 'maximum heart rate is no heart rate');
  return profile.max;
}

/** Threshold heart rate, or why methods that need it do not apply. Same reasons. */
export function thresholdOf(profile: HeartRateProfile): number | None {
  if (profile.betaBlockers)
    return none('NOT_APPLICABLE', 'heart rate does not show effort under beta-blockers');
  if (profile.threshold == null) return none('MISSING_INPUT', 'threshold heart rate is unknown');
  if (!isHeartRate(profile.threshold))
    return none('INVALID_INPUT', 'threshold heart rate is no heart rate');
  return profile.threshold;
}
