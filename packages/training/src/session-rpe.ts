import { estimate } from './estimate.ts';
import { none, type Result } from './result.ts';

/**
 * Session load from perceived effort, Foster 1998/2001 (`srpe/1`), load units: CR10 rating (0–10) × minutes. The best
 * fallback without sensors. `MISSING_INPUT` (no rating), `OUT_OF_RANGE` (not 0–10), `INVALID_INPUT` (duration).
 */
export function sessionRpe(rating: number | null | undefined, seconds: number): Result {
  if (rating == null) return none('MISSING_INPUT', 'no perceived effort');
  if (!Number.isFinite(rating) || !(seconds >= 0))
    return none('INVALID_INPUT', 'rating and duration must be numbers');
  if (rating < 0 || rating > 10) return none('OUT_OF_RANGE', 'the scale runs from 0 to 10');
  return estimate((rating * seconds) / 60, 'load', 'srpe/1');
}
