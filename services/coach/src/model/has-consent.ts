import { ConsentPurpose } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';

const purpose = ConsentPurpose.enum.model_processing;

/** Read from the row every time: a consent that was withdrawn must not live on in a cache. */
export async function hasConsent(
  db: Pick<CoachDb, 'consent'>,
  athleteId: string,
): Promise<boolean> {
  const standing = await db.consent.findFirst({
    where: { athleteId, purpose, withdrawnAt: null },
    select: { id: true },
  });
  return standing !== null;
}

/** Those of many who agree. */
export async function whoConsents(
  db: Pick<CoachDb, 'consent'>,
  athleteIds: string[],
): Promise<Set<string>> {
  const standing = await db.consent.findMany({
    where: { athleteId: { in: athleteIds }, purpose, withdrawnAt: null },
    select: { athleteId: true },
  });
  return new Set(standing.map(({ athleteId }) => athleteId));
}
