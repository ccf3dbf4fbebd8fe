import { Worker } from 'node:worker_threads';
import type { Pressure } from './pressure.ts';

export type Order = { id: number; act: keyof Pressure; given: unknown };
export type Answer = { id: number; value?: unknown; failed?: string };

export type RemotePressure = {
  act: <Act extends keyof Pressure>(
    act: Act,
    ...given: Parameters<Pressure[Act]>
  ) => ReturnType<Pressure[Act]>;
  stop: () => Promise<void>;
};

/**
 * The coach's clients in a thread of their own: thousands of streams on the event loop of whoever measures would be
 * measured with it.
 */
export function startPressure(): RemotePressure {
  const worker = new Worker(new URL('./pressure-worker.ts', import.meta.url));
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  let nextId = 0;
  worker.on('message', ({ id, value, failed }: Answer) => {
    const waiter = waiting.get(id);
    waiting.delete(id);
    if (failed === undefined) waiter?.resolve(value);
    else waiter?.reject(new Error(failed));
  });
  function giveUp(error: Error): void {
    for (const waiter of waiting.values()) waiter.reject(error);
    waiting.clear();
  }
  worker.on('error', giveUp);
  worker.on('exit', () => giveUp(new Error("the coach's clients are gone")));
  function act(name: keyof Pressure, given?: unknown): Promise<unknown> {
    const waiter = Promise.withResolvers<unknown>();
    const order: Order = { id: nextId++, act: name, given };
    waiting.set(order.id, waiter);
    worker.postMessage(order);
    return waiter.promise;
  }
  return {
    act: act as RemotePressure['act'],
    stop: async () => {
      await worker.terminate();
    },
  };
}
