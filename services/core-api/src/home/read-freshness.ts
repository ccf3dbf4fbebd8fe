import type { HomeView } from '@evensplit/contracts';
import type { CoreDb } from '@evensplit/db';
import { civilDay, daysBetween } from '@evensplit/evidence';

/** How old the picture is, and whether more is on its way. */
export async function readFreshness(
  db: CoreDb,
  athleteId: string,
  timeZone: string,
  now: Date,
): Promise<HomeView['freshness']> {
  const [lastActivity, lastImport, running] = await Promise.all([
    db.activity.findFirst({
      where: { athleteId },
      orderBy: { startedAt: 'desc' },
      select: { startedAt: true, localDate: true },
    }),
    db.importFile.findFirst({
      where: { athleteId, state: { in: ['imported', 'duplicate'] } },
      orderBy: { finishedAt: 'desc' },
      select: { finishedAt: true },
    }),
    db.importBatch.findFirst({
      where: { athleteId, finishedAt: null },
      orderBy: { createdAt: 'desc' },
      select: { id: true },
    }),
  ]);
  return {
    lastActivityAt: lastActivity?.startedAt.toISOString() ?? null,
    lastImportAt: lastImport?.finishedAt?.toISOString() ?? null,
    daysSinceLastRun: lastActivity
      ? daysBetween(lastActivity.localDate.toISOString().slice(0, 10), civilDay(now, timeZone))
      : null,
    importing: running ? await progressOf(db, running.id) : null,
  };
}

async function progressOf(
  db: CoreDb,
  batchId: string,
): Promise<HomeView['freshness']['importing']> {
  const counts = await db.importFile.groupBy({ by: ['state'], where: { batchId }, _count: true });
  const total = counts.reduce((sum, row) => sum + row._count, 0);
  const open = counts
    .filter((row) => row.state === 'queued' || row.state === 'processing')
    .reduce((sum, row) => sum + row._count, 0);
  return { batchId, done: total - open, total };
}
