import { describe, expect, it } from '@jest/globals';
import { comparePlans } from '../../test/compare-plans.ts';
import { shiftDays } from '../../test/plan-arbitrary.ts';
import type { Plan } from './plan.ts';

const TIMEOUT_MS = 60_000;

function peakM(plan: Plan): number {
  return Math.max(...plan.weeks.map(({ metres }) => metres));
}

/** Weeks with more in the second plan; volumes are rounded down, hence the two metres. */
function raisedWeeks(before: Plan, after: Plan): number[] {
  return after.weeks
    .filter(({ index, metres }) => metres > (before.weeks[index]?.metres ?? 0) + 2)
    .map(({ index }) => index);
}

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
          expect(raisedWeeks(before, after)).toEqual([]);
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
          expect(raisedWeeks(before, after)).toEqual([]);
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
          expect(raisedWeeks(before, after)).toEqual([]);
          const slots = after.weeks.flatMap(({ sessions }) => sessions.map(({ slot }) => slot));
          expect(slots.includes('quality')).toBe(false);
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
