import { estimate } from './estimate.ts';
import { none, type Result } from './result.ts';

/** Above this a run is flagged, m (policy). */
const FLAG_FROM_M = 1000;

/**
 * Aerobic power left at an altitude (m), % of sea level, unacclimatised: Péronnet 1991, `100 − 4.07 h − 1.43 h² + 0.178 h³`, h in
 * km (`altitude-peronnet/1`; one secondary source, unverified). Oxygen uptake, not 1:1 pace. Below the sea 100.
 * `OUT_OF_RANGE` above 4000 m or below −500 m, `INVALID_INPUT`.
 */
export function aerobicPowerAtAltitude(metres: number): Result {
  if (!Number.isFinite(metres)) return none('INVALID_INPUT', 'altitude is not a number');
  if (metres > 4000 || metres < -500) return none('OUT_OF_RANGE', 'valid up to 4000 m');
  const h = Math.max(0, metres) / 1000;
  return estimate(100 - 4.07 * h - 1.43 * h * h + 0.178 * h ** 3, '%', 'altitude-peronnet/1', {
    flags: metres > FLAG_FROM_M ? ['high-altitude'] : [],
  });
}
