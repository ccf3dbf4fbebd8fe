import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isNone } from '../result.ts';
import { referencePlan } from '../../test/reference-plan.ts';
import { planVolumeCurve, type PlanCurveInput } from './plan-volume-curve.ts';

const marathon: PlanCurveInput = {
  distance: 'marathon',
  weeks: 16,
  baseM: 50_000,
  longestM: 18_000,
  runsPerWeek: 5,
  easyPaceSPerKm: 360,
  level: 'inter',
  age: 35,
  limits: { sessionS: null, weekS: null },
  longTaper: false,
};

describe('planVolumeCurve', () => {
  it('reproduces the worked example of the policy', () => {
    const curve = planVolumeCurve(marathon);
    if (isNone(curve)) throw new Error(curve.reason);
    const km = curve.value.weeks.map(({ metres }) => Math.round(metres / 100) / 10);
    expect(km).toEqual([
      50, 52.4, 54.9, 43.9, 57.6, 60.3, 63.2, 50.6, 66.3, 69.5, 72.8, 58.3, 76.3, 80, 56, 25.2,
    ]);
    const long = curve.value.weeks.map(({ longRunM }) => Math.round(longRunM / 100) / 10);
    expect(long[0]).toBe(16.5);
    expect(long[13]).toBe(26.4);
    expect(long[15]).toBe(0);
  });

  it('never passes a weekly limit of minutes', () => {
    const limited = planVolumeCurve({ ...marathon, limits: { sessionS: null, weekS: 18_000 } });
    if (isNone(limited)) throw new Error(limited.reason);
    expect(Math.max(...limited.value.weeks.map(({ metres }) => metres))).toBe(50_000);
  });

  it('takes three taper weeks only on request and only from a peak above 70 km', () => {
    const kinds = (input: PlanCurveInput) => {
      const curve = planVolumeCurve(input);
      return isNone(curve) ? 0 : curve.value.weeks.filter(({ kind }) => kind === 'taper').length;
    };
    expect(kinds({ ...marathon, longTaper: true })).toBe(3);
    expect(kinds({ ...marathon, longTaper: true, baseM: 30_000 })).toBe(2);
    expect(kinds(marathon)).toBe(2);
  });

  it.each([
    [{ weeks: 2 }, 'WEEKS_LT_TAPER'],
    [{ baseM: 0 }, 'NO_BASELINE'],
    [{ baseM: -3 }, 'NO_BASELINE'],
    [{ baseM: Number.NaN }, 'INVALID_INPUT'],
    [{ weeks: 8.5 }, 'INVALID_INPUT'],
    [{ runsPerWeek: 2 }, 'NOT_ENOUGH_DAYS'],
    [{ age: 17 }, 'RED_FLAG'],
    [{ weeks: 53 }, 'OUT_OF_RANGE'],
    [{ easyPaceSPerKm: 30 }, 'OUT_OF_RANGE'],
  ])('answers %j with %s', (change, reason) => {
    expect(planVolumeCurve({ ...marathon, ...change })).toMatchObject({ value: null, reason });
  });

  it.each([
    [
      {
        distance: '10k',
        weeks: 10,
        base_km: 35,
        longest_30d_km: 12,
        days: 5,
        easy_pace_s_per_km: 340,
        level: 'inter',
        age: 54,
      },
      [35.0, 37.85, 30.28, 40.94, 44.27, 35.42, 47.88, 51.78, 56.0, 28.0],
      [11.55, 12.49, 9.37, 13.51, 14.61, 10.96, 15.8, 17.09, 18.0, 0.0],
    ],
    [
      {
        distance: '5k',
        weeks: 8,
        base_km: 20,
        longest_30d_km: 6,
        days: 3,
        easy_pace_s_per_km: 420,
        level: 'novice',
        age: 30,
      },
      [20.0, 22.0, 17.6, 24.2, 26.62, 21.3, 29.28, 14.64],
      [6.6, 7.26, 5.45, 7.99, 8.78, 6.59, 9.66, 0.0],
    ],
  ])('answers the reference adapter in km: %j', (input, weeklyKm, longKm) => {
    const answer = referencePlan['plan_volume_curve']?.(input as never) as Record<string, number[]>;
    expect(answer).toMatchObject({ feasible: true, warnings: [] });
    expect(farthest(answer['weekly_km'], weeklyKm)).toBeLessThanOrEqual(0.02);
    expect(farthest(answer['long_km'], longKm)).toBeLessThanOrEqual(0.02);
  });

  it('answers anything at all with a curve or a typed reason', () => {
    fc.assert(
      fc.property(fc.anything(), (input) => {
        expect(planVolumeCurve(input as PlanCurveInput)).toMatchObject({ value: null });
      }),
    );
  });
});

function farthest(actual: number[] | undefined, expected: number[]): number {
  if (actual?.length !== expected.length) return Infinity;
  return Math.max(...expected.map((km, week) => Math.abs((actual[week] ?? Infinity) - km)));
}
