import type { CoachTx } from './clients.ts';

export type ControlState = { settings: Record<string, unknown>; revokedSessionIds: string[] };

/**
 * What every process polls every 2 s: operator switches, and sessions revoked so recently that an access token
 * of theirs may still be alive (tokens live 10 min; one minute of slack).
 */
export async function readControl(db: Pick<CoachTx, '$queryRaw'>): Promise<ControlState> {
  const settings = await db.$queryRaw<{ key: string; value: unknown }[]>`
    SELECT key, value FROM "SystemSetting"`;
  const revoked = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM "Session" WHERE "revokedAt" > now() - interval '11 minutes'`;
  return {
    settings: Object.fromEntries(settings.map((row) => [row.key, row.value])),
    revokedSessionIds: revoked.map((row) => row.id),
  };
}
