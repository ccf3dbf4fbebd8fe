import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { dailyLoads, type DayLoad } from './daily-loads.ts';
import {
  appendDay,
  correctDay,
  loadCurve,
  loadOn,
  rampPercentile,
  stepLoad,
  type LoadCurve,
} from './load-curve.ts';
import { civilDate } from './plan/calendar-day.ts';

const dayLoad: fc.Arbitrary<DayLoad> = fc.record({
  load: fc.double({ min: 0, max: 500, noNaN: true }),
  unknownS: fc.oneof({ weight: 5, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9000 })),
});
const history = fc.array(dayLoad, { minLength: 1, maxLength: 120 });
const options = fc.record({
  loadPerHour: fc.constantFrom(null, 60),
  seed: fc.constantFrom(null, { longTerm: 40, recent: 50 }),
});

function built(days: DayLoad[], settings = {}, firstDay = 20_000): LoadCurve {
  const curve = loadCurve({ firstDay, days }, settings);
  if ('reason' in curve) throw new Error(curve.reason);
  return curve;
}

function columns(curve: LoadCurve) {
  const cut = (column: Float64Array) => [...column.subarray(0, curve.length)];
  return { longTerm: cut(curve.longTerm), recent: cut(curve.recent), used: cut(curve.used) };
}

describe('the load curve', () => {
  it('is the published recursion: 100 a day from 0 gives 63.21 after 42 days', () => {
    const days = Array.from({ length: 42 }, () => ({ load: 100, unknownS: 0 }));
    const curve = built(days, { seed: { longTerm: 0, recent: 0 } });
    expect(loadOn(curve, civilDate(20_041)).longTerm.value).toBeCloseTo(63.2121, 4);
  });

  it('grown day by day equals built at once', () => {
    fc.assert(
      fc.property(history, options, (days, settings) => {
        const grown = built(days.slice(0, 1), settings);
        for (const day of days.slice(1)) expect(appendDay(grown, day)).toBeNull();
        expect(columns(grown)).toEqual(columns(built(days, settings)));
      }),
    );
  });

  it('corrected in the middle equals built from the corrected history', () => {
    fc.assert(
      fc.property(history, options, fc.nat(), dayLoad, (days, settings, at, day) => {
        const k = at % days.length;
        const curve = built(days, settings);
        expect(correctDay(curve, k, day)).toBeNull();
        expect(columns(curve)).toEqual(columns(built(days.with(k, day), settings)));
      }),
    );
  });

  it('moves with its dates and with nothing else', () => {
    fc.assert(
      fc.property(history, fc.integer({ min: -5000, max: 5000 }), (days, shift) => {
        expect(columns(built(days, {}, 20_000 + shift))).toEqual(columns(built(days)));
      }),
    );
  });

  it('stays between the smallest and the largest load', () => {
    fc.assert(
      fc.property(history, (days) => {
        const known = days.map((day) => ({ ...day, unknownS: 0 }));
        const loads = known.map(({ load }) => load);
        for (const value of columns(built(known)).longTerm) {
          expect(value).toBeGreaterThanOrEqual(Math.min(...loads) - 1e-9);
          expect(value).toBeLessThanOrEqual(Math.max(...loads) + 1e-9);
        }
      }),
    );
  });

  it('never takes an unknown load for a rest day', () => {
    const days = Array.from({ length: 60 }, () => ({ load: 50, unknownS: 0 }));
    const missing = days.with(50, { load: 0, unknownS: 3600 });
    const held = loadOn(built(missing), civilDate(20_050));
    expect(held.load).toMatchObject({ reason: 'MISSING_INPUT' });
    expect(held.longTerm.value).toBeCloseTo(50, 9);
    const guessed = loadOn(built(missing, { loadPerHour: 70 }), civilDate(20_050));
    expect(guessed.load).toMatchObject({ value: 70, flags: ['estimated-load'] });
  });

  it('flags the first 42 days and looks back a day for the balance', () => {
    const days = Array.from({ length: 50 }, (_, i) => ({ load: i, unknownS: 0 }));
    const curve = built(days);
    expect(loadOn(curve, civilDate(20_041)).longTerm).toMatchObject({ flags: ['warming-up'] });
    expect(loadOn(curve, civilDate(20_042)).longTerm).toMatchObject({ flags: [] });
    const [yesterday, today] = [loadOn(curve, civilDate(20_044)), loadOn(curve, civilDate(20_045))];
    expect(today.balance.value).toBeCloseTo(
      (yesterday.longTerm.value ?? NaN) - (yesterday.recent.value ?? NaN),
      9,
    );
    const same = loadOn(built(days, { balance: 'same_day' }), civilDate(20_045));
    expect(same.balance.value).toBeCloseTo(
      (same.longTerm.value ?? NaN) - (same.recent.value ?? NaN),
      9,
    );
  });

  it('answers off the curve, on bad dates and on bad loads with a reason', () => {
    const curve = built([{ load: 1, unknownS: 0 }]);
    expect(loadOn(curve, '1989-11-20').load).toMatchObject({ reason: 'OUT_OF_RANGE' });
    expect(loadOn(curve, 'today').load).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(loadOn(curve, civilDate(20_000)).ramp).toMatchObject({ reason: 'TOO_SHORT' });
    expect(appendDay(curve, { load: NaN, unknownS: 0 })).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(correctDay(curve, 7, { load: 1, unknownS: 0 })).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
    expect(curve.length).toBe(1);
    expect(loadCurve({ firstDay: 1, days: [{ load: -1, unknownS: 0 }] })).toMatchObject({
      reason: 'INVALID_INPUT',
    });
    expect(rampPercentile(curve, civilDate(20_000))).toMatchObject({ reason: 'TOO_SHORT' });
  });

  it('steps from a stored row exactly as the curve does', () => {
    const days = Array.from({ length: 45 }, (_, i) => ({ load: (i * 37) % 90, unknownS: 0 }));
    const curve = built(days);
    const next = stepLoad(
      { longTerm: curve.longTerm[43]!, recent: curve.recent[43]! },
      days[44]!.load,
    );
    expect(next).toEqual({ longTerm: curve.longTerm[44], recent: curve.recent[44] });
  });
});

describe('daily loads', () => {
  const runs = fc.array(
    fc.record({
      date: fc.integer({ min: 19_000, max: 19_200 }).map(civilDate),
      load: fc.oneof(fc.constant(null), fc.double({ min: 0, max: 300, noNaN: true })),
      durationS: fc.integer({ min: 0, max: 20_000 }),
    }),
    { minLength: 1, maxLength: 40 },
  );
  it('do not depend on the order of the runs', () => {
    fc.assert(
      fc.property(runs, (list) => {
        expect(dailyLoads(list.toReversed())).toEqual(dailyLoads(list));
      }),
    );
  });
  it('keep rest days, and refuse a history no athlete has', () => {
    const run = (date: string) => ({ date, load: 10, durationS: 600 });
    expect(dailyLoads([run('2024-02-28'), run('2024-03-01')])).toMatchObject({
      days: [{ load: 10 }, { load: 0 }, { load: 10 }],
    });
    expect(dailyLoads([run('1823-01-01'), run('2024-03-01')])).toMatchObject({
      reason: 'OUT_OF_RANGE',
    });
    expect(dailyLoads([run('2023-02-29')])).toMatchObject({ reason: 'INVALID_INPUT' });
    expect(dailyLoads([])).toMatchObject({ reason: 'TOO_FEW' });
  });
});
