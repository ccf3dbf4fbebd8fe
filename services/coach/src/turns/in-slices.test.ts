import { describe, expect, it } from '@jest/globals';
import { inSlices } from './in-slices.ts';

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);

describe('many rows', () => {
  it('are written a hundred at a time, each once and in order', async () => {
    const slices: number[][] = [];
    await inSlices(numbers(250), 50, async (slice) => void slices.push(slice));
    expect(slices.map((slice) => slice.length)).toEqual([100, 100, 50]);
    expect(slices.flat()).toEqual(numbers(250));
  });

  it('are spread over half of the time until they are due again, however long each slice takes', async () => {
    const startedAt = performance.now();
    const at: number[] = [];
    await inSlices(numbers(500), 400, async () => {
      at.push(performance.now() - startedAt);
      await new Promise((resolve) => setTimeout(resolve, 30));
    });
    // Every 40 ms, and not every 70.
    expect(at).toHaveLength(5);
    expect(at[4]).toBeGreaterThan(155);
    expect(at[4]).toBeLessThan(250);
  });

  it('are not waited for when they are few, or none', async () => {
    const startedAt = performance.now();
    let writes = 0;
    await inSlices(numbers(100), 60_000, async () => void (writes += 1));
    await inSlices([], 60_000, async () => void (writes += 1));
    expect(writes).toBe(1);
    expect(performance.now() - startedAt).toBeLessThan(1000);
  });

  it('stop at the first slice that fails', async () => {
    const seen: number[] = [];
    const failing = inSlices(numbers(300), 30, async ([first]) => {
      seen.push(first ?? -1);
      if (first === 100) throw new Error('no database');
    });
    await expect(failing).rejects.toThrow('no database');
    expect(seen).toEqual([0, 100]);
  });
});
