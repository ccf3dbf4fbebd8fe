import { encodeStream, STREAM_CODEC, type IngestTx } from '@evensplit/db';
import { FORMULA_VERSION } from '../derive/formula-version.ts';
import { toStored } from './civil-time.ts';
import type { NormalActivity } from './normalise-activity.ts';
import { RECORDING } from './recording.ts';

/** The columns of `Activity` that come from the file. A run waits for its analysis, other sports have none. */
export function activityColumns(activity: NormalActivity) {
  const isRun = activity.sport === 'run';
  return {
    ...activity.columns,
    sport: activity.sport,
    localDate: toStored(activity.day),
    kind: isRun ? 'unknown' : 'other',
    hard: null,
    load: null,
    loadMethod: null,
    derivedWith: isRun ? null : FORMULA_VERSION,
    derivedAt: isRun ? null : new Date(),
  };
}

/** Samples, laps and how it was recorded; whatever an earlier source left there is replaced. */
export async function writeSamples(
  tx: IngestTx,
  athleteId: string,
  activityId: string,
  { stream, laps, recording }: NormalActivity,
): Promise<void> {
  const key = { activityId, athleteId };
  await tx.activityStream.deleteMany({ where: key });
  await tx.lap.deleteMany({ where: key });
  await tx.activityMetric.deleteMany({ where: { ...key, metric: RECORDING } });
  if (stream) {
    await tx.activityStream.create({
      data: {
        ...key,
        samples: stream.t.length,
        codec: STREAM_CODEC,
        data: new Uint8Array(encodeStream(stream)),
      },
    });
  }
  await tx.lap.createMany({ data: laps.map((lap, index) => ({ ...key, index, ...lap })) });
  await tx.activityMetric.create({ data: { ...key, metric: RECORDING, extra: recording } });
}
