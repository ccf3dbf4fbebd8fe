import type { IngestTx } from '@evensplit/db';
import { toStored } from './civil-time.ts';

/** From this civil day on the athlete's metrics and load curve are to be derived again; an earlier mark stays. */
export async function markDirty(
  tx: Pick<IngestTx, '$executeRaw'>,
  athleteId: string,
  fromDay: string,
): Promise<void> {
  const day = toStored(fromDay);
  await tx.$executeRaw`
    INSERT INTO "AthleteModel" ("athleteId", "loadDirtyFrom", "updatedAt") VALUES (${athleteId}::uuid, ${day}::date, now())
    ON CONFLICT ("athleteId") DO UPDATE
      SET "loadDirtyFrom" = LEAST("AthleteModel"."loadDirtyFrom", EXCLUDED."loadDirtyFrom"), "updatedAt" = now()`;
}
