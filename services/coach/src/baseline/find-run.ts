import type { CoachDb } from '@evensplit/db';
import { derivableLanes } from '@evensplit/evidence';
import type { WhichRun } from './asked.ts';
import type { CivilDay } from './asked-day.ts';
import { daysOf } from './name-things.ts';
import type { Period } from './period.ts';

/** A run called a 20 miler may have been measured a little short. */
const NEARLY = 0.98;

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
  const newestFirst = [{ startedAt: 'desc' as const }, { id: 'desc' as const }];
  const select = { id: true } as const;
  switch (which.by) {
    case 'day': {
      // Several on one day: the longest is the one people mean.
      const run = await db.activity.findFirst({
        where: { ...runs, localDate: stored(which.day) },
        orderBy: [{ distanceM: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
        select,
      });
      return run?.id;
    }
    case 'longest':
    case 'hilliest': {
      const column = which.by === 'longest' ? 'distanceM' : 'ascentM';
      const run = await db.activity.findFirst({
        where: { ...runs, ...within(which.within, today), [column]: { not: null } },
        orderBy: [{ [column]: 'desc' }, { id: 'asc' }],
        select,
      });
      return run?.id;
    }
    case 'over': {
      const least = which.roughly ? which.distanceM * NEARLY : which.distanceM;
      const run = await db.activity.findFirst({
        where: { ...runs, distanceM: { gte: least } },
        orderBy: newestFirst,
        select,
      });
      return run?.id;
    }
    case 'newest':
    case 'kind': {
      const run = await db.activity.findFirst({
        where: which.by === 'kind' ? { ...runs, kind: which.kind } : runs,
        orderBy: newestFirst,
        skip: which.back,
        select,
      });
      return run?.id;
    }
  }
}

function within(period: 'ever' | Period, today: CivilDay) {
  if (period === 'ever') return {};
  const { first, last } = daysOf(period, today);
  return { localDate: { gte: stored(first), lte: stored(last) } };
}

function stored(day: CivilDay): Date {
  return new Date(`${day}T00:00:00Z`);
}
