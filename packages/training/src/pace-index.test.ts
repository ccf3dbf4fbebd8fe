import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { MARATHON_M } from './distances.ts';
import { equivalentTime, paceIndex, raceTimeForIndex, speedAtIndexShare } from './pace-index.ts';
import { isNone } from './result.ts';

const distance = fc.double({ min: 1500, max: MARATHON_M, noNaN: true });
const index = fc.double({ min: 30, max: 85, noNaN: true });

describe('pace index', () => {
  it('carries ±1 and its method', () => {
    const result = paceIndex({ distanceM: 5000, timeS: 1200 });
    if (isNone(result)) throw new Error(result.detail);
    expect(result.value).toBeCloseTo(49.806, 3);
    expect(result.range).toEqual([result.value - 1, result.value + 1]);
    expect(result).toMatchObject({ unit: 'index', quality: 'estimated', method: 'pace-index/1' });
  });
  it('is extrapolation just outside the fit and nothing far outside', () => {
    expect(paceIndex({ distanceM: MARATHON_M, timeS: 270 * 60 })).toMatchObject({
      quality: 'extrapolated',
    });
    expect(paceIndex({ distanceM: 800, timeS: 185 })).toMatchObject({ quality: 'extrapolated' });
    expect(paceIndex({ distanceM: MARATHON_M, timeS: 301 * 60 })).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
    expect(paceIndex({ distanceM: 50_000, timeS: 4 * 3600 })).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
    expect(paceIndex({ distanceM: 5000, timeS: 600 })).toMatchObject({ reason: 'OUT_OF_RANGE' });
  });
  it('comes back from its own race time', () => {
    fc.assert(
      fc.property(distance, index, (distanceM, value) => {
        const time = raceTimeForIndex(value, distanceM);
        if (isNone(time)) return;
        const back = paceIndex({ distanceM, timeS: time.value });
        expect(back.value).toBeCloseTo(value, 4);
      }),
    );
  });
  it('gives longer times for longer races and for lower indices', () => {
    fc.assert(
      fc.property(distance, index, (distanceM, value) => {
        const time = raceTimeForIndex(value, distanceM);
        const longer = raceTimeForIndex(value, distanceM * 1.05);
        fc.pre(!isNone(time) && !isNone(longer));
        expect(longer.value).toBeGreaterThan(time.value);
        expect(time.range?.[0]).toBeLessThan(time.value);
        expect(time.range?.[1]).toBeGreaterThan(time.value);
      }),
    );
  });
  it('adds about 0.6 for one percent of extra GPS distance at 20:00', () => {
    const honest = paceIndex({ distanceM: 5000, timeS: 1200 }).value ?? NaN;
    const long = paceIndex({ distanceM: 5050, timeS: 1200 }).value ?? NaN;
    expect(long - honest).toBeCloseTo(0.6, 1);
  });
  it('makes an equivalent time as doubtful as its source', () => {
    const slow = { distanceM: MARATHON_M, timeS: 280 * 60 };
    expect(equivalentTime(slow, 10_000)).toMatchObject({ quality: 'extrapolated' });
    expect(equivalentTime(slow, 60_000)).toMatchObject({ reason: 'OUT_OF_RANGE' });
  });
  it('runs faster at a larger share', () => {
    expect(speedAtIndexShare(50, 1).value).toBeCloseTo(260.77 / 60, 3);
    expect(speedAtIndexShare(50, 0.7).value).toBeLessThan(speedAtIndexShare(50, 0.8).value ?? 0);
    expect(speedAtIndexShare(50, 3)).toMatchObject({ reason: 'OUT_OF_RANGE' });
  });
});
