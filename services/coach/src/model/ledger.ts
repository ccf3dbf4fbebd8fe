import { Prisma } from '@evensplit/db';
import type { CallRecord } from './token-account.ts';

/**
 * The part of an ending statement that enters its calls into the ledger: `ended` is the row that was ended, with
 * "turnId" and "athleteId", or none, and then nothing is entered.
 */
export function enterCalls(
  ended: Prisma.Sql,
  calls: readonly CallRecord[],
  promptVersion: string,
): Prisma.Sql {
  return Prisma.sql`
    INSERT INTO "ModelCall" (id, "turnId", "athleteId", step, attempt, provider, model, "startedAt", "headersMs",
      "firstContentMs", "totalMs", "finishReason", "errorCode", "promptTokens", "completionTokens", "promptVersion")
    SELECT gen_random_uuid(), e."turnId", e."athleteId", c.step, c.attempt, c.provider, c.model, c."startedAt",
      c."headersMs", c."firstContentMs", c."totalMs", c."finishReason", c."errorCode", c."promptTokens",
      c."completionTokens", ${promptVersion}
    FROM ${ended} e, jsonb_to_recordset(${JSON.stringify(calls)}::jsonb) AS c(step int, attempt int,
      provider text, model text, "startedAt" timestamptz, "headersMs" int, "firstContentMs" int, "totalMs" int,
      "finishReason" text, "errorCode" text, "promptTokens" int, "completionTokens" int)`;
}
