import { describe, expect, it } from '@jest/globals';
import { pauseMask } from './recording.ts';

describe('pauseMask', () => {
  it('marks intervals that are mostly pause, whether the watch went on recording or not', () => {
    const t = Float64Array.of(0, 1, 2, 3, 4, 60, 61);
    expect([...(pauseMask(t, [[3.9, 60.1]]) ?? [])]).toEqual([1, 1, 1, 1, 1, 0, 1]);
    expect([...(pauseMask(t, [[1, 3]]) ?? [])]).toEqual([1, 1, 0, 0, 1, 1, 1]);
  });

  it('adds several pauses of one interval up', () => {
    const t = Float64Array.of(0, 10);
    expect([
      ...(pauseMask(t, [
        [1, 4],
        [5, 9],
      ]) ?? []),
    ]).toEqual([1, 0]);
  });

  it('is absent without pauses, because then speed decides what a stop is', () => {
    expect(pauseMask(Float64Array.of(0, 1), [])).toBeUndefined();
  });
});
