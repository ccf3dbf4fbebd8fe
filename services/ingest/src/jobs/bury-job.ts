import type { IngestDb } from '@evensplit/db';
import type { DeadJob } from '@evensplit/platform/job-queue';
import type { Doorbell } from '../progress/doorbell.ts';
import { importJobs } from './catalogue.ts';
import { finishBatches } from './finish-batches.ts';

export type BuryDeps = { db: IngestDb; doorbell: Doorbell };

const crashed = {
  code: 'worker_crashed',
  reason:
    'The server stopped several times while it worked on this file, so it was put aside. Nothing else was affected; upload it again, and tell the operator if it happens once more.',
};
const gaveUp = {
  code: 'import_failed',
  reason:
    'The server could not import this file although it tried several times. Nothing else was affected; upload it again later, and tell the operator if it happens once more.',
};

/** A job used up its tries: the operator gets a row to look at, the athlete an outcome with a reason. */
export async function buryJob(deps: BuryDeps, job: DeadJob): Promise<void> {
  const { queue, jobId, errorClass, payload } = job;
  await deps.db.deadJob.create({
    data: { queue, jobId, errorClass, ref: JSON.parse(JSON.stringify(payload ?? null)) },
  });
  const file = importJobs['import-file'].safeParse(payload);
  if (job.name === 'import-file' && file.success) {
    await failFile(deps, file.data.fileId, errorClass === 'JobStalled');
  }
}

/** A worker that still holds the file loses it: its epoch is over. */
export async function failFile(
  deps: BuryDeps,
  fileId: string,
  workerCrashed: boolean,
): Promise<void> {
  const { code, reason } = workerCrashed ? crashed : gaveUp;
  const rows = await deps.db.$queryRaw<{ athleteId: string; batchId: string }[]>`
    UPDATE "ImportFile" SET state = 'failed', code = ${code}, reason = ${reason}, "runEpoch" = "runEpoch" + 1,
      "finishedAt" = now()
    WHERE id = ${fileId}::uuid AND state IN ('queued', 'processing')
    RETURNING "athleteId"::text AS "athleteId", "batchId"::text AS "batchId"`;
  for (const { athleteId, batchId } of rows) {
    await finishBatches(deps.db, athleteId);
    deps.doorbell.ring(batchId);
  }
}
