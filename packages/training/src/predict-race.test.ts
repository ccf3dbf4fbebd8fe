import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { HALF_MARATHON_M, MARATHON_M } from './distances.ts';
import { predictRace, type RacePrediction } from './predict-race.ts';
import { raceTimeForIndex } from './pace-index.ts';
import { isNone } from './result.ts';

import type { RaceEffort } from './race-effort.ts';

const ON = '2026-05-01';
const MENU = [
  1500,
  1609.344,
  3000,
  5000,
  10_000,
  15_000,
  HALF_MARATHON_M,
  30_000,
  MARATHON_M,
  45_000,
  50_000,
];

function aRace(distanceM: number, timeS: number, date = '2026-04-01'): RaceEffort {
  return {
    distanceM,
    timeS,
    date,
    kind: 'race',
    interrupted: false,
    netDropMPerKm: 0,
    distanceFrom: 'course',
  };
}

function weeks(km: number, known = 8) {
  const weeklyM = Array.from({ length: 8 }, (_, i) => (i < known ? km * 1000 : null));
  return { weeklyM, meanPaceSPerKm: 320 };
}

function predicted(...input: Parameters<typeof predictRace>): RacePrediction {
  const result = predictRace(...input);
  if (isNone(result)) throw new Error(`${result.reason}: ${result.detail}`);
  return result;
}

describe('race prediction', () => {
  it('is the median of three models with a range of at least 1.5 %', () => {
    const result = predicted([aRace(5000, 1200)], ON, 10_000);
    expect(result.models.map(({ method }) => method)).toEqual([
      'pace-index/1',
      'riegel/1',
      'cameron/1',
    ]);
    expect(result.value).toBe(result.models[2]?.timeS);
    expect(result.range?.[0]).toBeLessThanOrEqual(result.value * 0.985);
    expect(result.range?.[1]).toBeGreaterThanOrEqual(result.value * 1.015);
    expect(result.quality).toBe('estimated');
  });
  it('uses two races with mileage for the marathon, else one, else the optimistic index', () => {
    const five = aRace(5000, 1200);
    const half = aRace(HALF_MARATHON_M, 5600);
    const two = predicted([five, half], ON, MARATHON_M, weeks(50));
    expect(two.value).toBe(two.models.find(({ method }) => method === 'vickers/1 n=2')?.timeS);
    const one = predicted([half], ON, MARATHON_M, weeks(50, 6));
    expect(one.value).toBe(one.models.find(({ method }) => method === 'vickers/1 n=1')?.timeS);
    const none = predicted([half], ON, MARATHON_M, weeks(50, 5));
    expect(none.flags).toContain('likely-optimistic');
    expect(none.value).toBeLessThan(one.value);
    for (const { value, range } of [two, one, none]) {
      expect(range?.[0]).toBeLessThanOrEqual(value * 0.97);
      expect(range?.[1]).toBeGreaterThanOrEqual(value * 1.03);
    }
  });
  it('keeps the training formula as a cross-check outside the range', () => {
    const result = predicted([aRace(HALF_MARATHON_M, 5600)], ON, MARATHON_M, weeks(70));
    expect(result.crossChecks).toHaveLength(1);
    expect(result.models.some(({ method }) => method.startsWith('tanda'))).toBe(false);
  });
  it('knows its limits', () => {
    const five = [aRace(5000, 1200)];
    expect(predicted(five, ON, HALF_MARATHON_M).quality).toBe('estimated');
    expect(predicted(five, ON, MARATHON_M, weeks(50)).quality).toBe('extrapolated');
    expect(predicted([aRace(HALF_MARATHON_M, 5600)], ON, 5000).quality).toBe('extrapolated');
    expect(predicted([aRace(HALF_MARATHON_M, 5600)], ON, 50_000).quality).toBe('extrapolated');
    expect(predictRace([aRace(1500, 300)], ON, MARATHON_M)).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
    expect(predictRace(five, ON, 1499)).toMatchObject({ reason: 'OUT_OF_RANGE' });
    expect(predictRace(five, ON, 50_001)).toMatchObject({ reason: 'OUT_OF_RANGE' });
    expect(predictRace(five, '2027-01-01', 10_000)).toMatchObject({ reason: 'TOO_OLD' });
    expect(predictRace([], ON, 10_000)).toMatchObject({ reason: 'TOO_FEW' });
    expect(predicted(five, '2026-08-01', 10_000)).toMatchObject({
      quality: 'extrapolated',
      flags: ['stale'],
    });
  });
  it('takes a longer race for the marathon although a shorter one was better', () => {
    const efforts = [aRace(5000, 1150), aRace(HALF_MARATHON_M, 5700)];
    expect(predicted(efforts, ON, MARATHON_M, weeks(50)).effort.distanceM).toBe(HALF_MARATHON_M);
    expect(predicted(efforts, ON, 10_000).effort.distanceM).toBe(5000);
  });
  it('is monotone in distance and its range holds the value', () => {
    const block = fc.option(fc.integer({ min: 0, max: 160 }), { nil: null });
    fc.assert(
      fc.property(
        fc.constantFrom(5000, 10_000, 15_000, HALF_MARATHON_M),
        fc.double({ min: 31, max: 80, noNaN: true }),
        block,
        (distanceM, index, km) => {
          const timeS = raceTimeForIndex(index, distanceM).value ?? NaN;
          let last = 0;
          for (const targetM of MENU) {
            const result = predictRace(
              [aRace(distanceM, timeS)],
              ON,
              targetM,
              km === null ? undefined : weeks(km),
            );
            if (isNone(result) || !result.range) continue;
            expect(result.value).toBeGreaterThan(last);
            expect(result.range[0]).toBeLessThan(result.value);
            expect(result.range[1]).toBeGreaterThan(result.value);
            expect(result.models.length).toBeGreaterThanOrEqual(2);
            last = result.value;
          }
          expect(last).toBeGreaterThan(0);
        },
      ),
    );
  });
});
