import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { cameron } from './cameron.ts';
import { MARATHON_M } from './distances.ts';
import { isNone } from './result.ts';
import { personalExponent, riegel } from './riegel.ts';
import { tanda } from './tanda.ts';
import { timeOffFactor } from './time-off.ts';
import { vickersOneRace, vickersTwoRaces } from './vickers-vertosick.ts';

const race = { distanceM: 10_000, timeS: 2700 };

describe('Riegel', () => {
  it('comes back to where it started', () => {
    fc.assert(
      fc.property(fc.double({ min: 1500, max: 50_000, noNaN: true }), (targetM) => {
        const there = riegel(race, targetM);
        if (isNone(there)) return;
        const back = riegel({ distanceM: targetM, timeS: there.value }, race.distanceM);
        expect(back.value).toBeCloseTo(race.timeS, 6);
      }),
    );
  });
  it('is extrapolation beyond 230 minutes', () => {
    expect(riegel(race, 50_000)).toMatchObject({ quality: 'extrapolated' });
    expect(riegel(race, 15_000)).toMatchObject({ quality: 'estimated' });
    expect(riegel(race, 15_000, 1.3)).toMatchObject({ reason: 'OUT_OF_RANGE' });
  });
  it('finds the exponent that made the second time, in either order', () => {
    const longer = { distanceM: 30_000, timeS: 2700 * 3 ** 1.09 };
    expect(personalExponent(race, longer, 30).value).toBeCloseTo(1.09, 9);
    expect(personalExponent(longer, race, -30).value).toBeCloseTo(1.09, 9);
  });
  it('refuses pairs that say nothing', () => {
    const longer = { distanceM: 30_000, timeS: 9000 };
    expect(personalExponent(race, longer, 85)).toMatchObject({ reason: 'TOO_OLD' });
    expect(personalExponent(race, { distanceM: 15_000, timeS: 4200 }, 1)).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
    expect(personalExponent(race, { distanceM: 30_000, timeS: 7000 }, 1)).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
  });
});

describe('Cameron', () => {
  it('is monotone and returns the race itself', () => {
    expect(cameron(race, 10_000).value).toBeCloseTo(2700, 9);
    let last = 0;
    for (let targetM = 400; targetM <= 80_000; targetM += 200) {
      const time = cameron(race, targetM).value ?? NaN;
      expect(time).toBeGreaterThan(last);
      last = time;
    }
    expect(cameron(race, 399)).toMatchObject({ reason: 'OUT_OF_RANGE' });
    expect(cameron(race, 81_000)).toMatchObject({ reason: 'OUT_OF_RANGE' });
  });
});

describe('Vickers and Vertosick', () => {
  it('is faster with more miles, and by seconds rather than by hours', () => {
    const low = vickersOneRace(race, 30_000).value ?? NaN;
    const high = vickersOneRace(race, 80_000).value ?? NaN;
    expect(high).toBeLessThan(low);
    // The coefficient printed ten times too large in public ports would move this by more than an hour.
    expect(low - high).toBeLessThan(1200);
  });
  it('does not care in which order two races are given', () => {
    const half = { distanceM: 21_097.5, timeS: 6000 };
    expect(vickersTwoRaces(race, half, 48_000)).toEqual(vickersTwoRaces(half, race, 48_000));
    expect(vickersTwoRaces(race, race, 48_000)).toMatchObject({ reason: 'OUT_OF_RANGE' });
  });
  it('refuses a marathon as its source', () => {
    expect(vickersOneRace({ distanceM: MARATHON_M, timeS: 12_000 }, 50_000)).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
  });
});

describe('Tanda', () => {
  it('marks times outside 2:47–3:36 and is always a cross-check', () => {
    expect(tanda(96_560, 279.6)).toMatchObject({ quality: 'estimated', flags: ['cross-check'] });
    expect(tanda(40_000, 360)).toMatchObject({ quality: 'extrapolated' });
  });
});

describe('time off', () => {
  it('costs nothing for five days and at most a fifth', () => {
    expect(timeOffFactor(5, false).value).toBe(1);
    expect(timeOffFactor(400, false).value).toBe(0.8);
    expect(timeOffFactor(400, true).value).toBe(0.9);
    expect(timeOffFactor(10, true).value).toBe(0.992);
  });
});
