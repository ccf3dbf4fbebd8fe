import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { waitFor } from '../../test/wait-for.ts';
import { startLoadGauge } from './shed-load.ts';

/** Blocks the event loop, as a computation would. */
function block(ms: number): void {
  const until = performance.now() + ms;
  while (performance.now() < until);
}

describe('the load gauge', () => {
  it('measures the real event loop, and is calm again a second after it', async () => {
    using gauge = startLoadGauge({ warmUpMs: 0, patienceMs: 500, relapseMs: 0, maxUtilization: 1 });
    await sleep(50);
    expect(gauge.overloaded()).toBe(false);
    block(1000);
    await waitFor('the look after it', () => gauge.overloaded());
    await waitFor('calm', () => !gauge.overloaded());
  });
});
