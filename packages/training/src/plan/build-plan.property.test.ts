import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PLAN_RUNS, planInputs, shiftDays } from '../../test/plan-arbitrary.ts';
import { brokenInvariants } from '../../test/plan-invariants.ts';
import { buildPlan } from './build-plan.ts';
import type { PlanInput } from './plan-input.ts';

const TIMEOUT_MS = 60_000;

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
          const plan = buildPlan(input).value;
          if (plan === null) return;
          plans++;
          expect(brokenInvariants(plan)).toEqual([]);
        }),
        PLAN_RUNS,
      );
      expect(plans).toBeGreaterThan(PLAN_RUNS.numRuns / 2);
    },
    TIMEOUT_MS,
  );
});

describe('P12', () => {
  it(
    'same bytes for permuted lists; shifting by weeks only shifts',
    () => {
      const draws = fc.tuple(
        planInputs({ interruptions: true }),
        fc.integer({ min: -60, max: 60 }),
      );
      fc.assert(
        fc.property(draws, ([input, weeks]) => {
          const permuted = {
            ...input,
            availableDays: [...input.availableDays.toReversed(), ...input.availableDays],
            flags: input.flags.toReversed(),
            interruptions: input.interruptions.toReversed(),
          };
          const shifted = JSON.stringify(buildPlan(shiftInput(permuted, 7 * weeks)));
          expect(shifted).toBe(shiftText(JSON.stringify(buildPlan(input)), 7 * weeks));
        }),
        PLAN_RUNS,
      );
    },
    TIMEOUT_MS,
  );
});
