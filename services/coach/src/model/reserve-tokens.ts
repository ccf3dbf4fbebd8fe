import type { CoachTx } from '@evensplit/db';

/** One statement looks and takes, so that no two of an athlete's answers can both take the last of the day. */
export async function reserveTokens(
  tx: Pick<CoachTx, '$executeRaw' | '$queryRaw'>,
  { athleteId, day }: { athleteId: string; day: Date },
  tokens: number,
  cap: number,
): Promise<boolean> {
  await tx.$executeRaw`
    INSERT INTO "Usage" ("athleteId", day) VALUES (${athleteId}::uuid, ${day}::date) ON CONFLICT DO NOTHING`;
  const taken = await tx.$queryRaw<unknown[]>`
    UPDATE "Usage" SET reserved = reserved + ${tokens}
    WHERE "athleteId" = ${athleteId}::uuid AND day = ${day}::date AND used + reserved + ${tokens} <= ${cap}
    RETURNING 1`;
  return taken.length > 0;
}
