import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { aStream } from '../test/a-stream.ts';
import { elevationGain, runElevationGain } from './elevation-gain.ts';

const heights = fc.array(fc.double({ min: -100, max: 3000, noNaN: true }), { minLength: 1 });
const gainOf = (series: number[], threshold: number) =>
  elevationGain(series, threshold).gain.value ?? NaN;

describe('elevation gain', () => {
  it('counts legs of at least the threshold', () => {
    expect(gainOf([10, 20, 10, 20, 10], 5)).toBe(20);
    expect(gainOf([100, 101, 100, 101, 100], 2)).toBe(0);
    expect(gainOf([0, 1, 2, 3, 2, 3, 4, 5], 2)).toBe(5);
  });

  it('never rises with the threshold and ends at the sum of all climbs', () => {
    fc.assert(
      fc.property(heights, fc.double({ min: 0, max: 50, noNaN: true }), (series, threshold) => {
        const climbs = series.reduce((sum, x, i) => sum + Math.max(0, x - (series[i - 1] ?? x)), 0);
        expect(gainOf(series, threshold)).toBeLessThanOrEqual(gainOf(series, threshold / 2) + 1e-9);
        expect(gainOf(series, 0)).toBeCloseTo(climbs, 6);
      }),
    );
  });

  it('turns gain into loss when the series is turned upside down or around', () => {
    fc.assert(
      fc.property(heights, fc.double({ min: 0, max: 50, noNaN: true }), (series, threshold) => {
        const { loss } = elevationGain(
          series.map((x) => -x),
          threshold,
        );
        expect(loss.value).toBeCloseTo(gainOf(series, threshold), 6);
      }),
    );
  });

  it('measures a real climb through the smoothing', () => {
    const hill = aStream([
      { seconds: 600, speed: 3, grade: 0.05 },
      { seconds: 600, speed: 3, grade: -0.05 },
    ]);
    const { gain, loss } = runElevationGain(hill, 'barometric');
    expect(gain.value).toBeGreaterThan(86);
    expect(gain.value).toBeLessThanOrEqual(90);
    expect(loss.value).toBeGreaterThan(86);
  });

  it('says why it cannot know', () => {
    expect(elevationGain([], 5).gain).toMatchObject({ reason: 'TOO_SHORT' });
    expect(elevationGain([1, NaN], 5).gain).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(elevationGain([1, 2], -1).loss).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(runElevationGain(aStream([{ seconds: 600, speed: 3 }]), 'gps').gain).toMatchObject({
      reason: 'MISSING_INPUT',
    });
  });
});
