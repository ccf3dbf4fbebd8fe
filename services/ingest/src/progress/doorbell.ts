import type { Redis } from 'ioredis';

/** "Look at this batch again": carries no state, so a lost ring costs a moment and never the truth. */
export type Doorbell = { ring(batchId: string): void };

export const DOORBELL_CHANNEL = 'ingest:progress';

/** Several files a second end in one batch; a watcher needs no more than a few looks. */
const EVERY_MS = 250;

/** Rings the watchers of every replica through the cache Redis. With Redis away they look by themselves. */
export function createDoorbell(redis: Pick<Redis, 'publish'>): Doorbell & Disposable {
  const pending = new Map<string, NodeJS.Timeout>();
  return {
    ring(batchId) {
      if (pending.has(batchId)) return;
      const timer = setTimeout(() => {
        pending.delete(batchId);
        redis.publish(DOORBELL_CHANNEL, batchId).catch(() => undefined);
      }, EVERY_MS);
      pending.set(batchId, timer.unref());
    },
    [Symbol.dispose]() {
      for (const timer of pending.values()) clearTimeout(timer);
      pending.clear();
    },
  };
}
