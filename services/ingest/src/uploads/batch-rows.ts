import type { IngestTx } from '@evensplit/db';

/** One batch with everything its view needs, counted by the database. */
export type BatchRow = {
  id: string;
  createdAt: Date;
  finishedAt: Date | null;
  total: number;
  queued: number;
  processing: number;
  imported: number;
  duplicate: number;
  failed: number;
  /** Files that ended in the last 20 s, and for how much of that time this batch has been at work. */
  recent: number;
  recentS: number | null;
};

/** An athlete's batches, the newest first, or the one asked for; somebody else's is not there. */
export async function readBatchRows(
  db: Pick<IngestTx, '$queryRaw'>,
  athleteId: string,
  which: { batchId: string } | { newest: number },
): Promise<BatchRow[]> {
  const batchId = 'batchId' in which ? which.batchId : null;
  const limit = 'newest' in which ? which.newest : 1;
  return db.$queryRaw<BatchRow[]>`
    SELECT b.id::text AS id, b."createdAt", b."finishedAt", c.*
    FROM (SELECT * FROM "ImportBatch"
          WHERE "athleteId" = ${athleteId}::uuid AND (${batchId}::uuid IS NULL OR id = ${batchId}::uuid)
          ORDER BY "createdAt" DESC, id DESC LIMIT ${limit}) b
    CROSS JOIN LATERAL (
      SELECT count(*)::int AS total,
        count(*) FILTER (WHERE f.state = 'queued')::int AS queued,
        count(*) FILTER (WHERE f.state = 'processing')::int AS processing,
        count(*) FILTER (WHERE f.state = 'imported')::int AS imported,
        count(*) FILTER (WHERE f.state = 'duplicate')::int AS duplicate,
        count(*) FILTER (WHERE f.state = 'failed')::int AS failed,
        count(*) FILTER (WHERE f."startedAt" IS NOT NULL
                           AND f."finishedAt" > now() - interval '20 seconds')::int AS recent,
        least(20, extract(epoch FROM now() - min(f."startedAt")))::float8 AS "recentS"
      FROM "ImportFile" f WHERE f."batchId" = b.id) c
    ORDER BY b."createdAt" DESC, b.id DESC`;
}
