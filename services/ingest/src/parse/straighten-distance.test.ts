import { describe, expect, it } from '@jest/globals';
import { straightenDistance } from './straighten-distance.ts';

function straighten(d: number[], declaredM: number | null = null, stepS = 1): number[] {
  const column = Float64Array.from(d);
  straightenDistance(
    column,
    Float64Array.from(d, (_, i) => i * stepS * 1000),
    declaredM,
  );
  return [...column];
}

describe('straightening a running distance', () => {
  it('never falls', () => {
    expect(straighten([0, 5, 4, 8])).toEqual([0, 5, 5, 8]);
  });

  it('goes on when a lap starts again at 0', () => {
    expect(straighten([0, 500, 1000, 0, 500])).toEqual([0, 500, 1000, 1000, 1500]);
  });

  it('starts at 0 when the file counted on from an earlier part', () => {
    expect(straighten([5000, 5003, 5006], 6)).toEqual([0, 3, 6]);
    expect(straighten([30, 33, 36], 36)).toEqual([30, 33, 36]);
  });

  it('drops single absurd values, wherever they stand', () => {
    expect(straighten([0, 3, 4_000_000, 9])).toEqual([0, 3, Number.NaN, 9]);
    expect(straighten([4_000_000, 3, 6, 9])).toEqual([Number.NaN, 3, 6, 9]);
  });

  it('takes out a jump that stays', () => {
    expect(straighten([0, 3, 50_003, 50_006, 50_009])).toEqual([0, 3, 3, 6, 9]);
  });

  it('keeps a long way that took its time', () => {
    expect(straighten([0, 3000, 6000], null, 300)).toEqual([0, 3000, 6000]);
  });

  it('keeps missing readings missing', () => {
    expect(straighten([0, Number.NaN, 6])).toEqual([0, Number.NaN, 6]);
  });
});
