import type { IngestTx } from '@evensplit/db';

/**
 * Writers of one athlete's history take turns until their transaction ends, in whatever process they run: two
 * files of the same run that arrive together must not both find that it is new.
 */
export async function lockAthlete(
  tx: Pick<IngestTx, '$executeRaw'>,
  athleteId: string,
): Promise<void> {
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`ingest:${athleteId}`}, 0))`;
}
