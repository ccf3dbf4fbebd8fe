import type { Fact, FactQueryArgs, FactSheet } from '@evensplit/contracts';
import type { Subject } from '../athlete.ts';
import { addDays, mondayOf } from '../civil-day.ts';
import { lanesOf } from '../lanes.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import { historyBounds, whyWeekIsEmpty, type HistoryBounds } from './history-bounds.ts';
import { addRuns } from './name-runs.ts';
import { weekRows, type WeekRow } from './week-rows.ts';

/** One ISO week (Monday to Sunday, the athlete's calendar) and how it stands against the four before it. */
export async function week(subject: Subject, args: FactQueryArgs['week']): Promise<FactSheet> {
  const sheet = openSheet('week');
  const monday = addDays(mondayOf(subject.today), -7 * args.weeksBack);
  const rows = await weekRows(subject, addDays(monday, -28), addDays(monday, 6));
  const row = rows.find((one) => one.weekStart === monday);
  if (!row) {
    addEmptyWeek(sheet, monday, await historyBounds(subject));
  } else {
    addWeek(sheet, row);
    await addRuns(subject, sheet, row.ids);
    if (row.withoutHeartRate > 0)
      sheet.gap(
        'week.load',
        'missing',
        `${row.withoutHeartRate} of ${row.runs} runs had no heart rate.`,
      );
  }
  compareWithMean(
    sheet,
    monday,
    row,
    rows.filter((one) => one.weekStart < monday),
  );
  return sheet.done();
}

/** A series of weeks, oldest first; a week without a run is a gap that says which kind of nothing it is. */
export async function weeks(subject: Subject, args: FactQueryArgs['weeks']): Promise<FactSheet> {
  const sheet = openSheet('weeks');
  const thisMonday = mondayOf(subject.today);
  const first = addDays(thisMonday, -7 * (args.count - 1));
  const rows = await weekRows(subject, first, addDays(thisMonday, 6));
  for (const row of rows) addWeek(sheet, row);
  const bounds = await historyBounds(subject);
  const known = new Set(rows.map((row) => row.weekStart));
  for (let monday = first; monday <= thisMonday; monday = addDays(monday, 7))
    if (!known.has(monday)) addEmptyWeek(sheet, monday, bounds);
  return sheet.done();
}

function addEmptyWeek(sheet: Sheet, monday: string, bounds: HistoryBounds): void {
  const { state, why } = whyWeekIsEmpty(monday, bounds);
  sheet.gap('week.distance', state, why);
}

function addWeek(sheet: Sheet, row: WeekRow): Fact {
  const subject = `week:${row.weekStart}`;
  const from = row.ids.map((activityId) => ({ activityId }));
  const lanes = lanesOf(row.lanes);
  const sum = {
    subject,
    quality: 'measured',
    method: 'week-sum/1',
    from,
    lanes,
    n: row.runs,
  } as const;
  sheet.add({ ...sum, metric: 'week.runs', value: row.runs });
  sheet.add({
    ...sum,
    metric: 'week.moving_time',
    value: row.movingS,
    workings: { op: 'sum', of: row.movings },
  });
  sheet.add({
    ...sum,
    metric: 'week.longest_run',
    value: row.longestM,
    workings: { op: 'largest', of: row.distances },
    from: [{ activityId: row.longestId }],
  });
  if (row.ascentKnown > 0)
    sheet.add({
      ...sum,
      metric: 'week.ascent',
      value: row.ascentM,
      quality: 'estimated',
      workings: { op: 'sum', of: row.ascents.map((ascent) => ascent ?? 0) },
      flags:
        row.ascentKnown < row.runs
          ? [`climb is known for ${row.ascentKnown} of ${row.runs} runs`]
          : [],
    });
  if (row.loadKnown === row.runs)
    sheet.add({
      ...sum,
      metric: 'week.load',
      value: row.load,
      quality: 'estimated',
      workings: { op: 'sum', of: row.loads.map((load) => load ?? 0) },
    });
  return sheet.add({
    ...sum,
    metric: 'week.distance',
    value: row.distanceM,
    workings: { op: 'sum', of: row.distances },
    arithmetic: `sum of the distances of ${row.runs} ${row.runs === 1 ? 'run' : 'runs'}`,
  });
}

function compareWithMean(
  sheet: Sheet,
  monday: string,
  row: WeekRow | undefined,
  before: WeekRow[],
): void {
  if (before.length === 0) return;
  // Empty weeks count as zero: a mean over only the weeks with runs would flatter.
  const mean = before.reduce((total, one) => total + one.distanceM, 0) / 4;
  const from = before.flatMap((one) => one.ids).map((activityId) => ({ activityId }));
  const lanes = lanesOf(before.flatMap((one) => one.lanes));
  const shared = { subject: `week:${monday}`, quality: 'measured', lanes } as const;
  sheet.add({
    ...shared,
    metric: 'week.distance_mean',
    value: mean,
    method: 'four-week-mean/1',
    from,
    n: from.length,
    workings: { op: 'mean', of: [0, 1, 2, 3].map((week) => before[week]?.distanceM ?? 0) },
    arithmetic: `${(mean * 4) / 1000 < 100 ? ((mean * 4) / 1000).toFixed(1) : Math.round((mean * 4) / 1000)} km in the four weeks before ÷ 4`,
  });
  if (!row || mean < 1000) return;
  sheet.add({
    ...shared,
    metric: 'week.distance_vs_mean',
    value: (row.distanceM / mean - 1) * 100,
    method: 'four-week-mean/1',
    from: [...row.ids.map((activityId) => ({ activityId })), ...from],
    n: row.runs + from.length,
    workings: { op: 'change', of: [row.distanceM, mean] },
    arithmetic: `${(row.distanceM / 1000).toFixed(1)} km ÷ ${(mean / 1000).toFixed(1)} km − 1`,
  });
}
