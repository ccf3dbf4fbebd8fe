import { describe, expect, it } from '@jest/globals';
import { stepLoad } from '@evensplit/training';
import fc from 'fast-check';
import { addDays } from '../store/civil-time.ts';
import { loadRows, type LoadedRun } from './load-rows.ts';

const someRun = fc.record({
  day: fc.integer({ min: 0, max: 120 }).map((n) => addDays('2026-01-01', n)),
  load: fc.option(fc.double({ min: 0, max: 300, noNaN: true }), { nil: null, freq: 5 }),
  durationS: fc.integer({ min: 60, max: 20_000 }),
  distanceM: fc.integer({ min: 0, max: 50_000 }),
});

describe('loadRows', () => {
  it('has one row per civil day, each one step from the day before, in whatever order the runs come', () => {
    fc.assert(
      fc.property(
        fc.array(someRun, { minLength: 1, maxLength: 60 }),
        fc.integer(),
        (runs, seed) => {
          const rows = loadRows(runs, 'pace-load');
          const days = runs.map((run) => run.day).toSorted();
          expect(rows[0]?.day).toBe(days[0]);
          expect(rows.at(-1)?.day).toBe(days.at(-1));
          for (let k = 1; k < rows.length; k++) {
            const [before, row] = [rows[k - 1], rows[k]];
            if (!before || !row) throw new Error('a day is missing');
            expect(row.day).toBe(addDays(before.day, 1));
            expect(row.balance).toBe(before.longTerm - before.recent);
            if (row.estimated) continue;
            expect(row.longTerm).toBe(stepLoad(before, row.load).longTerm);
            expect(row.recent).toBe(stepLoad(before, row.load).recent);
          }
          expect(rows.map((row) => row.warmingUp)).toEqual(rows.map((_row, k) => k < 42));
          const shuffled = runs.toSorted(
            (a, b) => ((a.durationS * seed) % 97) - ((b.durationS * seed) % 97),
          );
          expect(loadRows(shuffled, 'pace-load')).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('counts what was run, also on days whose load is not known', () => {
    const known: LoadedRun[] = Array.from({ length: 5 }, (_, i) => ({
      day: addDays('2026-03-01', i),
      load: 50,
      durationS: 3600,
      distanceM: 10_000,
    }));
    const unknown = { day: '2026-03-06', load: null, durationS: 1800, distanceM: 5000 };
    const last = loadRows([...known, unknown], 'pace-load').at(-1);
    expect(last).toMatchObject({
      load: 25,
      estimated: true,
      runs: 1,
      distanceM: 5000,
      movingS: 1800,
    });
    const held = loadRows([...known.slice(0, 2), unknown], 'pace-load').at(-1);
    expect(held).toMatchObject({ load: 0, estimated: true, runs: 1 });
  });

  it('gives no curve without a method, and no place to a watch that never knew the date', () => {
    const run = { day: '2026-03-01', load: 50, durationS: 3600, distanceM: 10_000 };
    expect(loadRows([run], null)).toEqual([]);
    expect(loadRows([run, { ...run, day: '1989-12-31' }], 'pace-load')).toHaveLength(1);
  });
});
