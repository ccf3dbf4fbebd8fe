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

export async function openSubject(db: EvidenceDb, athleteId: string, now: Date): Promise<Subject> {
  const athlete = await db.athlete.findUniqueOrThrow({
    where: { id: athleteId },
    select: { timeZone: true },
  });
  return { db, athleteId, timeZone: athlete.timeZone, today: civilDay(now, athlete.timeZone), now };
}
