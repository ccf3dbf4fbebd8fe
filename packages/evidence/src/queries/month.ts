import type { FactQueryArgs, FactSheet } from '@evensplit/contracts';
import type { Subject } from '../athlete.ts';
import { addMonths, monthEnd } from '../civil-day.ts';
import { lanesOf } from '../lanes.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import { historyBounds, whyPeriodIsEmpty } from './history-bounds.ts';
import { addRuns } from './name-runs.ts';
import { periodSum, type PeriodSum } from './period-sum.ts';

/** A receipt of a hundred runs is no receipt: beyond this the longest ones stand for all, and `n` counts them. */
const TELLING = 62;

/**
 * One calendar month, how it stands against the month before, and the year up to its end. A month that still runs is
 * compared with the same days of the month before: three weeks against four would always look like a slump.
 */
export async function month(subject: Subject, args: FactQueryArgs['month']): Promise<FactSheet> {
  const sheet = openSheet('month');
  const first = addMonths(`${subject.today.slice(0, 7)}-01`, -args.monthsBack);
  const isRunning = args.monthsBack === 0;
  const last = isRunning ? subject.today : monthEnd(first);
  const firstBefore = addMonths(first, -1);
  const lastBefore = monthEnd(firstBefore);
  const sameDay = `${firstBefore.slice(0, 8)}${last.slice(8)}`;
  const [now, before, sameDays, year] = await Promise.all([
    periodSum(subject, first, last),
    periodSum(subject, firstBefore, lastBefore),
    periodSum(subject, firstBefore, sameDay < lastBefore ? sameDay : lastBefore),
    periodSum(subject, `${first.slice(0, 4)}-01-01`, last),
  ]);
  if (now) addPeriod(sheet, 'month', first.slice(0, 7), now);
  else sheet.gap('month.distance', ...emptyMonth(first, last, await historyBounds(subject)));
  if (before) addPeriod(sheet, 'month', firstBefore.slice(0, 7), before);
  if (year) addPeriod(sheet, 'year', first.slice(0, 4), year);
  compareMonths(sheet, first, now, {
    months: firstBefore,
    sum: isRunning ? sameDays : before,
    isRunning,
  });
  await addRuns(subject, sheet, [
    ...new Set([now, before, year].flatMap((one) => one?.ids[0] ?? [])),
  ]);
  return sheet.done();
}

function emptyMonth(first: string, last: string, bounds: Parameters<typeof whyPeriodIsEmpty>[1]) {
  const { state, why } = whyPeriodIsEmpty({ first, last, name: first.slice(0, 7) }, bounds);
  return [state, why] as const;
}

function sharedBy(sum: PeriodSum) {
  return {
    quality: 'measured',
    from: sum.ids.slice(0, TELLING).map((activityId) => ({ activityId })),
    lanes: lanesOf(sum.lanes),
    n: sum.runs,
  } as const;
}

function addPeriod(sheet: Sheet, unit: 'month' | 'year', name: string, sum: PeriodSum): void {
  const shared = { ...sharedBy(sum), subject: `${unit}:${name}`, method: `${unit}-sum/1` };
  const runs = `${sum.runs} ${sum.runs === 1 ? 'run' : 'runs'}`;
  sheet.add({ ...shared, metric: `${unit}.runs`, value: sum.runs });
  sheet.add({
    ...shared,
    metric: `${unit}.distance`,
    value: sum.distanceM,
    workings: { op: 'sum', of: sum.parts.distances },
    arithmetic: `sum of the distances of ${runs}`,
  });
  sheet.add({
    ...shared,
    metric: `${unit}.moving_time`,
    value: sum.movingS,
    workings: { op: 'sum', of: sum.parts.movings },
  });
  sheet.add({
    ...shared,
    metric: `${unit}.longest_run`,
    value: sum.longestM,
    workings: { op: 'largest', of: sum.parts.longest },
    from: shared.from.slice(0, 1),
  });
  if (sum.ascentKnown > 0)
    sheet.add({
      ...shared,
      metric: `${unit}.ascent`,
      value: sum.ascentM,
      workings: { op: 'sum', of: sum.parts.ascents },
      quality: 'estimated',
      flags: sum.ascentKnown < sum.runs ? [`climb is known for ${sum.ascentKnown} of ${runs}`] : [],
    });
  if (unit === 'year') return;
  if (sum.loadKnown === sum.runs)
    sheet.add({
      ...shared,
      metric: 'month.load',
      value: sum.load,
      quality: 'estimated',
      workings: { op: 'sum', of: sum.parts.loads },
    });
  else
    sheet.gap(
      'month.load',
      'missing',
      `${sum.runs - sum.loadKnown} of ${runs} in ${name} had no run load.`,
    );
}

function compareMonths(
  sheet: Sheet,
  first: string,
  now: PeriodSum | null,
  before: { months: string; sum: PeriodSum | null; isRunning: boolean },
): void {
  const { sum } = before;
  if (!sum || sum.distanceM < 1000) {
    sheet.gap(
      'month.distance_change',
      'missing',
      'There is too little in the month before to compare with.',
    );
    return;
  }
  if (before.isRunning)
    sheet.add({
      ...sharedBy(sum),
      metric: 'month.distance_same_days',
      subject: `month:${before.months.slice(0, 7)}`,
      value: sum.distanceM,
      workings: { op: 'sum', of: sum.parts.distances },
      method: 'month-sum/1',
      arithmetic: 'distance up to the same day of the month before',
    });
  if (!now) return;
  const shared = sharedBy(now);
  sheet.add({
    ...shared,
    metric: 'month.distance_change',
    subject: `month:${first.slice(0, 7)}`,
    value: (now.distanceM / sum.distanceM - 1) * 100,
    workings: { op: 'change', of: [now.distanceM, sum.distanceM] },
    method: 'month-change/1',
    from: [...shared.from, ...sharedBy(sum).from],
    lanes: lanesOf([...now.lanes, ...sum.lanes]),
    n: now.runs + sum.runs,
    arithmetic: `${(now.distanceM / 1000).toFixed(1)} km ÷ ${(sum.distanceM / 1000).toFixed(1)} km − 1`,
    flags: before.isRunning ? ['against the same days of the month before'] : [],
  });
}
