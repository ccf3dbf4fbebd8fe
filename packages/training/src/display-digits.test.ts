import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { displayed } from './display-digits.ts';
import { paceIndex, raceTimeForIndex } from './pace-index.ts';
import { isNone, type Estimate, type None } from './result.ts';
import { trainingPace } from './training-paces.ts';

function shown(result: Estimate | None) {
  if (isNone(result)) throw new Error(result.detail);
  return displayed(result);
}

describe('digits', () => {
  it('show a pace index with one decimal and ±1', () => {
    expect(shown(paceIndex({ distanceM: 5000, timeS: 1200 }))).toEqual({
      kind: 'value',
      value: 49.8,
      plusMinus: 1,
    });
  });
  it('show a prescribed pace as a band of 5 s/km around it', () => {
    fc.assert(
      fc.property(fc.double({ min: 20, max: 90, noNaN: true }), (index) => {
        const pace = trainingPace(index, 'T');
        const band = shown(pace);
        if (band.kind !== 'range') throw new Error('not a band');
        expect(band.high - band.low).toBe(5);
        expect(band.low).toBeLessThanOrEqual(pace.value ?? 0);
        expect(band.high).toBeGreaterThanOrEqual(pace.value ?? Infinity);
      }),
    );
  });
  it('never show a predicted race time as one number', () => {
    const band = shown(raceTimeForIndex(50, 42_195));
    if (band.kind !== 'range') throw new Error('one number');
    expect(band.low % 60).toBe(0);
    expect(band.high).toBeGreaterThan(band.low);
  });
  it('keep a measured time and give an estimated heart rate ±2', () => {
    const base = { range: null, method: 'm/1', flags: [] };
    expect(displayed({ ...base, value: 1200.4, unit: 's', quality: 'measured' })).toEqual({
      kind: 'value',
      value: 1200,
      plusMinus: null,
    });
    expect(displayed({ ...base, value: 171.6, unit: 'bpm', quality: 'estimated' })).toEqual({
      kind: 'value',
      value: 172,
      plusMinus: 2,
    });
  });
});
