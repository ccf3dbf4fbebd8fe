import { describe, expect, it } from '@jest/globals';

import { FACTORS_PER_10000, FIRST_AGE, LAST_AGE, OPEN_STANDARDS } from './age-grade-factors.ts';
import { ageGrade, interpolateFactor } from './age-grade.ts';

describe('age grade', () => {
  it('holds a row of five sensible factors for every adult age', () => {
    for (const rows of [FACTORS_PER_10000.M, FACTORS_PER_10000.F]) {
      expect(rows).toHaveLength(LAST_AGE - FIRST_AGE + 1);
      for (const row of rows) {
        expect(row).toHaveLength(5);
        for (const factor of row) {
          expect(factor).toBeGreaterThan(500);
          expect(factor).toBeLessThanOrEqual(10_000);
        }
      }
    }
  });
  it('grades the open standard of a runner in the best years at 100 %', () => {
    for (const [metres, men, women] of OPEN_STANDARDS) {
      expect(ageGrade('M', 25, metres, men).value).toBeGreaterThan(97);
      expect(ageGrade('F', 25, metres, women).value).toBeLessThanOrEqual(101);
    }
  });
  it('uses the mile standard the cells were computed from', () => {
    expect(ageGrade('M', 25, 1609.344, 300)).toMatchObject({ openStandardS: 227 });
  });
  it('flags a distance between the listed ones and stays between their standards', () => {
    const between = ageGrade('F', 54, 7000, 2000);
    expect(between).toMatchObject({ flags: ['interpolated-distance'] });
    expect(between).toHaveProperty('openStandardS');
    if (between.value === null) throw new Error(between.detail);
    expect(between.openStandardS).toBeGreaterThan(1087);
    expect(between.openStandardS).toBeLessThan(1365);
  });
  it('refuses children, short races and the unbelievable', () => {
    expect(ageGrade('M', 17, 5000, 1200)).toMatchObject({ reason: 'OUT_OF_RANGE' });
    expect(ageGrade('M', 40, 1500, 300)).toMatchObject({ reason: 'OUT_OF_RANGE' });
    expect(ageGrade('M', 40, 5000, 500)).toMatchObject({ reason: 'OUT_OF_RANGE' });
    expect(ageGrade('M', 40, 5000, -1)).toMatchObject({ reason: 'INVALID_INPUT' });
    const five = { distance: 5, factor: 0.9 };
    expect(interpolateFactor(12, five, { distance: 10, factor: 0.95 })).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
  });
});
