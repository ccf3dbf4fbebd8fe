import { describe, expect, it } from '@jest/globals';
import { latencyOf, sample } from './latency.ts';

describe('latencyOf', () => {
  it('takes the nearest rank, whatever the order', () => {
    const times = Array.from({ length: 100 }, (_, index) => 100 - index);
    expect(latencyOf(times, 3)).toEqual({ n: 100, failed: 3, p50: 50, p95: 95, p99: 99 });
  });

  it('gives the largest of few values as p99', () => {
    expect(latencyOf([7, 1, 3]).p99).toBe(7);
  });

  it('has no latency without an answer', () => {
    expect(latencyOf([], 5)).toMatchObject({ n: 0, failed: 5, p99: Number.NaN });
  });
});

describe('sample', () => {
  it('counts the wait behind a stall, and what is answered badly or not at all', async () => {
    const stall = new Promise((resolve) => setTimeout(resolve, 60));
    const { times, failed } = await sample(1000, 0.01, async (index) => {
      if (index === 8) throw new Error('reset');
      if (index === 9) return false;
      await stall;
      return true;
    });
    expect(failed).toBe(2);
    expect(times).toHaveLength(8);
    expect(Math.max(...times)).toBeGreaterThan(Math.min(...times));
  });
});
