import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
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

  it('matches every reference row within 0.02 km', () => {
    const folder =
      process.env['EVENSPLIT_TEST_DATA'] ??
      resolve(import.meta.dirname, '../../../../../shared/data');
    const file = resolve(folder, 'science_refs.json');
    if (!existsSync(file)) {
      console.log('skipped: no science_refs.json beside the checkout or in EVENSPLIT_TEST_DATA');
      return;
    }
    type Row = { input: unknown; expected: Record<string, unknown>; tolerance: { abs: number } };
    const rows =
      (JSON.parse(readFileSync(file, 'utf8')) as Record<string, Row[]>)['plan_volume_curve'] ?? [];
    expect(rows.length).toBeGreaterThan(0);
    for (const { input, expected, tolerance } of rows) {
      const actual = referencePlan['plan_volume_curve']?.(input as never) as typeof expected;
      expect(Object.keys(actual)).toEqual(Object.keys(expected));
      for (const [key, value] of Object.entries(expected)) {
        const got = actual[key];
        if (key !== 'weekly_km' && key !== 'long_km') expect(got).toEqual(value);
        else
          (value as number[]).forEach((km, week) =>
            expect(Math.abs((got as number[])[week]! - km)).toBeLessThanOrEqual(tolerance.abs),
          );
      }
    }
  });
});
