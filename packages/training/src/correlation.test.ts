import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { benjaminiHochberg } from './benjamini-hochberg.ts';
import { averageRanks, pearson, spearman } from './correlation.ts';
import { effectiveN, lagOneAutocorrelation } from './effective-n.ts';
import { fisherInterval, pairsForCorrelation } from './fisher-interval.ts';
import { median, medianAbsoluteDeviation } from './median.ts';
import { twoSidedNormalTail } from './normal-tail.ts';
import { theilSen } from './theil-sen.ts';
import { judgeChange, typicalError } from './typical-error.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), {
  minLength: 3,
  maxLength: 40,
});

describe('correlation', () => {
  it('gives ties the mean of their places', () => {
    expect(averageRanks([10, 20, 20, 5])).toEqual([2, 3.5, 3.5, 1]);
  });
  it('stays in −1…1, is symmetric, and ranks ignore any rising transformation', () => {
    fc.assert(
      fc.property(numbers, fc.integer(), (x, seed) => {
        const y = x.map((value, i) => Math.sin(value + i + seed));
        const [r, rho] = [pearson(x, y).value, spearman(x, y).value];
        fc.pre(r !== null && rho !== null);
        expect(Math.abs(r)).toBeLessThanOrEqual(1);
        expect(pearson(y, x).value).toBeCloseTo(r, 9);
        // A power of two is exact in binary, so that no tie appears or disappears.
        const stretched = x.map((value) => value * 4);
        expect(spearman(stretched, y).value).toBeCloseTo(rho, 9);
      }),
    );
  });
  it('says when there is nothing to correlate', () => {
    expect(pearson([1, 1, 1], [1, 2, 3])).toMatchObject({ reason: 'NO_VARIATION' });
    expect(spearman([1, 2], [1, 2])).toMatchObject({ reason: 'TOO_FEW' });
    expect(spearman([1, 2, NaN], [1, 2, 3])).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(pearson([1, 2, 3], [1, 2])).toMatchObject({ reason: 'INVALID_INPUT' });
  });
  it('survives numbers near the end of the finite ones', () => {
    expect(pearson([1e308, -1e308, 5e307], [1, 2, 3]).value).toBeGreaterThan(-1);
  });
});

describe('uncertainty', () => {
  it('narrows with n and always holds the coefficient', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -0.99, max: 0.99, noNaN: true }),
        fc.integer({ min: 4, max: 1000 }),
        (r, n) => {
          const [low, high] = fisherInterval(r, n).value === null ? [NaN, NaN] : rangeOf(r, n);
          const [lowMore, highMore] = rangeOf(r, n * 2);
          expect(low).toBeLessThanOrEqual(r);
          expect(high).toBeGreaterThanOrEqual(r);
          expect(highMore - lowMore).toBeLessThan(high - low);
        },
      ),
    );
  });
  it('needs more pairs for a weaker link', () => {
    expect(pairsForCorrelation(0.4).value).toBe(47);
    expect(pairsForCorrelation(-0.4).value).toBe(47);
    expect(pairsForCorrelation(0)).toMatchObject({ reason: 'OUT_OF_RANGE' });
  });
  it('counts fewer independent days when both series remember', () => {
    expect(effectiveN(60, 0.5, 0.5).value).toBeCloseTo(36, 9);
    expect(effectiveN(60, 1, 0.5)).toMatchObject({ reason: 'OUT_OF_RANGE' });
    const memory = lagOneAutocorrelation([1, 2, 3, 4, null, 4, 3, 2, 1]);
    expect(memory.value).toBeGreaterThan(0.2);
    expect(memory).toMatchObject({ n: 6 });
  });
  it('knows the normal tail', () => {
    expect(twoSidedNormalTail(1.959964)).toBeCloseTo(0.05, 6);
    expect(twoSidedNormalTail(0)).toBeCloseTo(1, 6);
    expect(twoSidedNormalTail(5)).toBeCloseTo(5.733e-7, 9);
  });
  it('rejects a set that grows with q and keeps the order of the p-values', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 30 }), (p) => {
        const strict = benjaminiHochberg(p, 0.05);
        const mild = benjaminiHochberg(p, 0.2);
        if (strict.rejected === null || mild.rejected === null) throw new Error('refused');
        expect(mild.rejections).toBeGreaterThanOrEqual(strict.rejections);
        expect(strict.rejected.filter(Boolean)).toHaveLength(strict.rejections);
        const kept = p.filter((_, i) => !strict.rejected[i]);
        const rejected = p.filter((_, i) => strict.rejected[i]);
        expect(Math.max(-1, ...rejected)).toBeLessThanOrEqual(Math.min(2, ...kept));
      }),
    );
    expect(benjaminiHochberg([], 0.1)).toEqual({ rejected: [], rejections: 0 });
    expect(benjaminiHochberg([2], 0.1)).toMatchObject({ reason: 'INVALID_INPUT' });
  });
});

function rangeOf(r: number, n: number): [number, number] {
  const interval = fisherInterval(r, n);
  if (interval.value === null || !interval.range) throw new Error('no interval');
  return interval.range;
}

describe('robust trends', () => {
  it('finds a slope that an outlier cannot move', () => {
    const x = Array.from({ length: 30 }, (_, i) => i);
    const y = x.map((value) => 3 - 0.5 * value);
    y[4] = 1000;
    expect(theilSen(x, y, 's/km')).toMatchObject({ value: -0.5, unit: 's/km', n: 30 });
    expect(theilSen([1, 1, 1, 1], [1, 2, 3, 4], '1')).toMatchObject({ reason: 'NO_VARIATION' });
  });
  it('keeps the slope inside its interval', () => {
    fc.assert(
      fc.property(numbers, (y) => {
        const result = theilSen(
          y.map((_, i) => i),
          y,
          '1',
        );
        if (result.value === null || !result.range) return;
        expect(result.range[0]).toBeLessThanOrEqual(result.value);
        expect(result.range[1]).toBeGreaterThanOrEqual(result.value);
      }),
    );
  });
  it('has a median and a spread that ignore what is not finite', () => {
    expect(median([3, 1, NaN, 2])).toBe(2);
    expect(median([])).toBeNull();
    expect(medianAbsoluteDeviation([1, 1, 2, 2, 4, 6, 9])).toBe(1);
  });
  it('judges a change by the typical error of the athlete', () => {
    const error = typicalError([300, 304, 299, 303, 301, 300], 's/km');
    if (error.value === null) throw new Error(error.detail);
    expect(judgeChange(error.value, error)).toBe('within-noise');
    expect(judgeChange(error.value * -1.8, error)).toBe('maybe-real');
    expect(judgeChange(error.value * 2.1, error)).toBe('likely-real');
    expect(typicalError([300, 300, 300, 300, 300, 300], 's/km')).toMatchObject({
      reason: 'NO_VARIATION',
    });
  });
});
