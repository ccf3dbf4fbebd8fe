import type { Writer } from '@evensplit/contracts';
import { Prisma, type CoachDb, type CoachTx } from '@evensplit/db';
import { enterCalls } from '../model/ledger.ts';
import { reserveTokens } from '../model/reserve-tokens.ts';
import type { Settlement } from '../model/token-account.ts';
import type { Order } from './catalogue.ts';
import type { DraftOutcome } from './draft-outcome.ts';
import { DRAFT_PROMPT } from './prepare-draft.ts';
import type { MarkedText } from './render-markers.ts';

/** A try that this process works on. Every write checks `epoch`, as for briefings. */
export type DraftClaim = { athleteId: string; epoch: number; reservedTokens: number };

type Raw = Pick<CoachTx, '$queryRaw' | '$executeRaw'>;

/**
 * Marks that a model may write this briefing. Undefined when there is nothing new to pay for: this very request was
 * sent before, or a try is under way.
 */
export async function orderDraft(
  db: Raw,
  athleteId: string,
  requestHash: string,
): Promise<Order | undefined> {
  const rows = await db.$queryRaw<Order[]>`
    INSERT INTO "BriefingDraft" ("athleteId") VALUES (${athleteId}::uuid)
    ON CONFLICT ("athleteId") DO UPDATE
      SET status = 'queued', "queuedAt" = now(), "runEpoch" = "BriefingDraft"."runEpoch" + 1
      WHERE "BriefingDraft".status = 'done' AND "BriefingDraft"."requestHash" IS DISTINCT FROM ${requestHash}
    RETURNING "athleteId"::text AS "athleteId", "runEpoch" AS epoch`;
  return rows[0];
}

/** A model's words are taken from the page although they still hold: the same may be asked for again. */
export async function forgetDraft(db: Raw, athleteId: string): Promise<void> {
  await db.$executeRaw`
    UPDATE "BriefingDraft" SET "requestHash" = NULL
    WHERE "athleteId" = ${athleteId}::uuid AND status = 'done' AND outcome = 'written'`;
}

/** Takes the try up and sets its tokens aside in one transaction, or says why not. */
export async function claimDraft(
  db: Pick<CoachDb, '$transaction'>,
  athleteId: string,
  terms: { hash: string; tokens: number; cap: number; leaseMs: number },
): Promise<DraftClaim | 'not_mine' | 'budget_spent'> {
  return db.$transaction(async (tx) => {
    const [open] = await tx.$queryRaw<{ day: Date }[]>`
      SELECT (now() AT TIME ZONE 'UTC')::date AS day FROM "BriefingDraft"
      WHERE "athleteId" = ${athleteId}::uuid AND status = 'queued' FOR UPDATE`;
    if (!open) return 'not_mine';
    if (!(await reserveTokens(tx, { athleteId, day: open.day }, terms.tokens, terms.cap))) {
      return 'budget_spent';
    }
    const [claim] = await tx.$queryRaw<DraftClaim[]>`
      UPDATE "BriefingDraft" SET status = 'writing', "runEpoch" = "runEpoch" + 1, outcome = NULL,
        "leaseUntil" = now() + ${terms.leaseMs} * interval '1 millisecond', "requestHash" = ${terms.hash},
        "budgetDay" = ${open.day}::date, "reservedTokens" = ${terms.tokens}, "usedTokens" = NULL,
        "usageEstimated" = false, "finishedAt" = NULL
      WHERE "athleteId" = ${athleteId}::uuid
      RETURNING "athleteId"::text AS "athleteId", "runEpoch" AS epoch, "reservedTokens"`;
    return claim ?? 'not_mine';
  });
}

/** An order that came to nothing before anything was reserved; the next look may order it again. */
export async function closeDraft(
  db: Raw,
  athleteId: string,
  outcome: DraftOutcome,
): Promise<boolean> {
  const closed = await db.$executeRaw`
    UPDATE "BriefingDraft" SET status = 'done', outcome = ${outcome}, "finishedAt" = now()
    WHERE "athleteId" = ${athleteId}::uuid AND status = 'queued'`;
  return closed === 1;
}

export type DraftEnding = {
  outcome: DraftOutcome;
  /** What goes on the page if it still speaks of the same facts. */
  words: (MarkedText & { writer: Writer }) | undefined;
  inputsHash: string;
  bill: Settlement;
};

/**
 * The one statement that ends a try: bill, ledger and the words on the page, or nothing of it when the row was taken
 * over. What cost nothing is forgotten and may be asked again; what cost anything is not.
 */
export async function finishDraft(
  db: Raw,
  claim: DraftClaim,
  ending: DraftEnding,
): Promise<DraftOutcome> {
  const { outcome, words, inputsHash, bill } = ending;
  const shows = words !== undefined;
  const rows = await db.$queryRaw<{ shown: boolean }[]>`
    WITH mine AS (
      SELECT "athleteId" FROM "BriefingDraft"
      WHERE "athleteId" = ${claim.athleteId}::uuid AND "runEpoch" = ${claim.epoch} AND status = 'writing' FOR UPDATE
    ), shown AS (
      UPDATE "Briefing" b SET text = ${words?.text ?? null}, facts = ${JSON.stringify(words?.facts ?? [])}::jsonb,
        writer = ${words?.writer ?? null}, "writtenAt" = now()
      FROM mine WHERE ${shows} AND b."athleteId" = mine."athleteId" AND b."inputsHash" = ${inputsHash}
      RETURNING b."athleteId"
    ), ended AS (
      UPDATE "BriefingDraft" d SET status = 'done', "leaseUntil" = NULL, "finishedAt" = now(),
        outcome = CASE WHEN ${shows} AND NOT EXISTS (SELECT 1 FROM shown) THEN 'outdated' ELSE ${outcome} END,
        "usedTokens" = ${bill.usedTokens}, "usageEstimated" = ${bill.estimated},
        "requestHash" = CASE WHEN ${shows} OR ${bill.usedTokens}::int > 0 THEN d."requestHash" END
      FROM mine WHERE d."athleteId" = mine."athleteId"
      RETURNING d."athleteId", d."budgetDay", d."reservedTokens", d."usedTokens"
    ), settled AS (${settle(Prisma.sql`ended`)}
    ), called AS (${enterCalls(Prisma.sql`(SELECT *, NULL::uuid AS "turnId" FROM ended)`, bill.calls, DRAFT_PROMPT)})
    SELECT EXISTS (SELECT 1 FROM shown) AS shown FROM ended`;
  const [ended] = rows;
  if (!ended) return 'lost';
  return shows && !ended.shown ? 'outdated' : outcome;
}

/** Nobody knows what was spent by a process that is gone, so all that was reserved counts. Tells how many there were. */
export async function settleLostDrafts(db: Raw): Promise<number> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH gone AS (
      SELECT "athleteId" FROM "BriefingDraft" WHERE status = 'writing' AND "leaseUntil" < now()
      ORDER BY "leaseUntil" LIMIT 100 FOR UPDATE SKIP LOCKED
    ), ended AS (
      UPDATE "BriefingDraft" d SET status = 'done', "leaseUntil" = NULL, "finishedAt" = now(), outcome = 'lost',
        "runEpoch" = d."runEpoch" + 1, "usedTokens" = d."reservedTokens", "usageEstimated" = true
      FROM gone WHERE d."athleteId" = gone."athleteId"
      RETURNING d."athleteId", d."budgetDay", d."reservedTokens", d."usedTokens"
    ), settled AS (${settle(Prisma.sql`ended`)})
    SELECT "athleteId" FROM ended`;
  return rows.length;
}

function settle(ended: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`
    UPDATE "Usage" u SET reserved = u.reserved - e."reservedTokens", used = u.used + e."usedTokens"
    FROM ${ended} e WHERE u."athleteId" = e."athleteId" AND u.day = e."budgetDay"`;
}
