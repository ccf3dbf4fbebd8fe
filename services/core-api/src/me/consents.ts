import { ConsentPurpose, type ChangeConsent, type ConsentView } from '@evensplit/contracts';
import type { CoreDb, CoreTx } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import { audit } from '../audit.ts';

/** Every purpose there is, agreed to or not. */
export async function listConsents(
  db: Pick<CoreTx, 'consent'>,
  athleteId: string,
): Promise<ConsentView[]> {
  const rows = await db.consent.findMany({ where: { athleteId }, orderBy: { grantedAt: 'asc' } });
  return ConsentPurpose.options.map((purpose) => {
    const latest = rows.findLast((row) => row.purpose === purpose);
    const changedAt = latest?.withdrawnAt ?? latest?.grantedAt;
    return {
      purpose,
      granted: latest !== undefined && latest.withdrawnAt === null,
      changedAt: changedAt?.toISOString() ?? null,
    };
  });
}

/** A grant is a row of its own and a withdrawal closes it, so that the history stays. Asking twice changes nothing. */
export async function changeConsent(
  { db, clock }: { db: CoreDb; clock: Clock },
  athleteId: string,
  { purpose, granted }: ChangeConsent,
): Promise<ConsentView[]> {
  return db.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${athleteId}, 2))`;
    const standing = await tx.consent.findFirst({
      where: { athleteId, purpose, withdrawnAt: null },
    });
    if (granted !== (standing !== null)) {
      const now = clock();
      if (standing) {
        // Another replica's clock may have been ahead of ours when it was given.
        const withdrawnAt = now < standing.grantedAt ? standing.grantedAt : now;
        await tx.consent.update({ where: { id: standing.id }, data: { withdrawnAt } });
      } else await tx.consent.create({ data: { athleteId, purpose, grantedAt: now } });
      const action = granted ? 'consent.granted' : 'consent.withdrawn';
      await audit(tx, { actorId: athleteId, action, details: { purpose } });
    }
    return listConsents(tx, athleteId);
  });
}
