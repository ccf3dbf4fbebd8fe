import type { ActivityList, ActivityQuery } from '@evensplit/contracts';
import type { CoreDb, Prisma } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { viewListItem } from './view-activity.ts';

/** One page of an athlete's activities, newest first, with totals over everything that matches. */
export async function listActivities(
  db: CoreDb,
  athleteId: string,
  query: ActivityQuery,
): Promise<ActivityList> {
  const where = filterOf(athleteId, query);
  const after = query.cursor ? parseCursor(query.cursor) : null;
  const [rows, totals] = await Promise.all([
    db.activity.findMany({
      where: after ? { AND: [where, after] } : where,
      orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
      take: query.limit + 1,
    }),
    db.activity.aggregate({ where, _count: true, _sum: { distanceM: true, movingS: true } }),
  ]);
  const page = rows.slice(0, query.limit);
  const last = page.at(-1);
  return {
    items: page.map(viewListItem),
    nextCursor: last && rows.length > query.limit ? cursorOf(last) : null,
    totals: {
      count: totals._count,
      distanceM: totals._sum.distanceM ?? 0,
      movingS: totals._sum.movingS ?? 0,
    },
  };
}

function filterOf(athleteId: string, query: ActivityQuery): Prisma.ActivityWhereInput {
  return {
    athleteId,
    ...(query.sport ? { sport: query.sport } : {}),
    ...(query.kind ? { kind: query.kind } : {}),
    ...(query.text ? { name: { contains: query.text, mode: 'insensitive' } } : {}),
    localDate: {
      ...(query.from ? { gte: new Date(query.from) } : {}),
      ...(query.to ? { lte: new Date(query.to) } : {}),
    },
    ...(query.minDistanceM !== undefined || query.maxDistanceM !== undefined
      ? { distanceM: { gte: query.minDistanceM ?? 0, lte: query.maxDistanceM ?? 1e9 } }
      : {}),
  };
}

/** Start and id of the last row: stable when runs are added or removed while somebody scrolls. */
function cursorOf(row: { startedAt: Date; id: string }): string {
  return Buffer.from(`${row.startedAt.toISOString()}|${row.id}`).toString('base64url');
}

function parseCursor(cursor: string): Prisma.ActivityWhereInput {
  const [instant = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('|');
  const startedAt = new Date(instant);
  if (Number.isNaN(startedAt.getTime()) || !/^[0-9a-f-]{36}$/.test(id))
    throw new AppError('invalid_cursor', 'This cursor is not one that the list gave out.');
  return { OR: [{ startedAt: { lt: startedAt } }, { startedAt, id: { lt: id } }] };
}
