import type { IngestTx } from '@evensplit/db';

/**
 * Closes the batches of one athlete (of all, for the reconciler) that have no file on the way and whose runs are
 * all derived.
 * @returns the ids of those that ended now
 */
export async function finishBatches(
  db: Pick<IngestTx, '$queryRaw'>,
  athleteId: string | null,
): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    UPDATE "ImportBatch" b SET "finishedAt" = now()
    WHERE b."finishedAt" IS NULL AND (${athleteId}::uuid IS NULL OR b."athleteId" = ${athleteId}::uuid)
      AND EXISTS (SELECT 1 FROM "ImportFile" f WHERE f."batchId" = b.id)
      AND NOT EXISTS (SELECT 1 FROM "ImportFile" f
                      WHERE f."batchId" = b.id AND f.state IN ('queued', 'processing'))
      AND NOT EXISTS (SELECT 1 FROM "AthleteModel" m
                      WHERE m."athleteId" = b."athleteId" AND m."loadDirtyFrom" IS NOT NULL)
    RETURNING b.id::text AS id`;
  return rows.map((row) => row.id);
}
