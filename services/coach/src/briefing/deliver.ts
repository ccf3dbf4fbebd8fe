import type { CoachDb } from '@evensplit/db';
import type { JobState } from '@evensplit/platform/job-queue';
import { withinMs } from '@evensplit/platform/time-limit';
import {
  briefingJobId,
  draftJobId,
  type BriefingQueue,
  type DraftQueue,
  type Order,
} from './catalogue.ts';

/** How an order that stands in a row gets its job. Rejects when the queue is away; the row then waits for a beat. */
export type Delivery = {
  add(order: Order): Promise<void>;
  stateOf(order: Order): Promise<JobState>;
  /** Undefined when somebody has taken the row up since it was read. */
  renew(order: Order): Promise<Order | undefined>;
};

type Db = Pick<CoachDb, '$queryRaw'>;

const QUEUE_MS = 2000;

export function deliverBriefings(db: Db, queue: Pick<BriefingQueue, 'add' | 'stateOf'>): Delivery {
  return {
    add(order) {
      const { athleteId } = order;
      const added = queue.add('brief', { athleteId }, { jobId: briefingJobId(order), attempts: 3 });
      return withinMs(QUEUE_MS, 'queue add', added);
    },
    stateOf: (order) => withinMs(QUEUE_MS, 'job state', queue.stateOf(briefingJobId(order))),
    async renew({ athleteId, epoch }) {
      const rows = await db.$queryRaw<Order[]>`
        UPDATE "Briefing"
        SET status = 'queued', "leaseUntil" = NULL, "queuedAt" = now(), "runEpoch" = "runEpoch" + 1
        WHERE "athleteId" = ${athleteId}::uuid AND "runEpoch" = ${epoch} AND status <> 'ready'
          AND ("leaseUntil" IS NULL OR "leaseUntil" < now())
        RETURNING "athleteId"::text AS "athleteId", "runEpoch" AS epoch`;
      return rows[0];
    },
  };
}

export function deliverDrafts(db: Db, queue: Pick<DraftQueue, 'add' | 'stateOf'>): Delivery {
  return {
    add(order) {
      const { athleteId } = order;
      const added = queue.add('draft', { athleteId }, { jobId: draftJobId(order), attempts: 3 });
      return withinMs(QUEUE_MS, 'queue add', added);
    },
    stateOf: (order) => withinMs(QUEUE_MS, 'job state', queue.stateOf(draftJobId(order))),
    // One that was being written is never renewed: it is settled, and the next look decides.
    async renew({ athleteId, epoch }) {
      const rows = await db.$queryRaw<Order[]>`
        UPDATE "BriefingDraft" SET "queuedAt" = now(), "runEpoch" = "runEpoch" + 1
        WHERE "athleteId" = ${athleteId}::uuid AND "runEpoch" = ${epoch} AND status = 'queued'
        RETURNING "athleteId"::text AS "athleteId", "runEpoch" AS epoch`;
      return rows[0];
    },
  };
}

/** A job that is still on its way needs none beside it; one that is gone, or ended without its work, gets a new one. */
export async function deliverAgain(delivery: Delivery, order: Order): Promise<void> {
  const state = await delivery.stateOf(order);
  switch (state) {
    case 'waiting':
    case 'active':
    case 'delayed':
      return;
    case 'gone':
    case 'completed':
    case 'failed': {
      const again = await delivery.renew(order);
      if (again) await delivery.add(again);
    }
  }
}
