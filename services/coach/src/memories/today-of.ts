import type { CoachTx } from '@evensplit/db';
import { civilDay } from '@evensplit/evidence';

/** The athlete's civil day, which decides what still applies. */
export async function todayOf(
  db: Pick<CoachTx, 'athlete'>,
  athleteId: string,
  now: Date,
): Promise<string> {
  const { timeZone } = await db.athlete.findUniqueOrThrow({
    where: { id: athleteId },
    select: { timeZone: true },
  });
  return civilDay(now, timeZone);
}
