import { ZoneTime, type ActivityDetail } from '@evensplit/contracts';
import type { CoreDb } from '@evensplit/db';
import { readFacts } from '@evensplit/evidence';
import { AppError } from '@evensplit/platform/app-error';
import { z } from 'zod';
import { viewListItem } from './view-activity.ts';

/** How the derive pipeline explains its time in heart-rate zones. */
const ZonesExtra = z.object({ zones: z.array(ZoneTime) });

/** One run with its laps, best efforts and every derived value as a fact. `not_found` for anybody else's. */
export async function readActivity(
  deps: { db: CoreDb; clock: () => Date },
  athleteId: string,
  activityId: string,
): Promise<ActivityDetail> {
  const row = await deps.db.activity.findFirst({
    where: { id: activityId, athleteId },
    include: {
      sources: { orderBy: { createdAt: 'asc' } },
      laps: { orderBy: { index: 'asc' } },
      efforts: { orderBy: { distanceM: 'asc' } },
      metrics: { where: { metric: 'activity.heart_rate_zones' } },
    },
  });
  if (!row) throw new AppError('not_found', 'There is no such activity.');
  const sheet = await readFacts(deps.db, athleteId, 'activity', { activityId }, deps.clock());
  return {
    ...viewListItem(row),
    subSport: row.subSport,
    timeZone: row.timeZone,
    deviceName: row.deviceName,
    sources: row.sources.map(({ source, format, fileName, lane }) => ({
      source,
      format,
      fileName,
      lane,
    })),
    warnings: row.warnings,
    laps: row.laps.map(({ activityId: _id, athleteId: _athlete, ...lap }) => lap),
    bestEfforts: row.efforts.map(({ distanceM, seconds, startS, endS, interrupted }) => ({
      distanceM,
      seconds,
      startS,
      endS,
      interrupted,
    })),
    heartRateZones: ZonesExtra.safeParse(row.metrics[0]?.extra).data?.zones ?? null,
    facts: sheet.facts,
    gaps: sheet.gaps,
    deriving: row.derivedAt === null,
  };
}
