import { createBreaker } from './breaker.ts';
import type { ModelProvider } from './model-provider.ts';
import { maxCallsOf, type Line } from './model-step.ts';

/** The operator's order of providers, each with a breaker that lives as long as the process. */
export function lineUp(providers: readonly ModelProvider[], clock = monotonic): Line[] {
  return providers.map((provider, place) => ({
    provider,
    breaker: createBreaker(clock),
    maxCalls: maxCallsOf(place),
  }));
}

function monotonic(): number {
  return performance.now();
}
