import { describe, expect, it } from '@jest/globals';
import { replayWorkings } from './replay-workings.ts';
import type { Workings } from './workings.ts';

describe('working a value out again', () => {
  it.each<[Workings['op'], number[], number | null]>([
    ['sum', [5000, 8000.5], 13_000.5],
    ['sum', [], 0],
    ['mean', [10, 0, 0, 20], 7.5],
    ['mean', [], null],
    ['median', [3, 1, 2], 2],
    ['median', [4, 1, 2, 3], 2.5],
    ['median', [], null],
    ['largest', [3, 9, 2], 9],
    ['largest', [], null],
    ['middle', [10, 20], 15],
    ['difference', [3, 5], -2],
    ['ratio', [3, 4], 0.75],
    ['change', [12, 10], 20],
    ['change', [12, 0], null],
    ['share', [1, 4], 25],
    ['pace', [3000, 10_000], 300],
    ['pace', [3000], null],
  ])('%s of %j', (op, of, value) => {
    const replayed = replayWorkings({ op, of });
    expect(replayed === null).toBe(value === null);
    expect(replayed ?? 0).toBeCloseTo(value ?? 0, 9);
  });
});
