import { describe, expect, it } from '@jest/globals';
import { aPlanInput, pacesOfIndex } from '../../test/plan-arbitrary.ts';
import { isNone } from '../result.ts';
import { buildPlan } from './build-plan.ts';
import type { PlanInput } from './plan-input.ts';
import type { Plan } from './plan.ts';

function planOf(change: Partial<PlanInput> = {}): Plan {
  const built = buildPlan(aPlanInput(change));
  if (isNone(built)) throw new Error(built.detail);
  return built.value;
}

function alternativesOf(change: Partial<PlanInput>): string[] {
  const built = buildPlan(aPlanInput(change));
  const list = isNone(built)
    ? built.alternatives
    : built.value.warnings.flatMap(({ alternatives }) => alternatives);
  return list.map((way) => Object.values(way).join(' '));
}

describe('buildPlan', () => {
  it('lays the reference curve into sessions', () => {
    const plan = planOf();
    expect(plan.phases.map(({ phase, weeks }) => `${phase} ${weeks}`)).toEqual([
      'base 6',
      'build 5',
      'peak 3',
      'taper 2',
    ]);
    expect(plan.weeks.map(({ metres }) => Math.round(metres / 1000))).toEqual([
      50, 52, 55, 44, 58, 60, 63, 51, 66, 69, 73, 58, 76, 80, 56, 25,
    ]);
    const first = plan.weeks[0]?.sessions.map(({ date, workout }) => `${date} ${workout}`);
    expect(first).toEqual([
      '2026-01-06 easy-strides',
      '2026-01-07 hills',
      '2026-01-08 recovery',
      '2026-01-10 easy',
      '2026-01-11 long',
    ]);
  });

  it('prescribes pace where it is known, else heart rate, else effort', () => {
    const targets = (change: Partial<PlanInput>) =>
      new Set(
        planOf(change)
          .weeks.flatMap(({ sessions }) => sessions)
          .filter(({ workout }) => workout === 'cruise' || workout === 'easy')
          .flatMap(({ segments }) => segments)
          .flatMap((segment) => (segment.kind === 'repeat' ? segment.steps : [segment]))
          .map(({ target }) => target.by),
      );
    expect(targets({})).toEqual(new Set(['pace']));
    const unpaced = { paces: null, easyPaceSPerKm: 340, thresholdHeartRate: 170 };
    expect(targets(unpaced)).toEqual(new Set(['heart-rate']));
    expect(targets({ ...unpaced, thresholdHeartRate: null })).toEqual(new Set(['effort']));
    expect(targets({ ...unpaced, flags: ['heart-rate-medication'] })).toEqual(new Set(['effort']));
  });

  it('ends on a Monday race with one stretched last week', () => {
    const plan = planOf({ goal: { distance: 'marathon', raceDate: '2026-04-20' } });
    expect(plan.weeks).toHaveLength(15);
    expect(plan.weeks.at(-1)).toMatchObject({ start: '2026-04-13', end: '2026-04-20' });
  });

  it('gives novices strides only in base and keeps 72 hours from age 50', () => {
    const base = planOf({ level: 'novice' }).weeks.filter(({ phase }) => phase === 'base');
    const slots = base.flatMap(({ sessions }) => sessions.map(({ slot }) => slot));
    expect(slots).not.toContain('quality');
    const masters = planOf({ age: 55 }).weeks[6]?.sessions.filter(({ hard }) => hard);
    expect(masters?.map(({ date }) => date)).toEqual(['2026-02-18', '2026-02-22']);
  });

  it('comes back from an injury over the walk-run ladder', () => {
    const plan = planOf({
      interruptions: [{ kind: 'injured', from: '2026-01-19', to: '2026-02-01' }],
    });
    const workouts = plan.weeks[4]?.sessions.map(({ workout }) => workout) ?? [];
    expect(new Set(workouts)).toEqual(new Set(['walk-run']));
    expect(plan.weeks[2]?.sessions).toEqual([]);
  });

  it('offers ways out instead of a fantasy', () => {
    expect(alternativesOf({ goal: { distance: 'marathon', raceDate: '2026-01-18' } })).toEqual([
      'later-race 2026-01-25',
      'shorter-race 10k',
    ]);
    expect(alternativesOf({ baseM: 0 })).toEqual(['base-plan 8']);
    expect(alternativesOf({ availableDays: [6, 7] })).toEqual(['more-days 3']);
    const small = { baseM: 30_000, longestM: 12_000, paces: pacesOfIndex(35) };
    const found = alternativesOf({
      ...small,
      goal: { distance: 'marathon', raceDate: '2026-02-15' },
    });
    expect(found.map((way) => way.split(' ')[0])).toEqual([
      'later-race',
      'shorter-race',
      'run-walk-finish',
    ]);
  });

  it.each([
    [{ start: '2026-01-06' }, 'INVALID_INPUT'],
    [{ start: '2026-02-30' }, 'INVALID_INPUT'],
    [{ longRunDay: 1 as const }, 'INVALID_INPUT'],
    [{ paces: null }, 'MISSING_INPUT'],
    [{ age: 17 }, 'RED_FLAG'],
    [{ flags: ['pregnant' as const] }, 'RED_FLAG'],
    [{ baseM: 2_000 }, 'NO_BASELINE'],
    [{ availableDays: [6 as const, 7 as const] }, 'NOT_ENOUGH_DAYS'],
    [{ goal: { distance: 'marathon' as const, raceDate: '2027-06-06' } }, 'OUT_OF_RANGE'],
  ])('answers %j with %s and no plan', (change, reason) => {
    expect(buildPlan(aPlanInput(change))).toMatchObject({ value: null, reason });
  });
});
