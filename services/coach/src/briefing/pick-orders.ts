import type { CoachTx } from '@evensplit/db';
import { basisSql } from './basis.ts';
import type { BriefingTimings } from './briefing-timings.ts';
import type { Order } from './catalogue.ts';
import { settleLostDrafts } from './draft-row.ts';

/** A portion: an installation that wakes up with thousands of athletes is served over a few beats. */
const MOST = 500;

export type PickedOrders = {
  /** Rows that were marked now. */
  fresh: Order[];
  /** Rows that were marked a while ago and have not been worked on since. */
  waiting: Order[];
  /** The same for drafts, which are ordered by those who look. */
  waitingDrafts: Order[];
};

/**
 * Finds whose briefing should be looked at again, and marks those rows: that is the promise, the job comes after it.
 * Bills that nobody is left to settle are settled on the way.
 * Null when another replica is looking just now.
 */
export async function pickOrders(
  tx: Pick<CoachTx, '$queryRaw' | '$executeRaw'>,
  timings: BriefingTimings,
): Promise<PickedOrders | null> {
  const [lock] = await tx.$queryRaw<{ mine: boolean }[]>`
    SELECT pg_try_advisory_xact_lock(hashtextextended('coach-briefings', 0)) AS mine`;
  if (!lock?.mine) return null;
  const waiting = await tx.$queryRaw<Order[]>`
    SELECT "athleteId"::text AS "athleteId", "runEpoch" AS epoch FROM "Briefing"
    WHERE status <> 'ready' AND "queuedAt" < now() - ${timings.lost} * interval '1 millisecond'
      AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
    ORDER BY "queuedAt", "athleteId" LIMIT ${MOST}`;
  await settleLostDrafts(tx);
  const waitingDrafts = await tx.$queryRaw<Order[]>`
    SELECT "athleteId"::text AS "athleteId", "runEpoch" AS epoch FROM "BriefingDraft"
    WHERE status = 'queued' AND "queuedAt" < now() - ${timings.lost} * interval '1 millisecond'
    ORDER BY "queuedAt", "athleteId" LIMIT ${MOST}`;
  return { fresh: await markDue(tx, timings), waiting, waitingDrafts };
}

/**
 * Two ranges of an index tell who matters: whose data changed lately, and who was here lately. Half-derived histories
 * wait for the rest. The changed ones come first.
 */
async function markDue(
  tx: Pick<CoachTx, '$queryRaw'>,
  { active }: BriefingTimings,
): Promise<Order[]> {
  return tx.$queryRaw<Order[]>`
    WITH candidate AS (
      SELECT "athleteId", bool_or(seen) AS seen FROM (
        SELECT "athleteId", false AS seen FROM "AthleteModel"
        WHERE "updatedAt" > now() - ${active} * interval '1 millisecond'
        UNION ALL
        SELECT "athleteId", true FROM "Session"
        WHERE "lastSeenAt" > now() - ${active} * interval '1 millisecond') one
      GROUP BY "athleteId"),
    due AS (
      SELECT m."athleteId" FROM candidate c
      JOIN "AthleteModel" m ON m."athleteId" = c."athleteId"
      JOIN "Athlete" a ON a.id = c."athleteId"
      LEFT JOIN "Briefing" b ON b."athleteId" = c."athleteId"
      WHERE (b.status IS NULL OR b.status = 'ready')
        AND ((m."loadDirtyFrom" IS NULL AND b.basis IS DISTINCT FROM ${basisSql})
          OR (c.seen AND b."dueAt" < now()))
      ORDER BY (b.basis IS DISTINCT FROM ${basisSql}) DESC, b."dueAt" NULLS FIRST, m."athleteId"
      LIMIT ${MOST})
    INSERT INTO "Briefing" ("athleteId") SELECT "athleteId" FROM due
    ON CONFLICT ("athleteId") DO UPDATE
      SET status = 'queued', "queuedAt" = now(), "runEpoch" = "Briefing"."runEpoch" + 1
      WHERE "Briefing".status = 'ready'
    RETURNING "athleteId"::text AS "athleteId", "runEpoch" AS epoch`;
}
