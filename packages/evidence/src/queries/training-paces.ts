import type { FactSheet } from '@evensplit/contracts';
import { trainingPaces as pacesOf, type Estimate } from '@evensplit/training';
import type { Subject } from '../athlete.ts';
import { openSheet } from '../sheet.ts';
import { flagInWords, reasonInWords } from '../words.ts';
import { addForm } from './form.ts';
import { addRuns } from './name-runs.ts';
import { noRunsGap } from './no-runs.ts';
import { effortBase } from './race-efforts.ts';

/** Training paces from the current pace index, each as the band it is run in. */
export async function trainingPaces(subject: Subject): Promise<FactSheet> {
  const sheet = openSheet('training-paces');
  const base = await effortBase(subject);
  if (base.efforts.length === 0) {
    const runs = await subject.db.activity.count({
      where: { athleteId: subject.athleteId, sport: 'run' },
    });
    if (runs === 0) await noRunsGap(subject, sheet, 'index.pace');
    else
      sheet.gap(
        'index.pace',
        'missing',
        'No uninterrupted effort of a mile or longer in the last half year to start from.',
      );
    return sheet.done();
  }
  const form = addForm(sheet, subject, base);
  if (!form) return sheet.done();
  const paces = pacesOf(form.index);
  if ('reason' in paces) {
    sheet.gap('pace.easy', 'missing', reasonInWords(paces.reason, paces.detail));
    return sheet.done();
  }
  const [slow, fast] = paces.easy;
  sheet.add({
    ...form.shared,
    metric: 'pace.easy',
    value: (slow + fast) / 2,
    range: [fast, slow],
    method: paces.threshold.method,
  });
  for (const zone of ['marathon', 'threshold', 'interval', 'repetition'] as const) {
    const pace: Estimate = paces[zone];
    sheet.add({
      ...form.shared,
      metric: `pace.${zone}`,
      value: pace.value,
      ...(pace.range ? { range: pace.range } : {}),
      quality: pace.quality === 'extrapolated' ? 'extrapolated' : form.shared.quality,
      method: pace.method,
      flags: [...form.shared.flags, ...pace.flags.map(flagInWords)],
    });
  }
  await addRuns(
    subject,
    sheet,
    form.shared.from.map((one) => one.activityId),
  );
  return sheet.done();
}
