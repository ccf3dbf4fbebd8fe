import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { comparePlans } from '../../test/compare-plans.ts';
import { PLAN_RUNS, planInputs } from '../../test/plan-arbitrary.ts';
import { brokenInvariants } from '../../test/plan-invariants.ts';
import { MILE_M } from '../distances.ts';
import { buildPlan } from './build-plan.ts';
import { PLAN_RED_FLAGS, type PlanInput } from './plan-input.ts';

const TIMEOUT_MS = 60_000;

/** What is wrong with an answer: a broken invariant, or a refusal that is not exactly a typed reason. */
function brokenAnswer(answer: ReturnType<typeof buildPlan>): string[] {
  if (answer.value !== null) return brokenInvariants(answer.value);
  const keys = Object.keys(answer).toSorted().join(' ');
  const typed = /^[A-Z_]+$/.test(answer.reason) && keys === 'alternatives detail reason value';
  return typed ? [] : [keys];
}

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
          expect(brokenAnswer(buildPlan(input as PlanInput))).toEqual([]);
        }),
        PLAN_RUNS,
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
        PLAN_RUNS,
      );
    },
    TIMEOUT_MS,
  );
});
