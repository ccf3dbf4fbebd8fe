import { Prisma, type CoachDb } from '@evensplit/db';
import type { Log } from '@evensplit/platform/log';
import { enterCalls } from '../model/ledger.ts';
import { PROMPT_VERSION } from '../model/system-prompt.ts';
import type { Settlement } from '../model/token-account.ts';
import { insist } from './insist.ts';
import type { TurnOutcome } from './turn-outcome.ts';

export type FinalizeDeps = { db: Pick<CoachDb, '$queryRaw'>; log: Log };
export type Ending = {
  turnId: string;
  epoch: number;
  lastSeq: number;
  outcome: TurnOutcome;
  /** Undefined when whoever kept the account is gone: then all that was reserved counts as used. */
  bill: Settlement | undefined;
};

/**
 * The one statement that ends a turn. Whoever changes the row from `running`, at the epoch it owns, has ended it;
 * everybody else gets `false` and must write and send nothing. Its bill is settled by the same statement, so a turn is
 * paid for once, whoever ends it.
 */
export async function finalizeTurn(deps: FinalizeDeps, ending: Ending): Promise<boolean> {
  const { outcome, bill } = ending;
  const ended = await deps.db.$queryRaw<{ id: string }[]>`
    WITH ended AS (
      UPDATE "Turn" SET status = ${outcome.status}::"TurnStatus", answer = ${outcome.answer},
        writer = ${outcome.writer}, "errorCode" = ${outcome.errorCode}, "lastSeq" = ${ending.lastSeq},
        "factIds" = ${outcome.facts.map((fact) => fact.id)}::text[],
        facts = ${JSON.stringify(outcome.facts)}::jsonb, "lookedAt" = ${JSON.stringify(outcome.lookedAt)}::jsonb, strikes = ${outcome.strikes},
        "usedTokens" = COALESCE(${bill?.usedTokens ?? null}::int, "reservedTokens"),
        "usageEstimated" = COALESCE(${bill?.estimated ?? null}::boolean, "reservedTokens" > 0),
        partial = '', "finishedAt" = now()
      WHERE id = ${ending.turnId}::uuid AND epoch = ${ending.epoch} AND status = 'running'
      RETURNING id, "athleteId", "budgetDay", "reservedTokens", "usedTokens"
    ), settled AS (
      UPDATE "Usage" u SET reserved = u.reserved - e."reservedTokens", used = u.used + e."usedTokens"
      FROM ended e WHERE u."athleteId" = e."athleteId" AND u.day = e."budgetDay" AND e."reservedTokens" > 0
    ), called AS (${enterCalls(Prisma.sql`(SELECT *, id AS "turnId" FROM ended)`, bill?.calls ?? [], PROMPT_VERSION)})
    SELECT id FROM ended`;
  return ended.length > 0;
}

/** The owner's way: while Postgres is away it tries again, up to a moment after which the reaper takes over. */
export async function finalizeWhilePossible(
  deps: FinalizeDeps,
  ending: Ending,
  giveUpAt: number,
): Promise<boolean> {
  const log = deps.log.child({ turnId: ending.turnId });
  return (await insist({ log }, () => finalizeTurn(deps, ending), giveUpAt)) ?? false;
}
