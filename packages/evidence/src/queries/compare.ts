import type { Fact, FactQueryArgs, FactSheet, Workings } from '@evensplit/contracts';
import type { Subject } from '../athlete.ts';
import { addDays, daysBetween, mondayOf } from '../civil-day.ts';
import { lanesOf } from '../lanes.ts';
import { factOf, openSheet, type Sheet } from '../sheet.ts';
import { activity } from './activity.ts';
import { periodSum } from './period-sum.ts';
import { week } from './week.ts';

/** Two runs, or a week and the one before it: what each was, and the differences. */
export async function compare(
  subject: Subject,
  args: FactQueryArgs['compare'],
): Promise<FactSheet> {
  const { activityId, withActivityId } = args;
  return activityId !== undefined && withActivityId !== undefined
    ? compareTwoRuns(subject, activityId, withActivityId)
    : compareTwoWeeks(subject, args.weeksBack);
}

const METRICS = [
  ['compare.pace', 'activity.pace'],
  ['compare.grade_adjusted_pace', 'activity.grade_adjusted_pace'],
  ['compare.heart_rate', 'activity.avg_heart_rate'],
  ['compare.efficiency', 'activity.efficiency'],
  ['compare.load', 'activity.load'],
] as const;

async function compareTwoRuns(subject: Subject, one: string, other: string): Promise<FactSheet> {
  const sheet = openSheet('compare');
  const [first, second] = await Promise.all([
    activity(subject, { activityId: one }),
    activity(subject, { activityId: other }),
  ]);
  for (const run of [first, second]) {
    sheet.include(run, (fact) => !fact.metric.startsWith('effort.'));
    if (run.runs.length === 0)
      sheet.gap('compare.distance', 'missing', 'One of the two runs does not exist.');
  }
  if (first.runs.length === 0 || second.runs.length === 0) return sheet.done();
  const pair = { first, second, subject: `activity:${one} activity:${other}` };
  const distances = both(pair, 'activity.distance');
  if (distances && distances[1].value >= 100)
    addDifference(sheet, pair.subject, 'compare.distance', distances, {
      value: (distances[0].value / distances[1].value - 1) * 100,
      workings: { op: 'change', of: [distances[0].value, distances[1].value] },
      arithmetic: `${kilometres(distances[0])} ÷ ${kilometres(distances[1])} − 1`,
    });
  for (const [difference, metric] of METRICS) {
    const facts = both(pair, metric);
    if (facts)
      addDifference(sheet, pair.subject, difference, facts, {
        value: facts[0].value - facts[1].value,
        workings: { op: 'difference', of: [facts[0].value, facts[1].value] },
        arithmetic: `${facts[0].value.toFixed(2)} − ${facts[1].value.toFixed(2)} ${facts[0].unit}`,
      });
    else sheet.gap(difference, 'missing', 'It is not known for both runs.');
  }
  return sheet.done();
}

function both(pair: { first: FactSheet; second: FactSheet }, metric: string): [Fact, Fact] | null {
  const [one, other] = [factOf(pair.first, metric), factOf(pair.second, metric)];
  return one && other ? [one, other] : null;
}

function addDifference(
  sheet: Sheet,
  subject: string,
  metric: string,
  [one, other]: [Fact, Fact],
  difference: { value: number; arithmetic: string; workings: Workings },
): void {
  sheet.add({
    ...difference,
    metric,
    subject,
    quality: [one, other].every((fact) => fact.quality === 'measured') ? 'measured' : 'estimated',
    method: 'difference/1',
    from: [...one.from, ...other.from],
    lanes: lanesOf([...one.lanes, ...other.lanes]),
  });
}

async function compareTwoWeeks(subject: Subject, weeksBack: number): Promise<FactSheet> {
  const sheet = openSheet('compare');
  const [later, earlier] = await Promise.all([
    week(subject, { weeksBack }),
    week(subject, { weeksBack: weeksBack + 1 }),
  ]);
  for (const one of [later, earlier]) {
    sheet.include(one, (fact) => !fact.metric.startsWith('week.distance_'));
    for (const { metric, state, why } of one.gaps) sheet.gap(metric, state, why);
  }
  const monday = addDays(mondayOf(subject.today), -7 * weeksBack);
  const distances = both({ first: later, second: earlier }, 'week.distance');
  if (weeksBack > 0) {
    if (distances) addWeekChange(sheet, monday, distances);
    return sheet.done();
  }
  // The week is not over: only the same weekdays of the one before can be set against it.
  const mondayBefore = addDays(monday, -7);
  const upTo = addDays(mondayBefore, daysBetween(monday, subject.today));
  const sum = await periodSum(subject, mondayBefore, upTo);
  if (!sum) return sheet.done();
  const sameDays = sheet.add({
    metric: 'week.distance_same_days',
    subject: `week:${mondayBefore}`,
    value: sum.distanceM,
    quality: 'measured',
    method: 'week-sum/1',
    from: sum.ids.map((activityId) => ({ activityId })),
    lanes: lanesOf(sum.lanes),
    n: sum.runs,
    workings: { op: 'sum', of: sum.parts.distances },
    arithmetic: 'distance up to the same weekday of the week before',
  });
  const now = factOf(later, 'week.distance');
  if (now) addWeekChange(sheet, monday, [now, sameDays]);
  return sheet.done();
}

function addWeekChange(sheet: Sheet, monday: string, [one, other]: [Fact, Fact]): void {
  if (other.value < 1000) return;
  addDifference(sheet, `week:${monday}`, 'compare.distance', [one, other], {
    value: (one.value / other.value - 1) * 100,
    workings: { op: 'change', of: [one.value, other.value] },
    arithmetic: `${kilometres(one)} ÷ ${kilometres(other)} − 1`,
  });
}

function kilometres(fact: Fact): string {
  return `${(fact.value / 1000).toFixed(1)} km`;
}
