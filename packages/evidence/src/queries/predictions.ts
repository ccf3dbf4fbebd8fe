import type { FactSheet } from '@evensplit/contracts';
import { isNone, predictRace, type RacePrediction, type TrainingBlock } from '@evensplit/training';
import type { Subject } from '../athlete.ts';
import { addDays, mondayOf } from '../civil-day.ts';
import { openSheet, type Sheet } from '../sheet.ts';
import { reasonInWords } from '../words.ts';
import { addForm, flagsOf, sourceOf } from './form.ts';
import { addRuns } from './name-runs.ts';
import { noRunsGap } from './no-runs.ts';
import { effortBase, type EffortBase } from './race-efforts.ts';
import { weekRows } from './week-rows.ts';

/** 1500 m is left out on purpose: few road runners race it, and a list of five is read, one of nine is not. */
const TARGETS_M = [5000, 10_000, 21_097.5, 42_195] as const;

/** What the athlete could run now, with an honest range; or why that cannot be said. */
export async function predictions(subject: Subject): Promise<FactSheet> {
  const sheet = openSheet('predictions');
  const [base, block] = await Promise.all([effortBase(subject), trainingBlock(subject)]);
  if (base.efforts.length === 0) {
    const runs = await subject.db.activity.count({
      where: { athleteId: subject.athleteId, sport: 'run' },
    });
    if (runs === 0) await noRunsGap(subject, sheet, 'prediction.time');
    else
      sheet.gap(
        'prediction.time',
        'missing',
        'No uninterrupted effort of 1500 m or more in the last 26 weeks to predict from.',
      );
    return sheet.done();
  }
  const efforts = base.efforts.map((one) => one.effort);
  for (const target of TARGETS_M) {
    const prediction = predictRace(efforts, subject.today, target, block);
    if (isNone(prediction))
      sheet.gap(
        'prediction.time',
        'missing',
        `${kilometres(target)}: ${reasonInWords(prediction.reason, prediction.detail)}`,
      );
    else addPrediction(sheet, prediction, base);
  }
  addForm(sheet, subject, base);
  await addRuns(
    subject,
    sheet,
    base.efforts.map((one) => one.activityId),
  );
  return sheet.done();
}

function addPrediction(sheet: Sheet, prediction: RacePrediction, base: EffortBase): void {
  const source = base.efforts.find((one) => one.effort === prediction.effort);
  if (!source) return;
  sheet.add({
    metric: 'prediction.time',
    subject: `distance:${prediction.targetM}`,
    label: `Predicted ${kilometres(prediction.targetM)}`,
    value: prediction.value,
    ...(prediction.range ? { range: prediction.range } : {}),
    quality: base.fromTraining ? 'extrapolated' : prediction.quality,
    method: prediction.method,
    ...sourceOf(source),
    arithmetic: `median of ${prediction.models.map((model) => model.method).join(', ')} from ${kilometres(source.effort.distanceM)} on ${source.effort.date}`,
    flags: flagsOf(prediction.flags, base),
  });
}

function kilometres(metres: number): string {
  if (metres === 21_097.5) return 'half marathon';
  if (metres === 42_195) return 'marathon';
  return metres % 1000 === 0 ? `${metres / 1000} km` : `${(metres / 1000).toFixed(2)} km`;
}

/** The eight complete weeks before this one, which the marathon models ask for. */
async function trainingBlock(subject: Subject): Promise<TrainingBlock> {
  const monday = mondayOf(subject.today);
  const rows = await weekRows(subject, addDays(monday, -56), addDays(monday, -1));
  const byWeek = new Map(rows.map((row) => [row.weekStart, row]));
  const weeklyM = Array.from(
    { length: 8 },
    (_, week) => byWeek.get(addDays(monday, -56 + 7 * week))?.distanceM ?? null,
  );
  const distance = rows.reduce((total, row) => total + row.distanceM, 0);
  const moving = rows.reduce((total, row) => total + row.movingS, 0);
  return { weeklyM, meanPaceSPerKm: distance > 0 ? (moving / distance) * 1000 : null };
}
