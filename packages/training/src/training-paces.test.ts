import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { isNone } from './result.ts';
import { trainingPace, trainingPaces } from './training-paces.ts';

describe('training paces', () => {
  it('order R < I < T < M < E in s/km at every index', () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 90, noNaN: true }), (index) => {
        const paces = trainingPaces(index);
        if ('value' in paces) throw new Error(paces.detail);
        const { repetition, interval, threshold, marathon, easy } = paces;
        const order = [repetition.value, interval.value, threshold.value, marathon.value];
        const all = [...order, easy[1], easy[0]];
        expect(all).toEqual(all.toSorted((a, b) => a - b));
      }),
    );
  });
  it('never make a fitter runner slower, R included', () => {
    for (const zone of ['E_slow', 'E_fast', 'M', 'T', 'I', 'R'] as const)
      for (let index = 20.1; index <= 90; index += 0.1)
        expect(trainingPace(index, zone).value).toBeLessThan(
          trainingPace(index - 0.1, zone).value ?? 0,
        );
  });
  it('show a prescribed pace as a band of 5 s/km', () => {
    const pace = trainingPace(50, 'T');
    if (isNone(pace) || !pace.range) throw new Error('no band');
    expect(pace.range[1] - pace.range[0]).toBeCloseTo(5, 9);
  });
  it('flag marathon pace below index 40', () => {
    expect(trainingPace(39.9, 'M')).toMatchObject({ flags: ['likely-fast'] });
    expect(trainingPace(40, 'M')).toMatchObject({ flags: [] });
  });
});
