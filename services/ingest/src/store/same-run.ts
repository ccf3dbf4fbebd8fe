import type { ActivityFormat } from '../parse/parsed-activity.ts';

export type Span = { startedAt: Date; elapsedS: number };

const START_TOLERANCE_S = 60;
const DURATION_TOLERANCE = 0.05;
const LEAST_OVERLAP = 0.9;

/**
 * Whether two recordings are of one run (policy): they start within 60 s and their durations differ by at most 5 %,
 * or at least 90 % of the longer is covered by the other. Distance is no key: a track measures a percent more.
 */
export function isSameRun(a: Span, b: Span): boolean {
  const startA = a.startedAt.getTime() / 1000;
  const startB = b.startedAt.getTime() / 1000;
  const longer = Math.max(a.elapsedS, b.elapsedS);
  const alike =
    Math.abs(startA - startB) <= START_TOLERANCE_S &&
    Math.abs(a.elapsedS - b.elapsedS) <= DURATION_TOLERANCE * longer;
  const overlap = Math.min(startA + a.elapsedS, startB + b.elapsedS) - Math.max(startA, startB);
  return alike || (longer > 0 && overlap >= LEAST_OVERLAP * longer);
}

/** FIT holds what the device knew, TCX most of it, GPX the track. */
const ranks: Record<ActivityFormat, number> = { fit: 3, tcx: 2, gpx: 1 };

export function isBetterFormat(format: ActivityFormat, than: string): boolean {
  return ranks[format] > (ranks[than as ActivityFormat] ?? 0);
}
