import { systemSettings, type SettingView, type SystemSettingKey } from '@evensplit/contracts';
import type { CoreDb } from '@evensplit/db';
import type { Actor } from '@evensplit/platform/auth/actor';
import { audit } from '../audit.ts';

/** What holds while nobody has changed anything. */
const defaults: Record<SystemSettingKey, string | boolean> = {
  'auth.signup': 'open',
  'system.ingestion_paused': false,
  'system.readonly': false,
  'coach.llm': true,
  'coach.provider.openai': true,
  'coach.provider.gemini': true,
};

export async function listSettings(db: CoreDb): Promise<SettingView[]> {
  const rows = new Map((await db.systemSetting.findMany()).map((row) => [row.key, row]));
  return (Object.keys(systemSettings) as SystemSettingKey[]).map((key) => {
    const row = rows.get(key);
    return {
      key,
      value: row?.value ?? defaults[key],
      reason: row?.reason ?? '',
      changedAt: row?.changedAt.toISOString() ?? null,
    };
  });
}

/** Changes a switch for all services; each notices within its next control poll. */
export async function changeSetting(
  db: CoreDb,
  actor: Actor,
  change: { key: SystemSettingKey; value: string | boolean; reason: string },
): Promise<SettingView> {
  const { key, value, reason } = change;
  return db.$transaction(async (tx) => {
    const data = { value, reason, changedBy: actor.athleteId, changedAt: new Date() };
    const row = await tx.systemSetting.upsert({
      where: { key },
      create: { key, ...data },
      update: data,
    });
    await audit(tx, {
      actorId: actor.athleteId,
      action: 'setting.changed',
      details: { key, value },
    });
    return { key, value, reason, changedAt: row.changedAt.toISOString() };
  });
}
