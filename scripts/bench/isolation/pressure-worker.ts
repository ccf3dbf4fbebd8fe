import { parentPort } from 'node:worker_threads';
import { createPressure } from './pressure.ts';
import type { Answer, Order } from './start-pressure.ts';

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
