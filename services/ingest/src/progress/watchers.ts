import type { ImportBatchView } from '@evensplit/contracts';
import type { Log } from '@evensplit/platform/log';
import type { Redis } from 'ioredis';
import { DOORBELL_CHANNEL } from './doorbell.ts';

type Watch = {
  athleteId: string;
  batchId: string;
  show: (batch: ImportBatchView) => void;
};

export type Watchers = AsyncDisposable & {
  /** Shows the batch whenever its view changes, until the returned function is called. */
  add(watch: Watch, seen: ImportBatchView): () => void;
};

export type WatchersDeps = {
  log: Log;
  /** A connection of its own: a subscriber can do nothing else. */
  subscriber: Redis;
  read: (athleteId: string, batchId: string) => Promise<ImportBatchView>;
  /** How often to look without being rung: rates change, and Redis may be away. */
  pollMs?: number;
};

type Watched = { athleteId: string; shown: string; watches: Set<Watch>; looking: boolean };

/** All watchers of a batch share one look at its rows, whoever rang and however often. */
export function startWatchers(deps: WatchersDeps): Watchers {
  const batches = new Map<string, Watched>();

  async function look(batchId: string): Promise<void> {
    const watched = batches.get(batchId);
    if (!watched || watched.looking) return;
    watched.looking = true;
    try {
      const batch = await deps.read(watched.athleteId, batchId);
      const text = JSON.stringify(batch);
      if (text === watched.shown) return;
      watched.shown = text;
      for (const watch of watched.watches) watch.show(batch);
    } catch (error) {
      deps.log.debug({ err: error }, 'a watched batch could not be read');
    } finally {
      watched.looking = false;
    }
  }

  const timer = setInterval(() => {
    for (const batchId of batches.keys()) void look(batchId);
  }, deps.pollMs ?? 2000).unref();
  deps.subscriber.on('message', (_channel: string, batchId: string) => void look(batchId));
  deps.subscriber.subscribe(DOORBELL_CHANNEL).catch(() => undefined);

  return {
    add(watch, seen) {
      const { athleteId, batchId } = watch;
      const watched = batches.get(batchId) ?? {
        athleteId,
        shown: JSON.stringify(seen),
        watches: new Set<Watch>(),
        looking: false,
      };
      watched.watches.add(watch);
      batches.set(batchId, watched);
      return () => {
        watched.watches.delete(watch);
        if (watched.watches.size === 0) batches.delete(batchId);
      };
    },
    async [Symbol.asyncDispose]() {
      clearInterval(timer);
      batches.clear();
    },
  };
}
