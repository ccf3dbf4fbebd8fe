import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from '@evensplit/platform/log';
import { isPaused } from '../switches.ts';
import type { DeriveQueue, ImportQueue } from './catalogue.ts';
import { reconcile, type ReconcileDeps } from './reconcile.ts';

export type UpkeepDeps = ReconcileDeps & {
  log: Log;
  imports: Pick<ImportQueue, 'add' | 'stateOf' | 'pause' | 'resume'>;
  derivations: Pick<DeriveQueue, 'add' | 'pause' | 'resume'>;
};

export type UpkeepTimes = { reconcileMs: number; switchesMs: number };

const usual: UpkeepTimes = { reconcileMs: 60_000, switchesMs: 1000 };

/** The reconciler, and the hand on the brake. Disposing waits for the pass that runs. */
export function startUpkeep(deps: UpkeepDeps, times: UpkeepTimes = usual): AsyncDisposable {
  const stop = new AbortController();
  let applied: boolean | undefined;

  /** Queues stand still in Redis for all replicas, so each of them may pull the brake, and again after an outage. */
  async function obeySwitches(): Promise<void> {
    const paused = isPaused(deps.control);
    if (paused === applied) return;
    const queues = [deps.imports, deps.derivations];
    await Promise.all(queues.map((queue) => (paused ? queue.pause() : queue.resume())));
    const released = applied === true;
    applied = paused;
    if (released) await reconcile(deps, 0);
  }

  const loops = [
    repeat(deps.log, 'switches', times.switchesMs, stop.signal, obeySwitches),
    repeat(deps.log, 'reconciler', times.reconcileMs, stop.signal, () => reconcile(deps)),
  ];
  return {
    async [Symbol.asyncDispose]() {
      stop.abort();
      await Promise.all(loops);
    },
  };
}

/** First at once: whatever a crash left behind need not wait for a minute. */
async function repeat(
  log: Log,
  name: string,
  everyMs: number,
  signal: AbortSignal,
  pass: () => Promise<void>,
): Promise<void> {
  let failing = false;
  while (!signal.aborted) {
    try {
      await pass();
      failing = false;
    } catch (error) {
      if (!failing) log.warn({ err: error, task: name }, 'upkeep failed: it will be tried again');
      failing = true;
    }
    // Replicas that start together must not look together for ever.
    const wait = everyMs * (0.9 + 0.2 * Math.random());
    await sleep(wait, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
