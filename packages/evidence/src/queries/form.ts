import { currentPaceIndex, isNone, thresholdPaceFromIndex } from '@evensplit/training';
import type { Subject } from '../athlete.ts';
import { lanesOf } from '../lanes.ts';
import type { FactInput } from '../make-fact.ts';
import type { Sheet } from '../sheet.ts';
import { flagInWords, reasonInWords } from '../words.ts';
import type { EffortBase, FoundEffort } from './race-efforts.ts';

const FROM_TRAINING = 'from an ordinary run, not a race: read it as “at least this fast”';

/** The current pace index, and what every fact that follows from it shares. */
export type Form = {
  index: number;
  shared: Pick<FactInput, 'subject' | 'quality' | 'from' | 'lanes'> & { flags: string[] };
};

/** The pace index and the threshold pace that follow from the same efforts. */
export function addForm(sheet: Sheet, subject: Subject, base: EffortBase): Form | null {
  const index = currentPaceIndex(
    base.efforts.map((one) => one.effort),
    subject.today,
  );
  if (isNone(index)) {
    sheet.gap('index.pace', 'missing', reasonInWords(index.reason, index.detail));
    return null;
  }
  const source = base.efforts.find((one) => one.effort === index.effort);
  if (!source) return null;
  const quality = base.fromTraining ? 'extrapolated' : index.quality;
  const shared: Form['shared'] = {
    subject: `day:${subject.today}`,
    quality,
    flags: flagsOf(index.flags, base),
    ...sourceOf(source),
  };
  sheet.add({
    ...shared,
    metric: 'index.pace',
    value: index.value,
    ...(index.range ? { range: index.range } : {}),
    method: index.method,
  });
  const threshold = thresholdPaceFromIndex(index.value);
  if (isNone(threshold)) return { index: index.value, shared };
  sheet.add({
    ...shared,
    metric: 'threshold.pace',
    value: threshold.value,
    ...(threshold.range ? { range: threshold.range } : {}),
    method: threshold.method,
    flags: flagsOf(threshold.flags, base),
  });
  return { index: index.value, shared };
}

export function sourceOf(source: FoundEffort) {
  return {
    from: [{ activityId: source.activityId, window: source.window }],
    lanes: lanesOf([source.lane]),
  };
}

export function flagsOf(flags: string[], base: EffortBase): string[] {
  return [...(base.fromTraining ? [FROM_TRAINING] : []), ...flags.map(flagInWords)];
}
