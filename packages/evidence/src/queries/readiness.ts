import type { FactSheet } from '@evensplit/contracts';
import { readiness as judge } from '@evensplit/training';
import type { Subject } from '../athlete.ts';
import { daysBetween, storedDay } from '../civil-day.ts';
import { derivableLanes, lanesOf } from '../lanes.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import { addDataAge } from './data-age.ts';
import { load } from './load.ts';
import { addHealthNote } from './memories.ts';
import { addRuns } from './name-runs.ts';
import { noRunsGap } from './no-runs.ts';

const SIGNALS = {
  check_in: 'No check-in says how you slept and feel.',
  hrv: 'No heart-rate variability comes in from a device.',
  resting_heart_rate: 'No resting heart rate comes in from a device.',
  sleep: 'No sleep comes in from a device.',
} as const;

/**
 * What can be known about today before a hard run: how load stands, how long ago the last hard run was, how old the
 * data are; and every signal that is missing. No score is made of it (science.md §10).
 */
export async function readiness(subject: Subject): Promise<FactSheet> {
  const sheet = openSheet('readiness');
  const today = `day:${subject.today}`;
  const curve = await load(subject, { days: 7 });
  sheet.include(curve, (fact) => fact.subject === today);
  await addDaysSince(subject, sheet);
  await addDataAge(subject, sheet);
  const note = await addHealthNote(subject, sheet);
  const judged = judge(
    { checkIns: [], nights: [], redFlag: false, illnessOrPain: note !== null },
    subject.today,
  );
  if (judged.state === null) return sheet.done();
  for (const { signal, state } of judged.signals)
    if (state === 'unknown') sheet.gap(`readiness.${signal}`, 'missing', SIGNALS[signal]);
  sheet.decide({
    metric: 'readiness.state',
    subject: today,
    choice: judged.state,
    rule: `${judged.method}:${judged.rule}`,
    because: note ? [note.fact.id] : [],
  });
  return sheet.done();
}

async function addDaysSince(subject: Subject, sheet: Sheet): Promise<void> {
  const last = await newest(subject, {});
  if (!last) {
    await noRunsGap(subject, sheet, 'today.days_since_run');
    return;
  }
  addAge(subject, sheet, 'today.days_since_run', last);
  const hard = await newest(subject, { hard: true });
  if (hard) addAge(subject, sheet, 'today.days_since_hard', hard);
  else sheet.gap('today.days_since_hard', 'not_done', 'No run is recorded that was clearly hard.');
  await addRuns(subject, sheet, [last.id, ...(hard ? [hard.id] : [])]);
}

type Found = { id: string; localDate: Date; sources: { lane: string }[] };

function newest(subject: Subject, more: { hard?: true }): Promise<Found | null> {
  return subject.db.activity.findFirst({
    where: {
      ...more,
      athleteId: subject.athleteId,
      sport: 'run',
      sources: { some: { primary: true, lane: { in: [...derivableLanes] } } },
    },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    select: {
      id: true,
      localDate: true,
      sources: { where: { primary: true }, select: { lane: true } },
    },
  });
}

function addAge(subject: Subject, sheet: Sheet, metric: string, run: Found): void {
  sheet.add({
    metric,
    subject: `day:${subject.today}`,
    value: daysBetween(storedDay(run.localDate), subject.today),
    quality: 'measured',
    method: 'calendar/1',
    from: [{ activityId: run.id }],
    lanes: lanesOf(run.sources.map(({ lane }) => lane)),
  });
}
