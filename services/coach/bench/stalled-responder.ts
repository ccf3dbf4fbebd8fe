import { setImmediate as breathe } from 'node:timers/promises';
import type { Responder } from '../src/turns/responder.ts';

const BUSY_MS = 200;

/**
 * Somebody who says one sentence and then hangs until the turn is stopped or its time is up: what a stalled model looks
 * like to everything around it. Asked to "compute", it also keeps the event loop busy for a fifth of a second at a
 * time, as work on a model's answer would that nobody thought to bound.
 */
export const stalled: Responder = {
  writer: 'baseline',
  async *respond(question, signal) {
    yield { type: 'text', text: 'Let me think about that.' };
    if (/\bcompute\b/.test(question.text))
      while (!signal.aborted) {
        const until = performance.now() + BUSY_MS;
        while (performance.now() < until);
        await breathe();
      }
    if (signal.aborted) return;
    await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
  },
};
