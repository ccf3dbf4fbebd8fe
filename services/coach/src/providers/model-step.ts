import { setTimeout as sleep } from 'node:timers/promises';
import type { Breaker, CallOutcome } from './breaker.ts';
import type { ModelEvent, ModelProvider, ModelRequest } from './model-provider.ts';
import { runAttempt, type AttemptDeps, type AttemptRecord } from './run-attempt.ts';
import { UpstreamError } from './upstream-error.ts';

export type StepDeps = Omit<AttemptDeps, 'onAttempt'> & {
  /** 0 ≤ n < 1 */
  random: () => number;
  /** Called once per upstream call, before the next one starts. */
  onCall: (record: AttemptRecord & { step: number; attempt: number }) => void;
};

/** A provider with its health and its place in the operator's order. */
export type Line = { provider: ModelProvider; breaker: Breaker; maxCalls: number };

export type Step = {
  /** 1 is the question, every further one has been through the tools once more. */
  number: number;
  request: ModelRequest;
  /** On the clock of `performance.now()`. */
  deadline: number;
  /** Asked before every upstream call: is this much still reserved? */
  canAfford: () => boolean;
};

/** At most three upstream calls per step over all providers: two of the first, one of the second. */
export function maxCallsOf(place: number): number {
  return place === 0 ? 2 : 1;
}

/**
 * One step of an answer with one provider: text and tool calls, then an `end` with `stop`, `tools` or
 * `malformed_call`. Repeats a call only while no content came and only what failed fast; a timeout has used up its
 * patience already. Any throw before the first text or tool call means: the next responder.
 */
export async function* modelStep(
  deps: StepDeps,
  line: Line,
  step: Step,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  for (let attempt = 1; ; attempt += 1) {
    const failure = yield* once(deps, line, step, attempt, signal);
    if (failure === undefined) return;
    const waitMs = attempt < line.maxCalls ? retryIn(deps, failure) : undefined;
    if (waitMs === undefined) throw failure;
    await sleep(waitMs, undefined, { signal }).catch(() => undefined);
    signal.throwIfAborted();
  }
}

/** One call. Returns the failure that a retry may mend; throws every other. */
async function* once(
  deps: StepDeps,
  { provider, breaker }: Line,
  step: Step,
  attempt: number,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent, UpstreamError | undefined> {
  signal.throwIfAborted();
  if (step.deadline - performance.now() < deps.timings.leastLeft) {
    throw new UpstreamError('out_of_time', 'the turn is nearly over');
  }
  if (!step.canAfford()) throw new UpstreamError('out_of_budget', 'the reservation is used up');
  const pass = breaker.enter();
  if (!pass) throw new UpstreamError('breaker_open', `${provider.name} is being left alone`);
  let outcome: CallOutcome = { is: 'void' };
  let began = false;
  try {
    const attemptDeps = {
      ...deps,
      onAttempt(record: AttemptRecord) {
        began = record.firstContentMs !== null;
        deps.onCall({ ...record, step: step.number, attempt });
      },
    };
    for await (const event of runAttempt(attemptDeps, provider, step.request, signal)) {
      if (event.t === 'end') {
        outcome = { is: 'success' };
        if (event.reason === 'length') {
          throw new UpstreamError('output_limit', 'the model ran out of tokens');
        }
        if (event.reason === 'filter') {
          throw new UpstreamError('content_filter', 'the provider withheld the answer');
        }
      }
      yield event;
    }
    return undefined;
  } catch (error) {
    if (signal.aborted || !(error instanceof UpstreamError)) throw error;
    if (outcome.is === 'void') outcome = outcomeOf(error);
    if (began || !error.retryable) throw error;
    return error;
  } finally {
    pass.settle(outcome);
  }
}

/** What a failed call says about the provider's health. */
function outcomeOf(error: UpstreamError): CallOutcome {
  switch (error.code) {
    case 'rate_limited':
      return error.retryAfterMs === undefined
        ? { is: 'failure' }
        : { is: 'limited', waitMs: error.retryAfterMs };
    case 'connect_timeout':
    case 'first_token_timeout':
    case 'idle_timeout':
    case 'unreachable':
    case 'upstream_error':
    case 'upstream_truncated':
      return { is: 'failure' };
    case 'output_limit':
    case 'content_filter':
      return { is: 'success' };
    case 'rejected':
    case 'breaker_open':
    case 'out_of_time':
    case 'out_of_budget':
      return { is: 'void' };
  }
}

/** Undefined: not at all. */
function retryIn({ timings, random }: StepDeps, error: UpstreamError): number | undefined {
  const waitMs = error.retryAfterMs ?? timings.retryPause;
  if (waitMs > timings.longestRetryAfter) return undefined;
  return waitMs + timings.retryJitter * random();
}
