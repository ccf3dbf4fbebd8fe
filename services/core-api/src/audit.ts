import type { CoreTx } from '@evensplit/db';

export type AuditEvent = {
  actorId: string | null;
  subjectId?: string;
  /** `area.what_happened` */
  action: string;
  /** Ids and codes only: no names, addresses or health values, so that erasure never breaks the chain. */
  details?: Record<string, string | number | boolean>;
};

/** Appends to the audit chain inside the caller's transaction: the action and its entry stand or fall together. */
export async function audit(tx: Pick<CoreTx, '$executeRaw'>, event: AuditEvent): Promise<void> {
  await tx.$executeRaw`
    SELECT audit_append(${event.actorId}::uuid, ${event.subjectId ?? event.actorId}::uuid, ${event.action},
                        ${JSON.stringify(event.details ?? {})}::jsonb)`;
}
