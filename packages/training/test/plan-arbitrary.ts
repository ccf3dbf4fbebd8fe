import fc from 'fast-check';
import { dayNumber } from '../src/civil-date.ts';
import { civilDate, type Weekday } from '../src/plan/calendar-day.ts';
import { GOAL_DISTANCES, LEVELS } from '../src/plan/goal-table.ts';
import { INTERRUPTION_KINDS, type Interruption, type PlanInput } from '../src/plan/plan-input.ts';
import { trainingPaces } from '../src/training-paces.ts';

const FIRST_MONDAY = dayNumber('2026-01-05') ?? 0;
const WEEKDAYS: Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** Paces of a pace index as the plan takes them: bare s/km. */
export function pacesOfIndex(index: number): PlanInput['paces'] {
  const paces = trainingPaces(index);
  if ('reason' in paces) throw new Error(paces.detail);
  const { easy, marathon, threshold, interval, repetition } = paces;
  return {
    easy,
    marathon: marathon.value,
    threshold: threshold.value,
    interval: interval.value,
    repetition: repetition.value,
  };
}

/** Every plan property runs on this many athletes; a fixed seed makes a failure anybody's failure. */
export const PLAN_RUNS = { numRuns: 2_000, seed: 20_261_120 };

/** A civil date some days later or earlier. */
export function shiftDays(date: string, days: number): string {
  return civilDate((dayNumber(date) ?? 0) + days);
}

type DrawnBreak = { kind: Interruption['kind']; from: number; length: number };

function interruptionAt(start: number, { kind, from, length }: DrawnBreak): Interruption {
  return { kind, from: civilDate(start + from), to: civilDate(start + from + length - 1) };
}

export type PlanShape = { interruptions: boolean };

/** Any athlete and goal the plan engine may meet: most are feasible, some are refused; whole metres, as a database gives them. */
export function planInputs({ interruptions }: PlanShape): fc.Arbitrary<PlanInput> {
  return fc
    .record({
      distance: fc.constantFrom(...GOAL_DISTANCES),
      startWeek: fc.integer({ min: 0, max: 60 }),
      days: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 20, max: 180 }) },
        { weight: 1, arbitrary: fc.integer({ min: -10, max: 380 }) },
      ),
      baseM: fc.oneof(
        { weight: 6, arbitrary: fc.integer({ min: 8_000, max: 90_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: 0, max: 200_000 }) },
        { weight: 1, arbitrary: fc.integer({ min: 3_000, max: 20_000 }) },
      ),
      longShare: fc.oneof(
        { weight: 5, arbitrary: fc.double({ min: 0.15, max: 0.7, noNaN: true }) },
        { weight: 1, arbitrary: fc.constantFrom(0, 0.02, 1.5) },
      ),
      available: fc.subarray(WEEKDAYS, { minLength: 3 }),
      pick: fc.nat(100),
      runsPerWeek: fc.option(fc.integer({ min: 3, max: 7 }), { freq: 2 }),
      sessionMin: fc.option(fc.integer({ min: 20, max: 240 }), { freq: 2 }),
      weekMin: fc.option(fc.integer({ min: 60, max: 900 }), { freq: 2 }),
      index: fc.option(fc.integer({ min: 25, max: 75 }), { freq: 4 }),
      easyPaceSPerKm: fc.integer({ min: 240, max: 560 }),
      observed: fc.boolean(),
      thresholdHeartRate: fc.option(fc.integer({ min: 130, max: 195 })),
      level: fc.constantFrom(...LEVELS),
      age: fc.integer({ min: 18, max: 80 }),
      flags: fc.oneof(
        { weight: 8, arbitrary: fc.constant([]) },
        {
          weight: 1,
          arbitrary: fc.subarray(['injury', 'illness', 'heart-rate-medication'] as const),
        },
      ),
      breaks: interruptions
        ? fc.array(
            fc.record({
              kind: fc.constantFrom(...INTERRUPTION_KINDS),
              from: fc.integer({ min: -40, max: 150 }),
              length: fc.oneof(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 15, max: 60 })),
            }),
            { maxLength: 3 },
          )
        : fc.constant<DrawnBreak[]>([]),
      longTaper: fc.boolean(),
    })
    .map((draw) => {
      const start = FIRST_MONDAY + 7 * draw.startWeek;
      const paces = draw.index === null ? null : pacesOfIndex(draw.index);
      const longRunDay = draw.available[draw.pick % draw.available.length] ?? 7;
      return {
        goal: { distance: draw.distance, raceDate: civilDate(start + draw.days) },
        start: civilDate(start),
        baseM: draw.baseM,
        longestM: Math.round(draw.longShare * draw.baseM),
        availableDays: draw.available,
        longRunDay,
        runsPerWeek: draw.runsPerWeek,
        limits: {
          sessionS: draw.sessionMin === null ? null : draw.sessionMin * 60,
          weekS: draw.weekMin === null ? null : draw.weekMin * 60,
        },
        paces,
        easyPaceSPerKm: paces !== null && !draw.observed ? null : draw.easyPaceSPerKm,
        thresholdHeartRate: draw.thresholdHeartRate,
        level: draw.level,
        age: draw.age,
        flags: [...draw.flags],
        interruptions: draw.breaks.map((each) => interruptionAt(start, each)),
        longTaper: draw.longTaper,
      };
    });
}

/** An ordinary athlete: marathon in 16 weeks from 50 km, five days, Sunday long run, index 50. */
export function aPlanInput(change: Partial<PlanInput> = {}): PlanInput {
  return {
    goal: { distance: 'marathon', raceDate: '2026-04-26' },
    start: '2026-01-05',
    baseM: 50_000,
    longestM: 18_000,
    availableDays: [2, 3, 4, 6, 7],
    longRunDay: 7,
    runsPerWeek: null,
    limits: { sessionS: null, weekS: null },
    paces: pacesOfIndex(50),
    easyPaceSPerKm: null,
    thresholdHeartRate: null,
    level: 'inter',
    age: 35,
    flags: [],
    interruptions: [],
    longTaper: false,
    ...change,
  };
}
