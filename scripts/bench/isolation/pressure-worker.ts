import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { createPressure } from './pressure.ts';
import type { Answer, Order } from './start-pressure.ts';

/** Of the operating system: 0 is what everybody has, 19 gets what nobody else wants. */
const YIELDS = 10;

// In truth the coach's clients have machines of their own: here they give way to those who measure. Linux has a priority
// for each thread.
setPriority(Number(basename(readlinkSync('/proc/thread-self'))), YIELDS);

/** Carries out the orders of `start-pressure.ts` in a thread of its own. */
const pressure = createPressure();

parentPort?.on('message', (order: Order) => {
  const act = pressure[order.act] as (given: unknown) => Promise<unknown>;
  act(order.given).then(
    (value) => answer({ id: order.id, value }),
    (error: unknown) => answer({ id: order.id, failed: String(error) }),
  );
});

function answer(message: Answer): void {
  parentPort?.postMessage(message);
}
