import type { Activity, ActivityMetric } from '@evensplit/db';
import type { RunRef } from '@evensplit/contracts';
import { storedDay } from '../civil-day.ts';
import type { FactInput } from '../make-fact.ts';
import { lanesOf } from '../lanes.ts';
import { isMetric } from '../metrics.ts';
import type { Sheet } from '../sheet.ts';
import { flagInWords, reasonInWords } from '../words.ts';

export type ActivityRow = Activity & {
  metrics: ActivityMetric[];
  sources: { lane: string; primary: boolean }[];
};

/** What to read of a run so that `addActivity` can speak of it. */
export const activitySelection = {
  metrics: true,
  sources: { select: { lane: true, primary: true } },
} as const;

export function runRefOf(
  activity: Pick<Activity, 'id' | 'name' | 'kind' | 'localDate' | 'startedAt'>,
): RunRef {
  return {
    activityId: activity.id,
    name: activity.name,
    kind: activity.kind,
    localDate: storedDay(activity.localDate),
    startedAt: activity.startedAt.toISOString(),
  };
}

/** Everything known about one run, put on the sheet: readings of the row, derived metrics, and why others are absent. */
export function addActivity(sheet: Sheet, activity: ActivityRow): void {
  const subject = `activity:${activity.id}`;
  const from = [{ activityId: activity.id }];
  const lanes = lanesOf(activity.sources.filter((one) => one.primary).map((one) => one.lane));
  const reading = (
    metric: string,
    value: number | null,
    method: string,
    more?: Partial<FactInput>,
  ) => {
    if (value === null) return;
    sheet.add({ metric, subject, value, quality: 'measured', method, from, lanes, ...more });
  };
  sheet.run(runRefOf(activity));
  reading('activity.distance', activity.distanceM, 'recorded/1');
  reading('activity.moving_time', activity.movingS, 'moving-time/1');
  reading('activity.elapsed_time', activity.elapsedS, 'recorded/1');
  addPace(sheet, activity, lanes);
  reading('activity.avg_heart_rate', activity.avgHeartRate, 'mean-of-samples/1');
  reading('activity.max_heart_rate', activity.maxHeartRate, 'recorded/1');
  reading('activity.cadence', activity.avgCadence, 'mean-of-samples/1');
  if (!activity.hasHeartRate)
    sheet.gap('activity.avg_heart_rate', 'missing', 'This run was recorded without heart rate.');
  if (!activity.hasRoute)
    sheet.gap('activity.route', 'missing', 'This run has no GPS track, as on a treadmill.');
  for (const metric of activity.metrics) addMetric(sheet, activity, metric, lanes);
  if (activity.derivedAt === null)
    sheet.gap('activity.load', 'missing', 'This run is still being analysed.');
}

function addPace(sheet: Sheet, activity: ActivityRow, lanes: FactInput['lanes']): void {
  const { distanceM, movingS } = activity;
  if (distanceM === null || movingS === null || distanceM < 100 || movingS < 10) return;
  sheet.add({
    metric: 'activity.pace',
    subject: `activity:${activity.id}`,
    value: (movingS / distanceM) * 1000,
    workings: { op: 'pace', of: [movingS, distanceM] },
    quality: 'measured',
    method: 'moving-pace/1',
    from: [{ activityId: activity.id }],
    lanes,
    arithmetic: `moving time ÷ distance = ${Math.round(movingS)} s ÷ ${(distanceM / 1000).toFixed(3)} km`,
  });
}

function addMetric(
  sheet: Sheet,
  activity: ActivityRow,
  row: ActivityMetric,
  lanes: FactInput['lanes'],
): void {
  if (!isMetric(row.metric)) return;
  if (row.value === null || row.method === null) {
    sheet.gap(row.metric, 'missing', reasonInWords(row.reason, row.detail));
    return;
  }
  const range: [number, number] | undefined =
    row.low !== null && row.high !== null ? [row.low, row.high] : undefined;
  sheet.add({
    metric: row.metric,
    subject: `activity:${activity.id}`,
    value: row.value,
    ...(range ? { range } : {}),
    quality:
      row.quality === 'measured' || row.quality === 'estimated' ? row.quality : 'extrapolated',
    method: row.method,
    from: [{ activityId: activity.id }],
    lanes,
    flags: row.flags.map(flagInWords),
    ...(row.n === null ? {} : { n: row.n }),
  });
}
