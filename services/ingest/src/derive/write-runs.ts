import type { IngestDb, IngestTx } from '@evensplit/db';
import { lockAthlete } from '../store/athlete-lock.ts';
import { storedDay, toStored } from '../store/civil-time.ts';
import { RECORDING } from '../store/recording.ts';
import type { AnalysedRun } from './analyse-activity.ts';
import { FORMULA_VERSION } from './formula-version.ts';
import { metricRows } from './metric-rows.ts';
import type { DueRun } from './read-runs.ts';
import type { RunStanding } from './run-standing.ts';
import { writeLoads } from './write-loads.ts';

/** A portion of a derivation: the runs of some whole days, and what came out for those that needed it. */
export type Portion = {
  fromDay: string;
  runs: readonly DueRun[];
  analysed: ReadonlyMap<string, AnalysedRun>;
  /** The athlete's standing at the last run. */
  last: RunStanding | null;
};

/**
 * Writes a portion if what it was computed from still holds: no earlier day became dirty and the same runs with the same
 * samples lie on its days. Otherwise nothing is written, and the derivation begins again where it now must. So two
 * workers may derive one athlete at a time, and only right results stay.
 * @returns whether it was written
 */
export async function writePortion(
  db: IngestDb,
  athleteId: string,
  portion: Portion,
): Promise<boolean> {
  return db.$transaction(
    async (tx) => {
      await lockAthlete(tx, athleteId);
      if (!(await stillHolds(tx, athleteId, portion))) return false;
      await writeAnalyses(tx, athleteId, portion);
      const method = await writeLoads(tx, athleteId, [...portion.analysed.keys()]);
      await advance(tx, athleteId, portion, method);
      return true;
    },
    { maxWait: 5000, timeout: 15_000 },
  );
}

async function stillHolds(tx: IngestTx, athleteId: string, portion: Portion): Promise<boolean> {
  const { fromDay, runs } = portion;
  const model = await tx.athleteModel.findUnique({ where: { athleteId } });
  if (!model?.loadDirtyFrom || storedDay(model.loadDirtyFrom) !== fromDay) return false;
  const lastDay = runs.at(-1)?.day;
  const now = await tx.$queryRaw<{ key: string }[]>`
    SELECT concat_ws(' ', a.id, coalesce(encode(s."rawSha256", 'hex'), ''), a."derivedWith") AS key
    FROM "Activity" a LEFT JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
    WHERE a."athleteId" = ${athleteId}::uuid AND a.sport = 'run' AND a."localDate" >= ${toStored(fromDay)}::date
      AND (${lastDay ?? null}::date IS NULL OR a."localDate" <= ${lastDay ?? null}::date)
    ORDER BY a."localDate", a."startedAt", a.id`;
  const before = runs.map(({ id, rawSha256, derivedWith }) =>
    [id, rawSha256, ...(derivedWith === null ? [] : [derivedWith])].join(' '),
  );
  return before.length === now.length && now.every(({ key }, i) => key === before[i]);
}

async function writeAnalyses(tx: IngestTx, athleteId: string, portion: Portion): Promise<void> {
  const ids = [...portion.analysed.keys()];
  if (ids.length === 0) return;
  const days = new Map(portion.runs.map((run) => [run.id, run.day]));
  const all = [...portion.analysed];
  await tx.activityMetric.deleteMany({
    where: { activityId: { in: ids }, metric: { not: RECORDING } },
  });
  await tx.bestEffort.deleteMany({ where: { activityId: { in: ids } } });
  await tx.activityMetric.createMany({
    data: all.flatMap(([activityId, derived]) =>
      metricRows(derived).map((row) => ({ activityId, athleteId, ...row })),
    ),
  });
  await tx.bestEffort.createMany({
    data: all.flatMap(([activityId, { efforts }]) =>
      efforts.map((effort) => ({
        activityId,
        athleteId,
        localDate: toStored(days.get(activityId) ?? ''),
        ...effort,
      })),
    ),
  });
  // Where the analysis knows nothing better, what the device declared stays.
  await tx.$executeRaw`
    UPDATE "Activity" a SET kind = r.kind, hard = r.hard, "movingS" = coalesce(r.moving, a."movingS"),
      "avgHeartRate" = coalesce(r.bpm, a."avgHeartRate"), "avgCadence" = coalesce(r.cadence, a."avgCadence"),
      "ascentM" = coalesce(r.ascent, a."ascentM"), "derivedWith" = ${FORMULA_VERSION}, "derivedAt" = now()
    FROM jsonb_to_recordset(${JSON.stringify(all.map(columnsOf))}::jsonb)
      AS r(id uuid, kind text, hard boolean, moving float8, bpm float8, cadence float8, ascent float8)
    WHERE a.id = r.id`;
}

function columnsOf([id, { analysis }]: [string, AnalysedRun]) {
  const { metrics, classification } = analysis;
  return {
    id,
    kind: classification.class,
    hard: classification.hard,
    moving: metrics.moving.value,
    bpm: metrics.averageHeartRate.value,
    cadence: metrics.averageCadence.value,
    ascent: metrics.elevationGain.value,
  };
}

/** Moves the dirty mark to the next day with a run; behind the last one the athlete is up to date. */
async function advance(
  tx: IngestTx,
  athleteId: string,
  portion: Portion,
  loadMethod: string | null,
): Promise<void> {
  const lastDay = portion.runs.at(-1)?.day;
  const next = lastDay
    ? await tx.activity.findFirst({
        where: { athleteId, sport: 'run', localDate: { gt: toStored(lastDay) } },
        orderBy: { localDate: 'asc' },
        select: { localDate: true },
      })
    : null;
  const { last } = portion;
  await tx.athleteModel.update({
    where: { athleteId },
    data: {
      loadDirtyFrom: next?.localDate ?? null,
      loadMethod,
      ...(next === null ? { formulaVersion: FORMULA_VERSION } : {}),
      ...(next === null && last
        ? {
            maxHeartRate: last.maxHeartRate,
            maxHeartRateMethod: last.maxHeartRateMethod,
            thresholdSpeedMps: last.thresholdSpeedMps,
            thresholdMethod: last.thresholdMethod,
          }
        : {}),
    },
  });
}
