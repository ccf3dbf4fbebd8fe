import type { FactQueryArgs, FactSheet } from '@evensplit/contracts';
import type { Subject } from '../athlete.ts';
import { derivableLanes, lanesOf } from '../lanes.ts';
import { openSheet } from '../sheet.ts';
import { activitySelection, addActivity } from './activity-facts.ts';

/** One run with its best efforts. Somebody else's run is as unknown as one that never was. */
export async function activity(
  subject: Subject,
  args: FactQueryArgs['activity'],
): Promise<FactSheet> {
  const sheet = openSheet('activity');
  const found = await subject.db.activity.findFirst({
    where: {
      id: args.activityId,
      athleteId: subject.athleteId,
      sources: { some: { primary: true, lane: { in: [...derivableLanes] } } },
    },
    include: { ...activitySelection, efforts: { orderBy: { distanceM: 'asc' } } },
  });
  if (!found) {
    sheet.gap('activity.distance', 'missing', 'There is no such run.');
    return sheet.done();
  }
  addActivity(sheet, found);
  for (const effort of found.efforts)
    sheet.add({
      metric: 'effort.time',
      subject: `activity:${found.id} distance:${effort.distanceM}`,
      value: effort.seconds,
      quality: 'measured',
      method: effort.method,
      from: [{ activityId: found.id, window: [effort.startS, effort.endS] }],
      lanes: lanesOf(found.sources.filter((one) => one.primary).map((one) => one.lane)),
      flags: effort.interrupted ? ['a pause or a gap lies inside it'] : [],
    });
  return sheet.done();
}
