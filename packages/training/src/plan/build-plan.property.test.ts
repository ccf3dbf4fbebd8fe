import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { planInputs } from '../../test/plan-arbitrary.ts';
import { brokenInvariants } from '../../test/plan-invariants.ts';
import { dayNumber } from '../civil-date.ts';
import { MILE_M } from '../distances.ts';
import { buildPlan } from './build-plan.ts';
import { civilDate } from './calendar-day.ts';
import { PLAN_RED_FLAGS, type PlanInput } from './plan-input.ts';
import type { Plan } from './plan.ts';

const RUNS = {
  numRuns: Number(globalThis.process?.env['N'] ?? 2_000),
  seed: Number(globalThis.process?.env['S'] ?? 20_261_120),
};
const TIMEOUT_MS = 60_000;

function planOf(input: PlanInput): Plan | null {
  return buildPlan(input).value;
}

/** Checks a pair of plans, one per input; pairs with a refusal say nothing. */
function comparePlans(
  change: (input: PlanInput, size: number) => PlanInput,
  check: (before: Plan, after: Plan) => void,
): void {
  const draws = fc.tuple(planInputs({ interruptions: false }), fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(draws, ([drawn, size]) => {
      // The three-week taper switches on a threshold of the peak: weeks on either side of it do not compare.
      const input = { ...drawn, longTaper: false };
      const before = planOf(input);
      const after = before && planOf(change(input, size));
      if (before && after) check(before, after);
    }),
    RUNS,
  );
}

function peakM(plan: Plan): number {
  return Math.max(...plan.weeks.map(({ metres }) => metres));
}

function shiftDays(date: string, days: number): string {
  return civilDate((dayNumber(date) ?? 0) + days);
}

function shiftInput(input: PlanInput, days: number): PlanInput {
  return {
    ...input,
    start: shiftDays(input.start, days),
    goal: { ...input.goal, raceDate: shiftDays(input.goal.raceDate, days) },
    interruptions: input.interruptions.map((each) => ({
      ...each,
      from: shiftDays(each.from, days),
      to: shiftDays(each.to, days),
    })),
  };
}

/** All dates of a plan moved, found by their form, whatever field holds them. */
function shiftText(text: string, days: number): string {
  return text.replaceAll(/\d{4}-\d{2}-\d{2}/g, (date) => shiftDays(date, days));
}

describe.each([{ interruptions: false }, { interruptions: true }])('every plan, %j', (shape) => {
  it(
    'keeps P1–P11 and P14',
    () => {
      let plans = 0;
      fc.assert(
        fc.property(planInputs(shape), (input) => {
          const plan = planOf(input);
          if (plan === null) return;
          plans++;
          expect(brokenInvariants(plan)).toEqual([]);
        }),
        RUNS,
      );
      expect(plans).toBeGreaterThan(RUNS.numRuns / 2);
    },
    TIMEOUT_MS,
  );

  it(
    'P12: same bytes for the same input and for permuted lists; shifting by weeks only shifts',
    () => {
      const draws = fc.tuple(planInputs(shape), fc.integer({ min: -60, max: 60 }));
      fc.assert(
        fc.property(draws, ([input, weeks]) => {
          const bytes = JSON.stringify(buildPlan(input));
          const permuted = {
            ...input,
            availableDays: [...input.availableDays.toReversed(), ...input.availableDays],
            flags: input.flags.toReversed(),
            interruptions: input.interruptions.toReversed(),
          };
          expect(JSON.stringify(buildPlan(permuted))).toBe(bytes);
          const shifted = JSON.stringify(buildPlan(shiftInput(input, 7 * weeks)));
          expect(shifted).toBe(shiftText(bytes, 7 * weeks));
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );
});

describe('P13', () => {
  it(
    'more weeks never lower the peak',
    () => {
      comparePlans(
        (input, weeks) => ({
          ...input,
          goal: { ...input.goal, raceDate: shiftDays(input.goal.raceDate, 7 * weeks) },
        }),
        (before, after) => expect(peakM(after)).toBeGreaterThanOrEqual(peakM(before) - 2),
      );
    },
    TIMEOUT_MS,
  );

  it(
    'a larger base never lowers the peak',
    () => {
      comparePlans(
        (input, size) => ({ ...input, baseM: Math.round(input.baseM * (1 + size / 40)) }),
        (before, after) => expect(peakM(after)).toBeGreaterThanOrEqual(peakM(before) - 2),
      );
    },
    TIMEOUT_MS,
  );

  it(
    'a limit of minutes never raises any week',
    () => {
      comparePlans(
        (input, size) => ({
          ...input,
          limits: {
            weekS: Math.min(input.limits.weekS ?? Infinity, 3_600 + size * 1_800),
            sessionS: input.limits.sessionS,
          },
        }),
        (before, after) => {
          for (const [index, week] of after.weeks.entries())
            expect(week.metres).toBeLessThanOrEqual((before.weeks[index]?.metres ?? 0) + 2);
        },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'a session limit never raises any week',
    () => {
      comparePlans(
        (input, size) => ({
          ...input,
          limits: {
            weekS: input.limits.weekS,
            sessionS: Math.min(input.limits.sessionS ?? Infinity, 1_200 + size * 600),
          },
        }),
        (before, after) => {
          for (const [index, week] of after.weeks.entries())
            expect(week.metres).toBeLessThanOrEqual((before.weeks[index]?.metres ?? 0) + 2);
        },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'an injury or illness flag never raises any week and leaves no hard session but the long run',
    () => {
      comparePlans(
        (input, size) => ({ ...input, flags: [...input.flags, size % 2 ? 'injury' : 'illness'] }),
        (before, after) => {
          for (const [index, week] of after.weeks.entries()) {
            expect(week.metres).toBeLessThanOrEqual((before.weeks[index]?.metres ?? 0) + 2);
            expect(week.sessions.map(({ slot }) => slot)).not.toContain('quality');
          }
        },
      );
    },
    TIMEOUT_MS,
  );

  it(
    'age 50 and over never raises peak, total or longest run',
    () => {
      const total = (plan: Plan) => plan.weeks.reduce((sum, { metres }) => sum + metres, 0);
      const longest = (plan: Plan) => Math.max(...plan.weeks.map(({ longRunM }) => longRunM));
      comparePlans(
        (input, size) => ({ ...input, age: input.age < 50 ? 49 + size : input.age }),
        (before, after) => {
          if (before.input.age >= 50) return;
          expect(peakM(after)).toBeLessThanOrEqual(peakM(before) + 2);
          expect(total(after)).toBeLessThanOrEqual(total(before) + 2 * before.weeks.length);
          expect(longest(after)).toBeLessThanOrEqual(longest(before));
        },
      );
    },
    TIMEOUT_MS,
  );
});

describe('input at the edge', () => {
  it(
    'P15: a detour of every distance and pace through miles changes nothing',
    () => {
      const detour = (value: number) => (value / MILE_M) * MILE_M;
      const detourPace = (pace: number) => (pace * 1.609344) / 1.609344;
      comparePlans(
        (input) => ({
          ...input,
          baseM: detour(input.baseM / 1000) * 1000,
          longestM: detour(input.longestM / 1000) * 1000,
          easyPaceSPerKm: input.easyPaceSPerKm === null ? null : detourPace(input.easyPaceSPerKm),
          paces: input.paces && {
            easy: [detourPace(input.paces.easy[0]), detourPace(input.paces.easy[1])],
            marathon: detourPace(input.paces.marathon),
            threshold: detourPace(input.paces.threshold),
            interval: detourPace(input.paces.interval),
            repetition: detourPace(input.paces.repetition),
          },
        }),
        (before, after) => expect(JSON.stringify(after)).toBe(JSON.stringify(before)),
      );
    },
    TIMEOUT_MS,
  );

  it(
    'P16: anything at all is answered with a plan or a typed reason, never an exception',
    () => {
      const keys = [
        'goal',
        'start',
        'baseM',
        'longestM',
        'availableDays',
        'longRunDay',
        'runsPerWeek',
        'limits',
        'paces',
        'easyPaceSPerKm',
        'thresholdHeartRate',
        'level',
        'age',
        'flags',
        'interruptions',
        'longTaper',
      ];
      const hostile = fc.oneof(
        fc.anything(),
        fc
          .tuple(planInputs({ interruptions: true }), fc.constantFrom(...keys), fc.anything())
          .map(([input, key, value]) => ({ ...input, [key]: value })),
        fc
          .tuple(
            planInputs({ interruptions: true }),
            fc.constantFrom(
              'baseM',
              'longestM',
              'age',
              'easyPaceSPerKm',
              'runsPerWeek',
              'thresholdHeartRate',
            ),
            fc.double(),
          )
          .map(([input, key, value]) => ({ ...input, [key]: value })),
      );
      fc.assert(
        fc.property(hostile, (input) => {
          const answer = buildPlan(input as PlanInput);
          if (answer.value === null) {
            expect(answer.reason).toMatch(/^[A-Z_]+$/);
            expect(Object.keys(answer).toSorted()).toEqual([
              'alternatives',
              'detail',
              'reason',
              'value',
            ]);
          } else expect(brokenInvariants(answer.value)).toEqual([]);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    'P18: minors and red flags get no plan, whatever else is asked',
    () => {
      const draws = fc.tuple(
        planInputs({ interruptions: true }),
        fc.constantFrom(...PLAN_RED_FLAGS, 'minor' as const),
        fc.integer({ min: 0, max: 17 }),
      );
      fc.assert(
        fc.property(draws, ([input, flag, age]) => {
          const refused =
            flag === 'minor' ? { ...input, age } : { ...input, flags: [...input.flags, flag] };
          expect(buildPlan(refused)).toMatchObject({ value: null, reason: 'RED_FLAG' });
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );
});
