import type { Subject } from '../athlete.ts';
import { addDays, civilDay, storedDay } from '../civil-day.ts';
import type { Gap } from '@evensplit/contracts';

/** From when to when the athlete's record speaks: the day of the first run, and the day files last came in. */
export type HistoryBounds = { firstRun: string | null; lastBrought: string | null };

export async function historyBounds(subject: Subject): Promise<HistoryBounds> {
  const [lastImport, firstRun] = await Promise.all([
    subject.db.importFile.findFirst({
      where: { athleteId: subject.athleteId, state: { in: ['imported', 'duplicate'] } },
      orderBy: { finishedAt: 'desc' },
      select: { finishedAt: true },
    }),
    subject.db.activity.findFirst({
      where: { athleteId: subject.athleteId, sport: 'run' },
      orderBy: { startedAt: 'asc' },
      select: { localDate: true },
    }),
  ]);
  return {
    firstRun: firstRun ? storedDay(firstRun.localDate) : null,
    lastBrought: lastImport?.finishedAt ? civilDay(lastImport.finishedAt, subject.timeZone) : null,
  };
}

/** A stretch of civil days and what to call it: "the week of 2026-11-16", "2026-10". */
type Period = { first: string; last: string; name: string };

/**
 * A period without runs means one of three things, and only one of them is "did not train": no data at all, data
 * that ends before it (nothing was uploaded since), or time off.
 */
export function whyPeriodIsEmpty(period: Period, bounds: HistoryBounds): Omit<Gap, 'metric'> {
  const { firstRun, lastBrought } = bounds;
  if (firstRun === null)
    return { state: 'missing', why: 'There are no runs yet: upload a file to begin.' };
  if (period.last < firstRun)
    return { state: 'missing', why: `The history begins after ${period.name}.` };
  if (lastBrought !== null && lastBrought < period.first)
    return {
      state: 'not_synced',
      why: `Nothing was uploaded since ${lastBrought}, so ${period.name} is unknown.`,
    };
  return { state: 'not_done', why: `No run is recorded in ${period.name}.` };
}

export function whyWeekIsEmpty(monday: string, bounds: HistoryBounds): Omit<Gap, 'metric'> {
  const week = { first: monday, last: addDays(monday, 6), name: `the week of ${monday}` };
  return whyPeriodIsEmpty(week, bounds);
}
