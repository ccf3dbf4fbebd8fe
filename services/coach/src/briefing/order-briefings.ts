import type { CoachDb } from '@evensplit/db';
import type { ControlPoll } from '@evensplit/platform/auth/control-poll';
import { withinMs } from '@evensplit/platform/time-limit';
import type { BriefingTimings } from './briefing-timings.ts';
import { briefingJobId, type BriefingQueue, type Order } from './catalogue.ts';
import { pickOrders } from './pick-orders.ts';

export type OrderDeps = {
  db: Pick<CoachDb, '$transaction' | '$queryRaw'>;
  control: Pick<ControlPoll, 'setting'>;
  queue: Pick<BriefingQueue, 'add' | 'stateOf'>;
  timings: BriefingTimings;
};

const QUEUE_MS = 2000;

/**
 * One beat. Coach looks into Postgres for what changed instead of being told by the service that changed it: nobody
 * has to know of briefings, and an event cannot be lost. Rejects when the queue is away; the marked rows then wait
 * for a beat that reaches it.
 */
export async function orderBriefings(deps: OrderDeps): Promise<void> {
  if (deps.control.setting('system.readonly') === true) return;
  const picked = await deps.db.$transaction((tx) => pickOrders(tx, deps.timings));
  if (!picked) return;
  for (const order of picked.fresh) await add(deps, order);
  for (const order of picked.waiting) await deliverAgain(deps, order);
}

/** A job that is still on its way needs none beside it; one that is gone, or ended without its work, gets a new one. */
async function deliverAgain(deps: OrderDeps, order: Order): Promise<void> {
  const state = await withinMs(QUEUE_MS, 'job state', deps.queue.stateOf(briefingJobId(order)));
  switch (state) {
    case 'waiting':
    case 'active':
    case 'delayed':
      return;
    case 'gone':
    case 'completed':
    case 'failed': {
      const again = await renew(deps, order);
      if (again) await add(deps, again);
    }
  }
}

/** Undefined when somebody has taken the row up since it was read. */
async function renew({ db }: OrderDeps, order: Order): Promise<Order | undefined> {
  const rows = await db.$queryRaw<Order[]>`
    UPDATE "Briefing"
    SET status = 'queued', "leaseUntil" = NULL, "queuedAt" = now(), "runEpoch" = "runEpoch" + 1
    WHERE "athleteId" = ${order.athleteId}::uuid AND "runEpoch" = ${order.epoch} AND status <> 'ready'
      AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
    RETURNING "athleteId"::text AS "athleteId", "runEpoch" AS epoch`;
  return rows[0];
}

async function add({ queue }: OrderDeps, order: Order): Promise<void> {
  const { athleteId } = order;
  const added = queue.add('brief', { athleteId }, { jobId: briefingJobId(order), attempts: 3 });
  await withinMs(QUEUE_MS, 'queue add', added);
}
