import { estimate } from './estimate.ts';
import { isNone, none, type Estimate, type None } from './result.ts';

export type SpikeBand = 'reference' | 'small' | 'moderate' | 'large';

/** Hazard ratios with 95 % intervals, Frandsen 2025 (588 071 sessions, observational). The first band is the reference. */
export const SPIKE_HAZARD: Record<SpikeBand, { ratio: number; low: number; high: number } | null> =
  {
    reference: null,
    small: { ratio: 1.64, low: 1.31, high: 2.05 },
    moderate: { ratio: 1.52, low: 1.16, high: 2.0 },
    large: { ratio: 2.28, low: 1.5, high: 3.48 },
  };

/** The ratio of this session to the longest run of the previous 30 days, and its band. */
export type SessionSpike = Estimate & { band: SpikeBand };

/**
 * Session spike (`session-spike/1`), Frandsen 2025 BJSM 59:1203: bands end at 1.10, 1.30 and 2.00, compared in whole metres
 * so that exactly 10 % more stays in the reference band. `TOO_FEW` without a run in 30 days, `INVALID_INPUT`.
 */
export function sessionSpike(
  sessionM: number,
  longest30DaysM: number | null | undefined,
): SessionSpike | None {
  if (!(sessionM >= 0) || !Number.isFinite(sessionM))
    return none('INVALID_INPUT', 'a distance must be a number and not negative');
  if (longest30DaysM == null) return none('TOO_FEW', 'no run in the previous 30 days');
  if (!(longest30DaysM >= 0) || !Number.isFinite(longest30DaysM))
    return none('INVALID_INPUT', 'a distance must be a number and not negative');
  const session = Math.round(sessionM);
  const longest = Math.round(longest30DaysM);
  if (longest === 0) return none('TOO_FEW', 'no run in the previous 30 days');
  const ratio = estimate(session / longest, '1', 'session-spike/1', { quality: 'measured' });
  return isNone(ratio) ? ratio : { ...ratio, band: bandOf(session, longest) };
}

/** Longest distance, whole metres, that stays in the reference band. */
export function longestWithoutSpike(longest30DaysM: number): number {
  return Math.floor((11 * Math.round(longest30DaysM)) / 10);
}

function bandOf(session: number, longest: number): SpikeBand {
  if (10 * session <= 11 * longest) return 'reference';
  if (10 * session <= 13 * longest) return 'small';
  return session <= 2 * longest ? 'moderate' : 'large';
}
