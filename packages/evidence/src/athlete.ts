import type { EvidenceDb } from '@evensplit/db';
import { civilDay } from './civil-day.ts';

/** Whose facts, seen from which day: the first argument of every query. */
export type Subject = {
  db: EvidenceDb;
  athleteId: string;
  timeZone: string;
  today: string;
  now: Date;
};

/** Whoever knows the athlete's time zone already spares the question for it. */
export async function openSubject(
  db: EvidenceDb,
  athleteId: string,
  now: Date,
  knownTimeZone?: string,
): Promise<Subject> {
  const timeZone = knownTimeZone ?? (await timeZoneOf(db, athleteId));
  return { db, athleteId, timeZone, today: civilDay(now, timeZone), now };
}

async function timeZoneOf(db: EvidenceDb, athleteId: string): Promise<string> {
  const athlete = await db.athlete.findUniqueOrThrow({
    where: { id: athleteId },
    select: { timeZone: true },
  });
  return athlete.timeZone;
}
