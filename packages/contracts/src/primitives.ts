import { z } from 'zod';

/** Row ids are UUID v7: sortable by creation, safe to show. Some clients write them in capitals; keys and maps do not. */
export const Id = z.uuid().toLowerCase();

/** A civil date in the athlete's time zone, `YYYY-MM-DD`. */
export const CivilDate = z.iso.date();

/** An instant, ISO 8601 in UTC. */
export const Instant = z.iso.datetime({ offset: true });

export const TimeZone = z.string().max(64).refine(isTimeZone, 'is not a known time zone');

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}

export const DistanceUnits = z.enum(['km', 'mi']);
export type DistanceUnits = z.infer<typeof DistanceUnits>;
