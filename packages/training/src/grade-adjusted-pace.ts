import {
  gradeAt,
  profileOf,
  type AltitudeSource,
  type ElevationProfile,
} from './elevation-profile.ts';
import { estimate } from './estimate.ts';
import { minettiRatio } from './minetti.ts';
import { maskOf, secondsMoved, type MovingMask } from './moving-time.ts';
import { none, type None, type Result } from './result.ts';
import { checkStream, type Stream } from './stream.ts';

const METHOD = 'gap/1';
/** Below this a runner stands or the grade means nothing, m/s (science.md §3). */
const STANDING_SPEED = 0.5;

/**
 * Public fit (sci-dani, 92 runs) to the curve behind Robb 2017's equal-heart-rate model: factor on speed for a grade in
 * percent (`gap-fit/1`). Minimum 0.865 at −9.4 %. `INVALID_INPUT` when not finite.
 */
export function gapFitFactor(gradePercent: number): Result {
  if (!Number.isFinite(gradePercent)) return none('INVALID_INPUT', 'grade is not finite');
  return estimate(fitOf(gradePercent), '1', 'gap-fit/1');
}

/**
 * Our factor on speed for a grade (rise/run) (`gap/1`, policy): the fit from −18 to 15 %, held below, blended into
 * Minetti 2002 from 15 to 25 %, Minetti above; the grade is clamped to ±0.40. `INVALID_INPUT` when not finite.
 */
export function gapFactor(grade: number): Result {
  if (!Number.isFinite(grade)) return none('INVALID_INPUT', 'grade is not finite');
  return estimate(gapFactorOf(grade), '1', METHOD, {
    flags: Math.abs(grade) > 0.4 ? ['grade-clamped'] : [],
  });
}

function gapFactorOf(grade: number): number {
  const g = 100 * (grade > 0.4 ? 0.4 : grade < -0.4 ? -0.4 : grade);
  if (g <= 15) return fitOf(g < -18 ? -18 : g);
  if (g >= 25) return minettiRatio(g / 100);
  const weight = (g - 15) / 10;
  return (1 - weight) * fitOf(g) + weight * minettiRatio(g / 100);
}

function fitOf(g: number): number {
  return 1 + (0.02869556 + 0.001520768 * g) * g;
}

/** What decides whether grades mean anything for this run. */
export type Terrain = {
  surface?: 'road' | 'track' | 'trail' | 'treadmill';
  /** A trail whose footing, not its grade, sets the pace. */
  technical?: boolean;
  altitudeSource?: AltitudeSource;
};

/**
 * Grade-adjusted speed of a run, m/s: Σ(distance × factor)/Σ(time) over moving time (`gap/1`). Always `estimated`.
 * `NOT_APPLICABLE` (treadmill, technical trail), `MISSING_INPUT` (no altitude), `LOW_COVERAGE`, `TOO_SHORT` (< 100 m
 * or never moved), `INVALID_INPUT`.
 */
export function gradeAdjustedSpeed(stream: Stream, terrain: Terrain = {}): Result {
  const bad = checkStream(stream);
  if (bad) return bad;
  const graded = gradedDistance(
    stream,
    gradedProfile(profileOf(stream, terrain.altitudeSource ?? 'gps'), terrain),
  );
  return gradedSpeedOf(graded, maskOf(stream));
}

/** The profile if grade adjustment applies to this terrain at all, else why not. */
export function gradedProfile(
  profile: ElevationProfile | None,
  terrain: Terrain,
): ElevationProfile | None {
  if (terrain.surface === 'treadmill')
    return none('NOT_APPLICABLE', 'a treadmill has no terrain grade');
  if (terrain.technical) return none('NOT_APPLICABLE', 'technical trail');
  return profile;
}

/** Cumulative grade-adjusted metres at each sample: what the same effort would have covered on the flat. */
export function gradedDistance(
  stream: Stream,
  profile: ElevationProfile | None,
): Float64Array | None {
  if ('reason' in profile) return profile;
  const { t, d } = stream;
  const n = t.length;
  const out = new Float64Array(n);
  let sum = 0;
  let lastT = t[0]!;
  let lastD = d[0]!;
  for (let i = 1; i < n; i++) {
    const now = t[i]!;
    const here = d[i]!;
    const metres = here - lastD;
    if (metres > 0) {
      const slow = metres < STANDING_SPEED * (now - lastT);
      sum += slow ? metres : metres * gapFactorOf(gradeAt(profile, lastD + metres / 2));
    }
    out[i] = sum;
    lastT = now;
    lastD = here;
  }
  return out;
}

export function gradedSpeedOf(graded: Float64Array | None, moving: MovingMask): Result {
  if (!(graded instanceof Float64Array)) return graded;
  const { mask } = moving;
  let metres = 0;
  for (let i = 1; i < mask.length; i++) if (mask[i] === 1) metres += graded[i]! - graded[i - 1]!;
  const seconds = secondsMoved(moving);
  if (!(seconds > 0)) return none('TOO_SHORT', 'no moving time');
  return estimate(metres / seconds, 'm/s', METHOD);
}
