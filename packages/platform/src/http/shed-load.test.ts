import { describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { isOverloaded, startLoadGauge } from './shed-load.ts';

describe('overload', () => {
  it('begins above 200 ms of event-loop delay or 95 % utilization', () => {
    expect(isOverloaded({ eventLoopP99Ms: 200, utilization: 0.95 })).toBe(false);
    expect(isOverloaded({ eventLoopP99Ms: 200.1, utilization: 0 })).toBe(true);
    expect(isOverloaded({ eventLoopP99Ms: 0, utilization: 0.951 })).toBe(true);
  });

  it('is measured on the real event loop', async () => {
    using gauge = startLoadGauge();
    await sleep(50);
    const until = performance.now() + 900;
    while (performance.now() < until);
    await sleep(250);
    expect(gauge.current().eventLoopP99Ms).toBeGreaterThan(200);
  });
});
