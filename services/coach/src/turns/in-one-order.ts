import { Prisma } from '@evensplit/db';

/**
 * The ids of turns that still run, their rows locked one after the other. Heartbeats and saved texts write the same rows at
 * the same time; each in an order of its own, they would now and then wait for each other until Postgres ends one of them.
 */
export function inOneOrder(turnIds: string[]): Prisma.Sql {
  return Prisma.sql`
    SELECT id FROM "Turn" WHERE id = ANY(${turnIds}::uuid[]) AND status = 'running' ORDER BY id FOR NO KEY UPDATE`;
}
