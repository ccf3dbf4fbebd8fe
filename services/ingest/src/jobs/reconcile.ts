import type { IngestDb, IngestTx } from '@evensplit/db';
import { FORMULA_VERSION } from '../derive/formula-version.ts';
import { STANDING } from '../derive/metric-rows.ts';
import type { Doorbell } from '../progress/doorbell.ts';
import { markDirty } from '../store/mark-dirty.ts';
import { storedDay } from '../store/civil-time.ts';
import { isPaused } from '../switches.ts';
import type { RawStore } from '../uploads/raw-store.ts';
import { failFile } from './bury-job.ts';
import { importJobId, type ImportQueue } from './catalogue.ts';
import { enqueueDerivation, type EnqueueDeps } from './enqueue.ts';
import { finishBatches } from './finish-batches.ts';

export type ReconcileDeps = EnqueueDeps & {
  db: IngestDb;
  imports: Pick<ImportQueue, 'add' | 'stateOf'>;
  store: RawStore;
  doorbell: Doorbell;
};

const HOUR_MS = 3_600_000;
/** A portion: a queue that was wiped with thousands of rows behind it fills up again over a few passes. */
const MOST_FILES = 500;

/**
 * Rows are the promise, jobs only their delivery: whatever row has no job gets one again. One replica at a time looks;
 * what it picked is not picked again for a while, so nothing here must be exact.
 * @param olderThanS 0 right after the brake was released, else a minute
 */
export async function reconcile(deps: ReconcileDeps, olderThanS = 60): Promise<void> {
  await deps.store.sweep(HOUR_MS);
  if (isPaused(deps.control)) return;
  const due = await deps.db.$transaction((tx) => pickDue(tx, olderThanS));
  if (!due) return;
  for (const file of due.files) await deliver(deps, file);
  for (const { athleteId, day } of due.changedSettings) {
    await markDirty(deps.db, athleteId, storedDay(day));
    await enqueueDerivation(deps, athleteId);
  }
  for (const { athleteId } of due.dirty) await enqueueDerivation(deps, athleteId);
  for (const { athleteId } of due.outdated) await enqueueDerivation(deps, athleteId, 'rebuild');
  for (const batchId of await finishBatches(deps.db, null)) deps.doorbell.ring(batchId);
}

type DueFile = { id: string; state: 'queued' | 'processing'; runEpoch: number };
type Due = {
  files: DueFile[];
  dirty: { athleteId: string }[];
  changedSettings: { athleteId: string; day: Date }[];
  outdated: { athleteId: string }[];
};

/** Null when another replica is looking just now. */
async function pickDue(tx: IngestTx, olderThanS: number): Promise<Due | null> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('ingest-reconcile', 0)) AS mine`;
  if (!lock?.mine) return null;
  const files = await tx.$queryRaw<DueFile[]>`
    UPDATE "ImportFile" SET "queuedAt" = now() WHERE id IN (
      SELECT id FROM "ImportFile"
      WHERE state IN ('queued', 'processing') AND "queuedAt" < now() - make_interval(secs => ${olderThanS})
        AND coalesce("startedAt", '-infinity') < now() - make_interval(secs => ${olderThanS})
      ORDER BY "queuedAt", id LIMIT ${MOST_FILES} FOR UPDATE SKIP LOCKED)
    RETURNING id::text AS id, state::text AS state, "runEpoch"`;
  const dirty = await tx.$queryRaw<{ athleteId: string }[]>`
    SELECT "athleteId"::text AS "athleteId" FROM "AthleteModel"
    WHERE "loadDirtyFrom" IS NOT NULL AND "updatedAt" < now() - make_interval(secs => ${olderThanS})`;
  const changedSettings = await tx.$queryRaw<{ athleteId: string; day: Date }[]>`
    SELECT a.id::text AS "athleteId", first.day
    FROM "Athlete" a
    JOIN "AthleteModel" m ON m."athleteId" = a.id AND m."loadDirtyFrom" IS NULL
    CROSS JOIN LATERAL (SELECT min("localDate") AS day FROM "Activity"
                        WHERE "athleteId" = a.id AND sport = 'run') first
    CROSS JOIN LATERAL (SELECT id FROM "Activity" WHERE "athleteId" = a.id AND sport = 'run' AND "derivedAt" IS NOT NULL
                        ORDER BY "localDate" DESC, "startedAt" DESC LIMIT 1) newest
    JOIN "ActivityMetric" s ON s."activityId" = newest.id AND s.metric = ${STANDING}
    WHERE s.extra ->> 'settings' <> concat_ws('/', coalesce(a."maxHeartRate"::text, '-'),
      coalesce(a."restingHeartRate"::text, '-'), coalesce(a.sex::text, '-'), coalesce(a."birthYear"::text, '-'))`;
  const outdated = await tx.$queryRaw<{ athleteId: string }[]>`
    SELECT DISTINCT "athleteId"::text AS "athleteId" FROM "Activity"
    WHERE "derivedWith" IS NOT NULL AND "derivedWith" <> ${FORMULA_VERSION} LIMIT 100`;
  return { files, dirty, changedSettings, outdated };
}

async function deliver(deps: ReconcileDeps, file: DueFile): Promise<void> {
  const payload = { fileId: file.id };
  const jobId = importJobId(file.id);
  switch (await deps.imports.stateOf(jobId)) {
    case 'waiting':
    case 'active':
    case 'delayed':
      return;
    case 'gone':
      return deps.imports.add('import-file', payload, { jobId });
    case 'completed':
      // It ended without an outcome, and its id is taken for a week: another id, once per claim.
      return deps.imports.add('import-file', payload, { jobId: `${jobId}-${file.runEpoch}` });
    case 'failed':
      // The process that saw it fail could not record it.
      return failFile(deps, file.id, true);
  }
}
