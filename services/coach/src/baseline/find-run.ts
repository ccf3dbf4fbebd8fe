import type { CoachDb } from '@evensplit/db';
import { derivableLanes } from '@evensplit/evidence';
import type { WhichRun } from './asked.ts';
import type { CivilDay } from './asked-day.ts';

/** The id of the run that a question means; what may be said about it is up to the registry. */
export async function findRun(
  { db }: { db: Pick<CoachDb, 'activity'> },
  athleteId: string,
  which: WhichRun,
  today: CivilDay,
): Promise<string | undefined> {
  const runs = {
    athleteId,
    sport: 'run',
    // A run that the registry may not speak of must not stand in front of one that it may.
    sources: { some: { primary: true, lane: { in: [...derivableLanes] } } },
  };
  if (which.by === 'day') {
    // Several on one day: the longest is the one people mean.
    const run = await db.activity.findFirst({
      where: { ...runs, localDate: new Date(`${which.day}T00:00:00Z`) },
      orderBy: [{ distanceM: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
      select: { id: true },
    });
    return run?.id;
  }
  if (which.by === 'longest') {
    const since = {
      ever: '0001-01-01',
      year: `${today.slice(0, 4)}-01-01`,
      month: `${today.slice(0, 7)}-01`,
    };
    const run = await db.activity.findFirst({
      where: {
        ...runs,
        localDate: { gte: new Date(`${since[which.within]}T00:00:00Z`) },
        distanceM: { not: null },
      },
      orderBy: [{ distanceM: 'desc' }, { id: 'asc' }],
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
