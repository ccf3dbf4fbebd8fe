import type { Stage } from '../stage.ts';
import { withAdmin } from './model-stage.ts';

/** A call to a model as the coach wrote it down. */
export type LedgerCall = {
  provider: string;
  step: number;
  attempt: number;
  errorCode: string | null;
  tokens: number | null;
};

export type LedgerTurn = {
  id: string;
  question: string;
  /** `done`, `stopped`, `running` or `error/idle_timeout`. */
  outcome: string;
  writer: string | null;
  answer: string;
  strikes: number;
  reservedTokens: number;
  usedTokens: number | null;
  usageEstimated: boolean;
  /** In milliseconds since 1970, by Postgres' clock, which is this machine's. */
  createdAt: number;
  finishedAt: number;
  calls: LedgerCall[];
};

/** Every turn there is, with its calls in the order in which they were made. */
export async function readLedger(stage: Stage): Promise<LedgerTurn[]> {
  return withAdmin(stage, async (admin) => {
    const { rows } = await admin.query<LedgerTurn>(
      `SELECT t.id, t.question, concat_ws('/', t.status::text, t."errorCode") AS outcome, t.writer,
         COALESCE(t.answer, '') AS answer, t.strikes, t."reservedTokens", t."usedTokens", t."usageEstimated",
         (extract(epoch FROM t."createdAt") * 1000)::float8 AS "createdAt",
         (extract(epoch FROM COALESCE(t."finishedAt", 'epoch')) * 1000)::float8 AS "finishedAt",
         COALESCE((SELECT jsonb_agg(jsonb_build_object('provider', c.provider, 'step', c.step, 'attempt', c.attempt,
           'errorCode', c."errorCode", 'tokens', c."promptTokens" + c."completionTokens") ORDER BY c."startedAt", c.step)
           FROM "ModelCall" c WHERE c."turnId" = t.id), '[]') AS calls
       FROM "Turn" t ORDER BY t."createdAt"`,
    );
    return rows;
  });
}

/** Athletes and days whose books do not add up: something still reserved, or another sum than their turns were billed. */
export async function unbalancedBooks(stage: Stage): Promise<number> {
  return withAdmin(stage, async (admin) => {
    const { rows } = await admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "Usage" u
       WHERE u.reserved <> 0 OR u.used <> (SELECT COALESCE(sum(t."usedTokens"), 0) FROM "Turn" t
         WHERE t."athleteId" = u."athleteId" AND t."budgetDay" = u.day AND t."reservedTokens" > 0)`,
    );
    return rows[0]?.n ?? -1;
  });
}
