import type { FactSheet } from '@evensplit/contracts';
import type { Subject } from '../athlete.ts';
import { addDays, daysBetween, storedDay, toStored } from '../civil-day.ts';
import { derivableLanes, lanesOf } from '../lanes.ts';
import { openSheet } from '../sheet.ts';
import { activitySelection, addActivity } from './activity-facts.ts';
import { noRunsGap } from './no-runs.ts';

/** The newest run and everything known about it. */
export async function lastRun(subject: Subject): Promise<FactSheet> {
  const sheet = openSheet('last-run');
  const activity = await subject.db.activity.findFirst({
    where: {
      athleteId: subject.athleteId,
      sport: 'run',
      localDate: { lte: toStored(subject.today) },
      sources: { some: { primary: true, lane: { in: [...derivableLanes] } } },
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    include: activitySelection,
  });
  if (!activity) {
    await noRunsGap(subject, sheet, 'activity.distance');
    return sheet.done();
  }
  addActivity(sheet, activity);
  sheet.add({
    metric: 'today.days_since_run',
    subject: `day:${subject.today}`,
    value: daysBetween(storedDay(activity.localDate), subject.today),
    quality: 'measured',
    method: 'calendar/1',
    from: [{ activityId: activity.id }],
    lanes: [],
  });
  const streak = await daysInARow(subject, storedDay(activity.localDate));
  sheet.add({
    metric: 'today.streak_days',
    subject: `day:${storedDay(activity.localDate)}`,
    value: streak.days,
    quality: 'measured',
    method: 'calendar/1',
    from: streak.ids.slice(0, TELLING).map((activityId) => ({ activityId })),
    lanes: lanesOf(streak.lanes),
    n: streak.ids.length,
  });
  return sheet.done();
}

/** Beyond so many runs a receipt tells nobody more; `n` counts them. */
const TELLING = 62;
/** Nobody's watch is older; also what a query may read at most. */
const LONGEST_STREAK = 3660;

/** The days with a run, one after the other, up to and with the day of the newest run. */
async function daysInARow(
  { db, athleteId }: Subject,
  newest: string,
): Promise<{ days: number; ids: string[]; lanes: string[] }> {
  const rows = await db.$queryRaw<{ day: string; ids: string[]; lanes: string[] }[]>`
    WITH days AS (
      SELECT a."localDate" AS day, array_agg(a.id::text ORDER BY a."startedAt" DESC) AS ids,
             array_agg(DISTINCT s.lane) AS lanes
      FROM "Activity" a
      JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
      WHERE a."athleteId" = ${athleteId}::uuid AND a.sport = 'run'
        AND a."localDate" BETWEEN ${addDays(newest, -LONGEST_STREAK)}::date AND ${newest}::date
        AND s.lane = ANY(${[...derivableLanes]}::text[])
      GROUP BY 1
    )
    SELECT to_char(day, 'YYYY-MM-DD') AS day, ids, lanes
    FROM (SELECT *, ${newest}::date - day AS back, row_number() OVER (ORDER BY day DESC) - 1 AS place FROM days) d
    WHERE back = place ORDER BY day DESC`;
  return {
    days: rows.length,
    ids: rows.flatMap(({ ids }) => ids),
    lanes: [...new Set(rows.flatMap(({ lanes }) => lanes))],
  };
}
