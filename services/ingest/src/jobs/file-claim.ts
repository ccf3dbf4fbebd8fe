import type { IngestTx } from '@evensplit/db';

/** A file this process works on. Every write checks `epoch`: whoever claimed later is the only one who may write. */
export type FileClaim = {
  fileId: string;
  batchId: string;
  athleteId: string;
  name: string;
  sha256: Uint8Array<ArrayBuffer>;
  epoch: number;
};

export type FileOutcome = {
  state: 'imported' | 'duplicate' | 'failed';
  code: string | null;
  reason: string | null;
  warnings?: string[];
  activityIds?: string[];
};

/** Another worker took the file over; what this one found out is worth nothing any more. */
export class ClaimLost extends Error {
  override readonly name = 'ClaimLost';
}

/** Undefined when there is nothing left to do: ended already, or gone with its athlete. */
export async function claimFile(
  db: Pick<IngestTx, '$queryRaw'>,
  fileId: string,
): Promise<FileClaim | undefined> {
  const rows = await db.$queryRaw<FileClaim[]>`
    UPDATE "ImportFile" SET state = 'processing', "runEpoch" = "runEpoch" + 1, "startedAt" = now()
    WHERE id = ${fileId}::uuid AND state IN ('queued', 'processing') AND "rawSha256" IS NOT NULL
    RETURNING id::text AS "fileId", "batchId"::text AS "batchId", "athleteId"::text AS "athleteId", name,
      "rawSha256" AS sha256, "runEpoch" AS epoch`;
  return rows[0];
}

/** Throws `ClaimLost`, so that the transaction around it leaves nothing behind. */
export async function finishFile(
  tx: Pick<IngestTx, 'importFile'>,
  claim: FileClaim,
  outcome: FileOutcome,
): Promise<void> {
  const { count } = await tx.importFile.updateMany({
    where: { id: claim.fileId, runEpoch: claim.epoch, state: 'processing' },
    data: {
      state: outcome.state,
      code: outcome.code,
      reason: outcome.reason,
      warnings: outcome.warnings ?? [],
      activityIds: outcome.activityIds ?? [],
      finishedAt: new Date(),
    },
  });
  if (count !== 1) throw new ClaimLost('the file was taken over by another worker');
}
