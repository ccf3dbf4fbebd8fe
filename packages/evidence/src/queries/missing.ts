import type { FactQueryArgs, FactSheet } from '@evensplit/contracts';
import type { Subject } from '../athlete.ts';
import { addDays, toStored } from '../civil-day.ts';
import { derivableLanes, lanesOf } from '../lanes.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import { addDataAge } from './data-age.ts';
import { historyBounds } from './history-bounds.ts';
import { noRunsGap } from './no-runs.ts';

const SHOWN = 12;

/** What the record lacks: sensors that were not there, profile fields nobody filled in, files that did not come. */
export async function missing(
  subject: Subject,
  args: FactQueryArgs['missing'],
): Promise<FactSheet> {
  const sheet = openSheet('missing');
  await addRunsLacking(subject, sheet, args.days);
  await addProfileGaps(subject, sheet);
  await addDataAge(subject, sheet);
  const failed = await subject.db.importFile.count({
    where: { athleteId: subject.athleteId, state: 'failed' },
  });
  if (failed > 0)
    sheet.gap(
      'data.files',
      'not_synced',
      `${failed} uploaded ${failed === 1 ? 'file' : 'files'} could not be read; Import says why.`,
    );
  return sheet.done();
}

type Lacks = {
  id: string;
  hasHeartRate: boolean;
  hasRoute: boolean;
  load: number | null;
  sources: { lane: string }[];
};

async function addRunsLacking(subject: Subject, sheet: Sheet, days: number): Promise<void> {
  const runs: Lacks[] = await subject.db.activity.findMany({
    where: {
      athleteId: subject.athleteId,
      sport: 'run',
      localDate: { gt: toStored(addDays(subject.today, -days)), lte: toStored(subject.today) },
      sources: { some: { primary: true, lane: { in: [...derivableLanes] } } },
    },
    orderBy: { startedAt: 'desc' },
    select: {
      id: true,
      hasHeartRate: true,
      hasRoute: true,
      load: true,
      sources: { where: { primary: true }, select: { lane: true } },
    },
  });
  if (runs.length === 0) {
    const { firstRun } = await historyBounds(subject);
    if (firstRun === null) await noRunsGap(subject, sheet, 'data.runs');
    else sheet.gap('data.runs', 'not_done', `No run is recorded in the last ${days} days.`);
    return;
  }
  const count = (metric: string, found: Lacks[]) =>
    sheet.add({
      metric,
      subject: `days:${days} day:${subject.today}`,
      value: found.length,
      quality: 'measured',
      method: 'count/1',
      from: found.slice(0, SHOWN).map(({ id }) => ({ activityId: id })),
      lanes: lanesOf(found.flatMap((run) => run.sources.map(({ lane }) => lane))),
      n: found.length,
      arithmetic: `${found.length} of ${runs.length} runs in ${days} days`,
    });
  count('data.runs', runs);
  count(
    'data.without_heart_rate',
    runs.filter((run) => !run.hasHeartRate),
  );
  count(
    'data.without_route',
    runs.filter((run) => !run.hasRoute),
  );
  count(
    'data.without_load',
    runs.filter((run) => run.load === null),
  );
}

async function addProfileGaps(subject: Subject, sheet: Sheet): Promise<void> {
  const profile = await subject.db.athlete.findUniqueOrThrow({
    where: { id: subject.athleteId },
    select: { birthYear: true, sex: true, maxHeartRate: true, restingHeartRate: true },
  });
  const fields = [
    ['birthYear', 'The year of birth is not set.'],
    ['sex', 'The sex is not set.'],
    [
      'maxHeartRate',
      'The maximum heart rate is not set, so it is estimated from the runs or the age.',
    ],
    ['restingHeartRate', 'The resting heart rate is not set.'],
  ] as const;
  for (const [field, why] of fields)
    if (profile[field] === null) sheet.gap(`profile.${field}`, 'missing', why);
}
