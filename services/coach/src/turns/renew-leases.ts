import type { CoachDb } from '@evensplit/db';
import type { Timings } from '../timings.ts';
import { inOneOrder } from './in-one-order.ts';

export type Lease = { id: string; epoch: number; cancelRequestedAt: Date | null };

/**
 * Says "still alive" for the turns this replica is writing; a turn that does not come back belongs to somebody
 * else. The deadline beats the lease, so a turn that hangs cannot be kept alive by heartbeats.
 */
export async function renewLeases(
  deps: { db: Pick<CoachDb, '$queryRaw'>; timings: Timings },
  owner: string,
  turnIds: string[],
): Promise<Lease[]> {
  const { lease, deadlineGrace } = deps.timings;
  return deps.db.$queryRaw<Lease[]>`
    UPDATE "Turn" SET "leaseUntil" = LEAST(now() + ${lease} * interval '1 millisecond',
      "deadlineAt" + ${deadlineGrace} * interval '1 millisecond')
    WHERE owner = ${owner} AND status = 'running' AND id IN (${inOneOrder(turnIds)})
    RETURNING id, epoch, "cancelRequestedAt"`;
}
