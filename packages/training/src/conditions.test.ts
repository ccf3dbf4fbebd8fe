import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { hostileNumber } from '../test/arbitrary-stream.ts';
import { numbersIn } from '../test/a-stream.ts';
import { aeroCost } from './aero-cost.ts';
import { aerobicPowerAtAltitude } from './altitude-effect.ts';
import { criticalSpeed, criticalSpeedEfforts } from './critical-speed.ts';
import { acsmAction, heatGuard } from './heat-guard.ts';
import { elyTopMen, hadleySlowdown, mantziosSlowdown } from './heat-slowdown.ts';
import { dewPoint, simplifiedWbgt, wetBulb } from './humidity.ts';

describe('heat', () => {
  it('is silent below 22.3 °C and stops the run above the table', () => {
    expect(heatGuard(15, 60)).toMatchObject({ action: 'normal', isShown: false });
    expect(heatGuard(30, 50)).toMatchObject({ action: 'limit_intense', isShown: true });
    expect(heatGuard(30, 50, true)).toMatchObject({ action: 'discretion' });
    expect(heatGuard(36, 70)).toMatchObject({ action: 'cancel' });
    expect(heatGuard(NaN, 50)).toMatchObject({ reason: 'INVALID_INPUT' });
  });
  it('takes unknown acclimatisation for none', () => {
    for (const wbgt of [20, 27.8, 27.9, 30, 31, 32.2, 33])
      expect(acsmAction(wbgt)).toEqual(acsmAction(wbgt, false));
  });
  it('never gives one number for a slowdown', () => {
    expect(hadleySlowdown(23.3, 21.7)).toMatchObject({
      range: [3, 4.5],
      flags: ['coaching-heuristic'],
    });
    expect(hadleySlowdown(23.3, 21.7, 'repeats')).toMatchObject({ range: [1.5, 2.25] });
    expect(hadleySlowdown(42, 30)).toMatchObject({ reason: 'OUT_OF_RANGE' });
    expect(mantziosSlowdown(18)).toMatchObject({ value: 1.05 });
    expect(elyTopMen(30)).toMatchObject({ reason: 'OUT_OF_RANGE' });
  });
  it('warns that shade reads too high, and that Stull ends at 99 %', () => {
    expect(simplifiedWbgt(30, 50, 'cloud-or-night')).toMatchObject({ quality: 'extrapolated' });
    expect(wetBulb(30, 100)).toMatchObject({ quality: 'extrapolated' });
    expect(dewPoint(20, 100).value).toBeCloseTo(20, 6);
  });
});

describe('critical speed', () => {
  const line = (times: number[], speed = 4, reserve = 150) =>
    times.map((timeS) => ({ timeS, distanceM: reserve + speed * timeS }));
  it('comes back from a line it was drawn on, D′ never without its range', () => {
    const result = criticalSpeed(line([180, 400, 800]));
    expect(result).toMatchObject({ quality: 'estimated', n: 3, flags: [] });
    expect(result.value).toBeCloseTo(4, 9);
    expect('dPrime' in result ? result.dPrime.value : NaN).toBeCloseTo(150, 6);
    expect('dPrime' in result ? result.dPrime.range : null).not.toBeNull();
  });
  it('is extrapolated from two, and nothing from efforts that do not fit', () => {
    expect(criticalSpeed(line([180, 800]))).toMatchObject({ quality: 'extrapolated' });
    expect(criticalSpeed(line([180]))).toMatchObject({ reason: 'TOO_FEW' });
    expect(criticalSpeed(line([180, 400, 800], 4, 700))).toMatchObject({ reason: 'OUT_OF_RANGE' });
    expect(criticalSpeed(line([300, 300, 300]))).toMatchObject({ reason: 'NO_VARIATION' });
    expect(criticalSpeed(line([180, 400, 1446]))).toMatchObject({ flags: ['outside-2-15-min'] });
  });
  it('uses only recent, uninterrupted all-out efforts of 2–15 min', () => {
    const effort = { distanceM: 1200, timeS: 240, allOut: true, interrupted: false, ageDays: 10 };
    expect(
      criticalSpeedEfforts([
        effort,
        { ...effort, allOut: false },
        { ...effort, interrupted: true },
        { ...effort, ageDays: 90 },
        { ...effort, timeS: 1000 },
      ]),
    ).toEqual([effort]);
  });
});

describe('altitude and air', () => {
  it('takes nothing at the sea and stops at 4000 m', () => {
    expect(aerobicPowerAtAltitude(0)).toMatchObject({ value: 100, flags: [] });
    expect(aerobicPowerAtAltitude(1001)).toMatchObject({ flags: ['high-altitude'] });
    expect(aerobicPowerAtAltitude(4001)).toMatchObject({ reason: 'OUT_OF_RANGE' });
  });
  it('pushes from behind', () => {
    expect(aeroCost(1.75, 70, 4, -8).dragN).toBeLessThan(0);
    expect(aeroCost(1.75, 0, 4, 0).cost).toMatchObject({ reason: 'OUT_OF_RANGE' });
  });
});

it('no condition ever answers with NaN or Infinity', () => {
  fc.assert(
    fc.property(hostileNumber, hostileNumber, hostileNumber, hostileNumber, (a, b, c, d) => {
      const answers = [
        dewPoint(a, b),
        wetBulb(a, b),
        simplifiedWbgt(a, b),
        heatGuard(a, b),
        mantziosSlowdown(a),
        elyTopMen(a),
        hadleySlowdown(a, b),
        acsmAction(a),
        aerobicPowerAtAltitude(a),
        aeroCost(a, b, c, d),
        criticalSpeed([
          { distanceM: a, timeS: b },
          { distanceM: c, timeS: d },
        ]),
      ];
      expect(numbersIn(answers).filter((x) => !Number.isFinite(x))).toEqual([]);
    }),
    { numRuns: 2000 },
  );
});
