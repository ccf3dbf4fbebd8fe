import type { CoachDb } from '@evensplit/db';
import type { WhichRun } from './understand.ts';

/** The id of the run that a question means; what may be said about it is up to the registry. */
export async function findRun(
  { db }: { db: Pick<CoachDb, 'activity'> },
  athleteId: string,
  which: WhichRun,
): Promise<string | undefined> {
  const runs = { athleteId, sport: 'run' };
  if (which.by === 'day') {
    // Several on one day: the longest is the one people mean.
    const run = await db.activity.findFirst({
      where: { ...runs, localDate: new Date(`${which.day}T00:00:00Z`) },
      orderBy: [{ distanceM: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
      select: { id: true },
    });
    return run?.id;
  }
  const run = await db.activity.findFirst({
    where: which.by === 'kind' ? { ...runs, kind: which.kind } : runs,
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    skip: which.back,
    select: { id: true },
  });
  return run?.id;
}
