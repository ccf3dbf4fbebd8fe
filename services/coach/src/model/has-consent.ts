import { ConsentPurpose } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';

/** Read from the row every time: a consent that was withdrawn must not live on in a cache. */
export async function hasConsent(
  db: Pick<CoachDb, 'consent'>,
  athleteId: string,
): Promise<boolean> {
  const standing = await db.consent.findFirst({
    where: { athleteId, purpose: ConsentPurpose.enum.model_processing, withdrawnAt: null },
    select: { id: true },
  });
  return standing !== null;
}
