import { estimate } from './estimate.ts';
import { reserveOf } from './heart-rate-profile.ts';
import { none, type Result } from './result.ts';

/**
 * Heart rate at a share of the reserve, bpm: rest + p (max − rest), Karvonen 1957 (`karvonen/1`). `OUT_OF_RANGE` unless
 * 0 ≤ p ≤ 1, `INVALID_INPUT` unless rest lies below max.
 */
export function karvonen(rest: number, max: number, share: number): Result {
  const reserve = reserveOf({ rest, max });
  if ('reason' in reserve) return reserve;
  if (!(share >= 0 && share <= 1)) return none('OUT_OF_RANGE', 'a share lies between 0 and 1');
  return estimate(rest + share * (max - rest), 'bpm', 'karvonen/1');
}
