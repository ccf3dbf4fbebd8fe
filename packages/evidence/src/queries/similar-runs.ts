import type { FactQueryArgs, FactSheet } from '@evensplit/contracts';
import { compareRuns, isNone, median, type Result, type RunSummary } from '@evensplit/training';
import type { Subject } from '../athlete.ts';
import { addDays, storedDay, toStored } from '../civil-day.ts';
import { derivableLanes, lanesOf } from '../lanes.ts';
import type { FactInput } from '../make-fact.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import { reasonInWords } from '../words.ts';
import { activity } from './activity.ts';
import { addRuns } from './name-runs.ts';

/** Alike by class and distance (policy): a long run of 15 km says nothing about one of 25. */
const DISTANCE = 0.15;
const DAYS = 365;
const SHOWN = 12;

const selection = {
  id: true,
  kind: true,
  hard: true,
  distanceM: true,
  movingS: true,
  avgHeartRate: true,
  hasRoute: true,
  localDate: true,
  startedAt: true,
  sources: { where: { primary: true }, select: { lane: true } },
  metrics: {
    where: {
      metric: {
        in: ['activity.grade_adjusted_pace', 'activity.efficiency', 'activity.decoupling'],
      },
    },
    select: { metric: true, value: true },
  },
};

type Row = Awaited<ReturnType<typeof readSimilar>>['others'][number];

/** How one run stands among the athlete's own runs of the same class and about the same distance. */
export async function similarRuns(
  subject: Subject,
  args: FactQueryArgs['similar-runs'],
): Promise<FactSheet> {
  const sheet = openSheet('similar-runs');
  const own = await activity(subject, args);
  sheet.include(own, (fact) => !fact.metric.startsWith('effort.'));
  const { run, others } = await readSimilar(subject, args.activityId);
  if (!run) {
    sheet.gap('similar.runs', 'missing', 'There is no such run.');
    return sheet.done();
  }
  if (run.distanceM === null) {
    sheet.gap('similar.runs', 'missing', 'This run has no distance to find similar ones by.');
    return sheet.done();
  }
  const shared: Shared = {
    subject: `activity:${run.id}`,
    from: [run, ...others].slice(0, SHOWN).map(({ id }) => ({ activityId: id })),
    lanes: lanesOf([run, ...others].flatMap((one) => one.sources.map(({ lane }) => lane))),
    n: others.length,
  };
  sheet.add({
    ...shared,
    metric: 'similar.runs',
    value: others.length,
    quality: 'measured',
    method: 'similar-runs/1',
    arithmetic: 'runs of the year before, same class, distance within 15 %',
  });
  addUsual(sheet, shared, others);
  addDifferences(sheet, shared, run, others);
  await addRuns(
    subject,
    sheet,
    shared.from.map((one) => one.activityId),
  );
  return sheet.done();
}

type Shared = Pick<FactInput, 'subject' | 'from' | 'lanes'> & { n: number };

async function readSimilar(subject: Subject, activityId: string) {
  const readable = {
    athleteId: subject.athleteId,
    sport: 'run',
    sources: { some: { primary: true, lane: { in: [...derivableLanes] } } },
  };
  const run = await subject.db.activity.findFirst({
    where: { ...readable, id: activityId },
    select: selection,
  });
  if (!run || run.distanceM === null) return { run, others: [] };
  const others = await subject.db.activity.findMany({
    where: {
      ...readable,
      kind: run.kind,
      id: { not: run.id },
      startedAt: { lt: run.startedAt },
      localDate: { gt: toStored(addDays(storedDay(run.localDate), -DAYS)) },
      distanceM: { gte: run.distanceM * (1 - DISTANCE), lte: run.distanceM * (1 + DISTANCE) },
    },
    orderBy: { startedAt: 'desc' },
    take: 100,
    select: selection,
  });
  return { run, others };
}

/** What such runs usually are: medians, because one bad sensor must not move them. */
function addUsual(sheet: Sheet, shared: Shared, others: Row[]): void {
  const summaries = others.map(summaryOf);
  const usual = [
    ['similar.pace', summaries.map((one) => (one.speed ? 1000 / one.speed : null))],
    ['similar.heart_rate', summaries.map((one) => one.heartRate)],
    ['similar.efficiency', summaries.map((one) => one.efficiency)],
  ] as const;
  for (const [metric, values] of usual) {
    const known = values.filter((value): value is number => value !== null);
    const value = median(known);
    if (known.length < 3 || value === null)
      sheet.gap(metric, 'missing', `Known for ${known.length} similar runs; three are needed.`);
    else
      sheet.add({
        ...shared,
        metric,
        value,
        workings: { op: 'median', of: known },
        n: known.length,
        quality: 'measured',
        method: 'median/1',
      });
  }
}

/** Training's own comparison: easy runs only, because a hard day differs on purpose. */
function addDifferences(sheet: Sheet, shared: Shared, run: Row, others: Row[]): void {
  const own = summaryOf(run);
  const compared = compareRuns(own, others.map(summaryOf));
  if ('reason' in compared) {
    sheet.gap(
      'similar.pace_difference',
      'missing',
      reasonInWords(compared.reason, compared.detail),
    );
    return;
  }
  addDifference(sheet, shared, 'similar.heart_rate_difference', compared.heartRate);
  addDifference(sheet, shared, 'similar.efficiency_difference', compared.efficiency);
  const { speed } = compared;
  if (isNone(speed) || own.speed === null || own.speed <= speed.value) {
    addDifference(sheet, shared, 'similar.pace_difference', speed);
    return;
  }
  // As pace: the median speed is this run's minus the difference, and the ends of its range likewise.
  const pace = 1000 / own.speed;
  const against = (difference: number) => pace - 1000 / (Number(own.speed) - difference);
  const ends = speed.range?.map(against).sort((a, b) => a - b);
  addDifference(sheet, shared, 'similar.pace_difference', {
    ...speed,
    value: against(speed.value),
    unit: 's/km',
    range: ends && Number.isFinite(ends[0]) ? [ends[0] ?? 0, ends[1] ?? 0] : null,
  });
}

function addDifference(sheet: Sheet, shared: Shared, metric: string, result: Result): void {
  if (isNone(result)) {
    sheet.gap(metric, 'missing', reasonInWords(result.reason, result.detail));
    return;
  }
  sheet.add({
    ...shared,
    metric,
    value: result.value,
    ...(result.range ? { range: result.range } : {}),
    quality: result.quality,
    method: result.method,
    ...(result.n === undefined ? {} : { n: result.n }),
    flags: result.flags.includes('within-own-variation')
      ? ['within what these runs usually differ by']
      : [],
  });
}

function summaryOf(run: Row): RunSummary {
  const metric = (name: string) => run.metrics.find((one) => one.metric === name)?.value ?? null;
  const graded = metric('activity.grade_adjusted_pace');
  const { distanceM, movingS } = run;
  const plain = distanceM && movingS && movingS > 0 ? distanceM / movingS : null;
  return {
    surface: run.hasRoute ? (run.kind === 'trail' ? 'trail' : 'road') : 'treadmill',
    wbgtC: null,
    movingS: movingS ?? 0,
    isEasy: run.hard === false && !['race', 'interval', 'tempo', 'unknown'].includes(run.kind),
    speed: graded ? 1000 / graded : plain,
    heartRate: run.avgHeartRate,
    efficiency: metric('activity.efficiency'),
    decoupling: metric('activity.decoupling'),
  };
}
