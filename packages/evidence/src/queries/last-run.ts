import type { FactSheet } from '@evensplit/contracts';
import type { Subject } from '../athlete.ts';
import { daysBetween, storedDay, toStored } from '../civil-day.ts';
import { derivableLanes } from '../lanes.ts';
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
  return sheet.done();
}
