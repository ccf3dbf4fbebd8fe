import { dayNumber } from './civil-date.ts';
import { none, type None } from './result.ts';

import type { Performance } from './pace-index.ts';

/** A performance with what decides whether it may speak for the athlete's form. */
export type RaceEffort = Performance & {
  /** Civil date of the run, `YYYY-MM-DD`. */
  date: string;
  kind: 'race' | 'time-trial' | 'all-out' | 'training';
  /** Overlaps a pause or a gap in the record. */
  interrupted: boolean;
  /** Start altitude minus finish altitude, m per km; null when altitude is unknown. */
  netDropMPerKm: number | null;
  /** Where the distance comes from; a GPS-only 5 km that is 1 % long adds about 0.6 to the index. */
  distanceFrom: 'course' | 'track' | 'gps';
};

/**
 * Null when the effort counts for the pace index and for predictions, else why not: `INVALID_INPUT` · `NOT_APPLICABLE`
 * (not all-out, interrupted, net drop above 1 m/km) · `TOO_SHORT` (below 1500 m). Policy.
 */
export function effortRefusal(effort: RaceEffort): None | null {
  const { distanceM, timeS, netDropMPerKm } = effort;
  const numbers = [distanceM, timeS];
  if (!numbers.every((number) => Number.isFinite(number) && number > 0))
    return none('INVALID_INPUT', 'distance and time must be positive numbers');
  if (dayNumber(effort.date) === null) return none('INVALID_INPUT', 'the date is not a civil date');
  if (netDropMPerKm !== null && !Number.isFinite(netDropMPerKm))
    return none('INVALID_INPUT', 'net drop is not a number');
  if (effort.kind === 'training') return none('NOT_APPLICABLE', 'not marked as all-out');
  if (effort.interrupted) return none('NOT_APPLICABLE', 'the effort was interrupted');
  if (distanceM < 1500) return none('TOO_SHORT', 'shorter than 1500 m');
  if (netDropMPerKm !== null && netDropMPerKm > 1)
    return none('NOT_APPLICABLE', 'net drop above 1 m/km');
  return null;
}

/** What a reader should know about an effort that counts. */
export function effortFlags(effort: RaceEffort): string[] {
  const flags: string[] = [];
  if (effort.distanceFrom === 'gps') flags.push('gps-distance');
  if (effort.netDropMPerKm === null) flags.push('net-drop-unknown');
  return flags;
}
