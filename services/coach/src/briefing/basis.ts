import { ConsentPurpose } from '@evensplit/contracts';
import { Prisma } from '@evensplit/db';

/**
 * The state of an athlete's data, notes and profile in one comparable text, over `m` ("AthleteModel") and `a` ("Athlete").
 * Derivation touches `m` whenever runs change, so a briefing that carries another text is out of date; comparing for
 * equality needs no clock, and misses nothing that was committed late. Whether a model may write belongs to it, so that
 * a consent given or withdrawn shows on the page within a beat.
 */
export const basisSql = Prisma.sql`concat_ws('/', extract(epoch FROM m."updatedAt"), a."timeZone",
  coalesce(a."birthYear"::text, '-'), coalesce(a.sex::text, '-'), coalesce(a."maxHeartRate"::text, '-'),
  coalesce(a."restingHeartRate"::text, '-'),
  memory_state(a.id),
  EXISTS (SELECT 1 FROM "Consent" c WHERE c."athleteId" = a.id AND c."withdrawnAt" IS NULL
    AND c.purpose = ${ConsentPurpose.enum.model_processing}))`;
