import { describe, expect, it } from '@jest/globals';

import { aStream } from '../test/a-stream.ts';
import { acuteChronic } from './acute-chronic.ts';
import { edwards } from './edwards.ts';
import { heartRateLoad, heartRateReserveLoad } from './heart-rate-load.ts';
import { chooseLoadMethod, fitLoadConversion } from './load-method.ts';
import { movingMask } from './moving-time.ts';
import { paceLoad, runPaceLoad } from './pace-load.ts';
import { none } from './result.ts';
import { sessionRpe } from './session-rpe.ts';
import { longestWithoutSpike, sessionSpike } from './session-spike.ts';
import { trainingMonotony } from './training-monotony.ts';
import { steadyTime, steadyTrimp } from './trimp.ts';
import type { Leg } from '../test/a-stream.ts';

const athlete = { max: 190, rest: 50, threshold: 170, sex: 'M' as const };
const noGrade = none('MISSING_INPUT', 'no altitude');

function loadOf(legs: Leg[], thresholdSpeed = 4) {
  const stream = aStream(legs);
  const moving = movingMask(stream);
  if ('reason' in moving) throw new Error(moving.reason);
  return runPaceLoad(stream, noGrade, moving, thresholdSpeed);
}

describe('load from pace', () => {
  it('is 100 for an hour at threshold, and more for the same distance in surges', () => {
    expect(loadOf([{ seconds: 3600, speed: 4 }]).value).toBeCloseTo(100, 6);
    const surges = Array.from({ length: 30 }, () => [
      { seconds: 60, speed: 4.8 },
      { seconds: 60, speed: 3.2 },
    ]).flat();
    expect(loadOf(surges).value).toBeGreaterThan(104);
  });
  it('stops its clock with the athlete', () => {
    const stop = { seconds: 1800, speed: 0 };
    const half = { seconds: 1800, speed: 4 };
    expect(loadOf([half, stop, half]).value).toBeCloseTo(100, 0);
  });
  it('says when it knew no grade, and why it cannot tell', () => {
    expect(loadOf([{ seconds: 600, speed: 3 }])).toMatchObject({ flags: ['no-grade'] });
    expect(loadOf([{ seconds: 600, speed: 0 }])).toMatchObject({ reason: 'MISSING_INPUT' });
    expect(paceLoad(3600, 3, null)).toMatchObject({ reason: 'MISSING_INPUT' });
    expect(paceLoad(3600, NaN, 4)).toMatchObject({ reason: 'INVALID_INPUT' });
  });
});

describe('load from heart rate', () => {
  it('is 100 for an hour at threshold by both definitions', () => {
    const hour = steadyTime(3600, 170);
    expect(heartRateLoad(hour, athlete).value).toBeCloseTo(100, 9);
    expect(heartRateReserveLoad(hour, athlete).value).toBeCloseTo(100, 9);
  });
  it('keeps the two women’s curves apart by name', () => {
    const woman = { ...athlete, sex: 'F' as const };
    const banister = steadyTrimp(60, 150, woman);
    const other = steadyTrimp(60, 150, woman, 'f064');
    expect(banister).toMatchObject({ method: 'trimp/1' });
    expect(other).toMatchObject({ method: 'trimp-f064/1' });
    expect((other.value ?? NaN) / (banister.value ?? NaN)).toBeCloseTo(0.64 / 0.86, 9);
  });
  it('gives a boundary to the upper zone', () => {
    expect(edwards(steadyTime(600, 95), { max: 190 })).toMatchObject({ value: 10 });
    expect(edwards(steadyTime(600, 94), { max: 190 })).toMatchObject({ value: 0 });
    expect(edwards(steadyTime(600, 171), { max: 190 })).toMatchObject({ value: 50 });
  });
  it('refuses what it must not guess', () => {
    const hour = steadyTime(3600, 150);
    expect(heartRateLoad(hour, { ...athlete, sex: null })).toMatchObject({
      reason: 'MISSING_INPUT',
    });
    expect(heartRateLoad(hour, { ...athlete, threshold: 195 })).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
    expect(heartRateLoad(hour, { ...athlete, rest: 200 })).toMatchObject({
      reason: 'INVALID_INPUT',
    });
    expect(heartRateReserveLoad(hour, { ...athlete, betaBlockers: true })).toMatchObject({
      reason: 'NOT_APPLICABLE',
    });
    expect(sessionRpe(11, 3600)).toMatchObject({ reason: 'OUT_OF_RANGE' });
    expect(sessionRpe(null, 3600)).toMatchObject({ reason: 'MISSING_INPUT' });
  });
});

describe('one method per athlete', () => {
  it('takes the first that covers four of five runs, else the most common', () => {
    const pace = { 'pace-load': true, 'hr-load': true, srpe: true };
    const heart = { 'hr-load': true, srpe: true };
    expect(chooseLoadMethod([pace, pace, pace, pace, heart])).toMatchObject({
      method: 'pace-load',
    });
    expect(chooseLoadMethod([pace, heart, heart])).toMatchObject({ method: 'hr-load', share: 1 });
    expect(chooseLoadMethod([pace, {}, {}])).toMatchObject({ method: 'pace-load' });
    expect(chooseLoadMethod([{}, {}])).toMatchObject({ reason: 'TOO_FEW' });
  });
  it('converts only with twenty pairs that rise together', () => {
    const pairs = Array.from({ length: 20 }, (_, i): [number, number] => [i, 5 + 2 * i]);
    expect(fitLoadConversion(pairs)).toMatchObject({ slope: 2, intercept: 5, n: 20 });
    expect(fitLoadConversion(pairs.slice(1))).toMatchObject({ reason: 'TOO_FEW' });
    expect(fitLoadConversion(pairs.map(([x]) => [x, 3]))).toMatchObject({ reason: 'NO_VARIATION' });
  });
});

describe('week and session', () => {
  it('keeps exactly ten percent more inside the reference band', () => {
    expect(sessionSpike(22_000, 20_000)).toMatchObject({ band: 'reference' });
    expect(sessionSpike(22_001, 20_000)).toMatchObject({ band: 'small' });
    expect(sessionSpike(26_000, 20_000)).toMatchObject({ band: 'small' });
    expect(sessionSpike(40_000, 20_000)).toMatchObject({ band: 'moderate' });
    expect(sessionSpike(40_001, 20_000)).toMatchObject({ band: 'large' });
    expect(sessionSpike(10_000, 0)).toMatchObject({ reason: 'TOO_FEW' });
    for (const longest of [1, 9, 10, 8473, 16_093])
      expect(sessionSpike(longestWithoutSpike(longest), longest)).toMatchObject({
        band: 'reference',
      });
  });
  it('has no monotony without spread and no ratio without a past', () => {
    expect(trainingMonotony([5, 5, 5, 5, 5, 5, 5]).monotony).toMatchObject({
      reason: 'NO_VARIATION',
    });
    expect(trainingMonotony([5, 5]).strain).toMatchObject({ reason: 'TOO_FEW' });
    expect(trainingMonotony([5, 5, 5, 5, 5, 5, NaN]).strain).toMatchObject({
      reason: 'INVALID_INPUT',
    });
    expect(acuteChronic([0, 0, 0, 0]).coupled).toMatchObject({ reason: 'NO_VARIATION' });
  });
  it('couples as the identity says', () => {
    const { coupled, uncoupled } = acuteChronic([310, 250, 420, 380]);
    const u = uncoupled.value ?? NaN;
    expect(coupled.value).toBeCloseTo((4 * u) / (u + 3), 12);
  });
});
