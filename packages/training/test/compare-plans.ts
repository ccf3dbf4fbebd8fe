import fc from 'fast-check';
import { buildPlan } from '../src/plan/build-plan.ts';
import type { PlanInput } from '../src/plan/plan-input.ts';
import type { Plan } from '../src/plan/plan.ts';
import { PLAN_RUNS, planInputs } from './plan-arbitrary.ts';

const plans = new Map<string, Plan | null>();

/** Comparisons draw the same athletes, because they share the seed: their plans are built once. */
function planOf(input: PlanInput): Plan | null {
  const key = JSON.stringify(input);
  const known = plans.get(key);
  if (known !== undefined) return known;
  const plan = buildPlan(input).value;
  plans.set(key, plan);
  return plan;
}

/** Checks a pair of plans, one per input; pairs with a refusal say nothing. */
export function comparePlans(
  change: (input: PlanInput, size: number) => PlanInput,
  check: (before: Plan, after: Plan) => void,
): void {
  const draws = fc.tuple(planInputs({ interruptions: false }), fc.integer({ min: 1, max: 20 }));
  fc.assert(
    fc.property(draws, ([drawn, size]) => {
      // The three-week taper switches on a threshold of the peak: weeks on either side of it do not compare.
      const input = { ...drawn, longTaper: false };
      const before = planOf(input);
      const after = before && buildPlan(change(input, size)).value;
      if (before && after) check(before, after);
    }),
    PLAN_RUNS,
  );
}
