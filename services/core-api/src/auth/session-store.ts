import type { CoreDb, CoreTx } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { audit } from '../audit.ts';
import { childToken, newRefreshToken, tokenHash } from './refresh-tokens.ts';
import { judgeRefresh } from './rotation.ts';

/** A session ends after this long without use, and in any case. */
export const IDLE_DAYS = 30;
const ABSOLUTE_DAYS = 90;

export type OpenSession = { sessionId: string; athleteId: string; refreshToken: string };

/**
 * One statement, because everybody who signs in waits for it: session, first token, and the end of sessions that ended a
 * month ago. Until then they are kept, for the athlete's list and for refusing old tokens by name.
 */
export async function openSession(
  tx: Pick<CoreTx, '$queryRaw'>,
  athleteId: string,
  device: string,
): Promise<OpenSession> {
  const refreshToken = newRefreshToken();
  const expiresAt = new Date(Date.now() + ABSOLUTE_DAYS * 86_400_000);
  const rows = await tx.$queryRaw<{ sessionId: string }[]>`
    WITH opened AS (
      INSERT INTO "Session" (id, "athleteId", device, "expiresAt")
      VALUES (gen_random_uuid(), ${athleteId}::uuid, ${device}, ${expiresAt}) RETURNING id
    ), forgotten AS (
      DELETE FROM "Session" WHERE "athleteId" = ${athleteId}::uuid
        AND COALESCE("revokedAt", "expiresAt") < now() - interval '30 days'
    )
    INSERT INTO "RefreshToken" (hash, "sessionId", counter)
    SELECT ${tokenHash(refreshToken)}, id, 0 FROM opened RETURNING "sessionId"::text AS "sessionId"`;
  const sessionId = rows[0]?.sessionId;
  if (sessionId === undefined) throw new Error('a session was not stored');
  return { sessionId, athleteId, refreshToken };
}

type Row = {
  sessionId: string;
  athleteId: string;
  tokenCounter: number;
  sessionCounter: number;
  rotatedAgoS: number | null;
  ended: boolean;
};

/**
 * Exchanges a refresh token for its child. Throws `unauthenticated` (unknown), `session_ended`, or `refresh_reused`
 * after having ended the session in the same transaction that noticed.
 */
export async function refreshSession(
  deps: { db: CoreDb; refreshSecret: string },
  token: string,
): Promise<OpenSession> {
  const outcome = await deps.db.$transaction(async (tx) => {
    const row = await lockSession(tx, token);
    if (!row) throw new AppError('unauthenticated', 'Sign in to continue.');
    const verdict = judgeRefresh(row);
    const next = {
      ...row,
      refreshToken: childToken(deps.refreshSecret, token, row.sessionId, row.tokenCounter + 1),
    };
    switch (verdict) {
      case 'rotate':
        await advance(tx, row, token, next.refreshToken);
        return next;
      case 'repeat':
        return next;
      case 'reused':
        await endSession(tx, row.sessionId, 'refresh_reused');
        await audit(tx, {
          actorId: row.athleteId,
          action: 'auth.refresh_reuse',
          details: { sessionId: row.sessionId },
        });
        return new AppError(
          'refresh_reused',
          'This session was ended for your safety: sign in again.',
        );
      case 'ended':
        return new AppError('session_ended', 'This session has ended: sign in again.');
    }
  });
  if (outcome instanceof AppError) throw outcome;
  return outcome;
}

/** The row lock makes simultaneous refreshes of one session queue up, so that each sees what the one before did. */
async function lockSession(tx: CoreTx, token: string): Promise<Row | undefined> {
  const found = await tx.refreshToken.findUnique({
    where: { hash: tokenHash(token) },
    select: { sessionId: true },
  });
  if (!found) return undefined;
  await tx.$queryRaw`SELECT 1 FROM "Session" WHERE id = ${found.sessionId}::uuid FOR UPDATE`;
  const rows = await tx.$queryRaw<Row[]>`
    SELECT s.id::text AS "sessionId", s."athleteId"::text AS "athleteId", t.counter AS "tokenCounter",
           s.counter AS "sessionCounter", extract(epoch FROM now() - t."rotatedAt")::float8 AS "rotatedAgoS",
           (s."revokedAt" IS NOT NULL OR s."expiresAt" < now()
            OR s."lastSeenAt" < now() - make_interval(days => ${IDLE_DAYS}::int)) AS ended
    FROM "RefreshToken" t JOIN "Session" s ON s.id = t."sessionId"
    WHERE t.hash = ${tokenHash(token)}`;
  return rows[0];
}

async function advance(tx: CoreTx, row: Row, token: string, child: string): Promise<void> {
  await tx.refreshToken.create({
    data: { hash: tokenHash(child), sessionId: row.sessionId, counter: row.tokenCounter + 1 },
  });
  await tx.$executeRaw`UPDATE "RefreshToken" SET "rotatedAt" = now() WHERE hash = ${tokenHash(token)}`;
  await tx.$executeRaw`
    UPDATE "Session" SET counter = counter + 1, "lastSeenAt" = now() WHERE id = ${row.sessionId}::uuid`;
}

/** Ends a session: refused at the next request here, within the control poll everywhere else. */
export async function endSession(
  tx: Pick<CoreTx, '$executeRaw'>,
  sessionId: string,
  reason: string,
): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Session" SET "revokedAt" = COALESCE("revokedAt", now()), "endReason" = COALESCE("endReason", ${reason})
    WHERE id = ${sessionId}::uuid`;
}

/** Ends every session of an athlete except one; returns how many were alive. */
export async function endOtherSessions(
  tx: Pick<CoreTx, '$executeRaw'>,
  athleteId: string,
  exceptId: string,
  reason: string,
): Promise<number> {
  return tx.$executeRaw`
    UPDATE "Session" SET "revokedAt" = now(), "endReason" = ${reason}
    WHERE "athleteId" = ${athleteId}::uuid AND id <> ${exceptId}::uuid AND "revokedAt" IS NULL`;
}
