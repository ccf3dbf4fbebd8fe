import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { numbersIn } from '../test/a-stream.ts';
import { dayNumber } from './civil-date.ts';
import { civilDate } from './plan/calendar-day.ts';
import type { RecentRun } from './recent-training.ts';
import { suggestToday, type TodaySuggestion } from './today.ts';

const TODAY = '2026-05-20';
const NOW = dayNumber(TODAY) ?? 0;

function aRun(daysAgo: number, change: Partial<RecentRun> = {}): RecentRun {
  return {
    date: civilDate(NOW - daysAgo),
    distanceM: 8000,
    movingS: 2880,
    class: 'easy',
    hard: false,
    ...change,
  };
}

function suggestion(runs: RecentRun[], extra = {}): TodaySuggestion {
  const answer = suggestToday({ today: TODAY, runs, ...extra });
  if ('reason' in answer) throw new Error(answer.reason);
  return answer;
}

/** Four weeks of Mon easy, Wed hard, Fri easy, Sun long, counted back from a Wednesday; the last days may be left out. */
function habit(until: number): RecentRun[] {
  const runs: RecentRun[] = [];
  for (let week = 0; week < 5; week++)
    runs.push(
      aRun(7 * week + 2),
      aRun(7 * week + 7, { class: 'interval', hard: true }),
      aRun(7 * week + 5),
      aRun(7 * week + 3, { class: 'long', distanceM: 16_000, movingS: 5900, hard: true }),
    );
  return runs.filter(({ date }) => NOW - (dayNumber(date) ?? 0) >= until);
}

describe('what to run today', () => {
  it('has nothing to say without a run, after a year or on a bad date', () => {
    expect(suggestToday({ today: TODAY, runs: [] })).toMatchObject({ reason: 'TOO_FEW' });
    expect(suggestToday({ today: TODAY, runs: [aRun(500)] })).toMatchObject({ reason: 'TOO_OLD' });
    expect(suggestToday({ today: 'tomorrow', runs: [aRun(1)] })).toMatchObject({
      reason: 'INVALID_INPUT',
    });
  });

  it('suggests quality when it is due and nothing hard lies within 48 hours', () => {
    expect(suggestion(habit(2))).toMatchObject({ session: 'quality', rule: 'quality-due' });
  });

  it('keeps 72 hours from fifty on', () => {
    const runs = habit(2).filter(({ date }) => date !== civilDate(NOW - 3));
    const hardTwoDaysAgo = [...runs, aRun(2, { class: 'tempo', hard: true })];
    expect(suggestion(hardTwoDaysAgo, { age: 55 })).toMatchObject({ session: 'recovery' });
    expect(suggestion(hardTwoDaysAgo, { age: 30 }).session).not.toBe('recovery');
  });

  it('answers the day after a hard one with recovery', () => {
    const runs = [...habit(4), aRun(1, { class: 'tempo', hard: true })];
    expect(suggestion(runs)).toMatchObject({ session: 'recovery', rule: 'day-after-hard' });
  });

  it('rests when the run is done, after six days in a row and when the usual days are used up', () => {
    expect(suggestion([aRun(0), ...habit(2)])).toMatchObject({ rule: 'already-ran-today' });
    expect(suggestion([1, 2, 3, 4, 5, 6].map((ago) => aRun(ago)))).toMatchObject({
      session: 'rest',
      rule: 'days-in-a-row',
    });
    expect(suggestion([...habit(2), aRun(1), aRun(6)])).toMatchObject({ rule: 'usual-days-done' });
  });

  it('brings an athlete back gently', () => {
    const back = (missed: number) =>
      suggestion([0, 2, 4, 6, 8, 10].map((ago) => aRun(missed + 1 + ago)));
    expect(back(9)).toMatchObject({ session: 'return', distanceM: [4000, 5600] });
    expect(back(24)).toMatchObject({ session: 'return', distanceM: [2400, 4000] });
    expect(back(60)).toMatchObject({ session: 'return', distanceM: [2400, 4000] });
    const afterMonths = [2, 60, 62, 64, 66].map((ago) => aRun(ago, { distanceM: 3000 }));
    expect(suggestion(afterMonths)).toMatchObject({ rule: 'first-week-back' });
    const returned = (ago: number) => [ago, 21, 23, 25, 27].map((days) => aRun(days));
    expect(suggestion(returned(2))).toMatchObject({ session: 'return', rule: 'first-week-back' });
    expect(suggestion(returned(1))).toMatchObject({ rule: 'every-other-day-after-break' });
    const short = [1, 3, 11, 13, 15, 17].map((ago) => aRun(ago));
    expect(suggestion(short)).toMatchObject({ session: 'easy', rule: 'easy-only-after-break' });
  });

  it('offers nothing hard while the load has jumped or hardness is unknown', () => {
    const load = {
      longTerm: {
        value: 40,
        unit: 'load/day',
        range: null,
        quality: 'estimated',
        method: 'load-ewma/1',
        flags: [],
      },
      recent: {
        value: 60,
        unit: 'load/day',
        range: null,
        quality: 'estimated',
        method: 'load-ewma/1',
        flags: [],
      },
    };
    expect(suggestion(habit(2), { load }).session).toBe('easy');
    const unknown = habit(2).map((run, i) => (i === 0 ? { ...run, hard: null } : run));
    expect(suggestion(unknown).session).toBe('easy');
  });

  it('reads a hundred thousand runs', () => {
    const runs = Array.from({ length: 100_000 }, (_, i) => aRun(1 + (i % 300)));
    expect(suggestion(runs)).toMatchObject({ session: 'rest' });
  });

  it('suggests no run on top of an injury or illness, and nothing hard or long while recovering', () => {
    for (const until of [1, 2, 3, 5]) {
      const history = habit(until);
      expect(suggestion(history, { health: 'injured_or_ill' })).toMatchObject({
        session: 'rest',
        distanceM: null,
        rule: 'noted-injury-or-illness',
      });
      expect(['long', 'quality']).not.toContain(
        suggestion(history, { health: 'recovering' }).session,
      );
    }
    expect(suggestion(habit(3), { health: 'recovering' })).toMatchObject({
      session: 'easy',
      rule: 'easy-while-recovering',
    });
    expect(suggestion(habit(3), { health: null })).toEqual(suggestion(habit(3)));
  });

  it('keeps every guard for any history', () => {
    const runs = fc.array(
      fc.record({
        ago: fc.integer({ min: -5, max: 400 }),
        distanceM: fc.oneof(
          fc.integer({ min: 500, max: 60_000 }),
          fc.constantFrom(NaN, -1, 0, 1e12),
        ),
        movingS: fc.oneof(fc.integer({ min: 200, max: 20_000 }), fc.constantFrom(NaN, 0)),
        hard: fc.constantFrom(true, false, null),
        class: fc.constantFrom('easy' as const, 'long' as const, 'interval' as const, null),
      }),
      { maxLength: 60 },
    );
    fc.assert(
      fc.property(runs, (list) => {
        const history = list.map(({ ago, ...rest }) => ({ ...rest, date: civilDate(NOW - ago) }));
        const answer = suggestToday({ today: TODAY, runs: history });
        expect(numbersIn(answer).every(Number.isFinite)).toBe(true);
        expect(suggestToday({ today: TODAY, runs: history.toReversed() })).toEqual(answer);
        if ('reason' in answer || answer.distanceM === null) return;
        const usable = list.filter(
          ({ ago, distanceM, movingS }) =>
            ago > 0 && ago <= 30 && distanceM > 0 && distanceM < 1e6 && movingS > 0,
        );
        const longest = Math.max(...usable.map(({ distanceM }) => distanceM));
        const [low, high] = answer.distanceM;
        expect(low).toBeLessThanOrEqual(high);
        expect(high).toBeLessThanOrEqual(usable.length > 0 ? 1.1 * longest + 0.5 : 5000);
        const hardDays = usable.filter(({ hard }) => hard === true).map(({ ago }) => ago);
        const isHard = answer.session === 'quality' || answer.session === 'long';
        expect(isHard ? Math.min(99, ...hardDays) : 99).toBeGreaterThanOrEqual(2);
      }),
      { numRuns: 500 },
    );
  });
});
