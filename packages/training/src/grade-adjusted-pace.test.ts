import { describe, expect, it } from '@jest/globals';

import { aStream } from '../test/a-stream.ts';
import { elevationProfile, gradeAt } from './elevation-profile.ts';
import { gapFactor, gradeAdjustedSpeed } from './grade-adjusted-pace.ts';

const factor = (grade: number) => gapFactor(grade).value ?? NaN;

describe('the grade factor', () => {
  it('is 1 on the level, continuous, and rises from −9.4 % on', () => {
    expect(factor(0)).toBe(1);
    let before = factor(-0.4);
    for (let g = -0.4; g <= 0.4; g += 0.0005) {
      expect(Math.abs(factor(g) - before)).toBeLessThan(0.01);
      const mayFall = g <= -0.094 ? 0.01 : 0;
      expect(factor(g)).toBeGreaterThanOrEqual(before - mayFall);
      before = factor(g);
    }
  });
  it('is the fit below 15 %, Minetti from 25 %, and held below −18 %', () => {
    expect(factor(0.1)).toBeCloseTo(1.439, 3);
    expect(factor(-0.3)).toBe(factor(-0.18));
    expect(factor(0.3)).toBeCloseTo(12.579282 / 3.6, 6);
    expect(gapFactor(0.6)).toMatchObject({ flags: ['grade-clamped'], value: factor(0.4) });
    expect(gapFactor(NaN)).toMatchObject({ reason: 'INVALID_INPUT' });
  });
});

describe('grade-adjusted speed of a run', () => {
  it('is the speed on the flat, and more uphill', () => {
    const flat = gradeAdjustedSpeed(aStream([{ seconds: 900, speed: 3, grade: 0 }]));
    expect(flat.value).toBeCloseTo(3, 6);
    const uphill = gradeAdjustedSpeed(aStream([{ seconds: 900, speed: 3, grade: 0.05 }]));
    expect(uphill.value).toBeCloseTo(3 * factor(0.05), 1);
    expect(uphill).toMatchObject({ method: 'gap/1', quality: 'estimated' });
  });
  it('does not apply to a treadmill or technical trail, and needs altitude and 100 m', () => {
    const run = aStream([{ seconds: 900, speed: 3, grade: 0.01 }]);
    expect(gradeAdjustedSpeed(run, { surface: 'treadmill' })).toMatchObject({
      reason: 'NOT_APPLICABLE',
    });
    expect(gradeAdjustedSpeed(run, { surface: 'trail', technical: true })).toMatchObject({
      reason: 'NOT_APPLICABLE',
    });
    expect(gradeAdjustedSpeed(aStream([{ seconds: 900, speed: 3 }]))).toMatchObject({
      reason: 'MISSING_INPUT',
    });
    expect(gradeAdjustedSpeed(aStream([{ seconds: 30, speed: 3, grade: 0 }]))).toMatchObject({
      reason: 'TOO_SHORT',
    });
  });
});

describe('the elevation profile', () => {
  it('recovers a steady grade in the middle of a slope', () => {
    const profile = elevationProfile(aStream([{ seconds: 900, speed: 3, grade: 0.06 }]), 'gps');
    expect('reason' in profile ? NaN : gradeAt(profile, 1350)).toBeCloseTo(0.06, 6);
  });
  it('wants altitude for 80 % of the samples', () => {
    const run = aStream([{ seconds: 900, speed: 3, grade: 0.06 }]);
    run.altitude?.fill(NaN, 0, 300);
    expect(elevationProfile(run, 'gps')).toMatchObject({ reason: 'LOW_COVERAGE' });
  });
});
