import type { CoachDb } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import type { Log } from '@evensplit/platform/log';
import { UpstreamError, turnErrorCodeOf } from '../providers/upstream-error.ts';
import type { ProviderTimings } from '../providers/provider-timings.ts';
import {
  ResponderFailure,
  type Responder,
  type ResponderEvent,
  type TurnQuestion,
} from '../turns/responder.ts';
import { lookupName } from '../turns/looked-at.ts';
import { bindAnswer } from './bind-answer.ts';
import { buildContext, type ModelContext } from './build-context.ts';
import { carefulFirst } from './careful-first.ts';
import { converse } from './converse.ts';
import type { ModelLine } from './model-line.ts';
import type { ModelMetrics } from './model-metrics.ts';
import type { ModelSwitches } from './model-switches.ts';
import { screenOutgoing } from './screen-outgoing.ts';

export type ModelDeps = {
  db: CoachDb;
  clock: Clock;
  timings: ProviderTimings;
  metrics: ModelMetrics;
  switches: ModelSwitches;
  random: () => number;
  log: Log;
};

/** What of a question matters behind its context. */
export type ModelQuestion = Pick<
  TurnQuestion,
  'athleteId' | 'text' | 'deadline' | 'account' | 'lookups'
> & {
  /** How often the model may look things up; as often as in any turn when this is absent. */
  toolSteps?: number;
};

/**
 * A model as one of those who may answer: context → model and tools → binder → guardrails. Every word passes all four,
 * and whatever is wrong with a stage leaves the question to the next responder.
 */
export function createModelResponder(deps: ModelDeps, line: ModelLine): Responder {
  return {
    writer: line.provider.name,
    isAvailable: () => deps.switches.isOpen(line),
    async *respond(question, signal): AsyncGenerator<ResponderEvent> {
      const built = await buildContext(deps.db, question, deps.clock());
      if (built.may !== 'be_sent') return;
      const spoken = speakAsModel(deps, line, built.context, question, signal);
      yield* carefulFirst(built.context, question, spoken);
    },
  };
}

/** What a model says over a context: nothing of it gets past binder and guardrails, whoever is going to read it. */
export async function* speakAsModel(
  deps: ModelDeps,
  line: ModelLine,
  context: ModelContext,
  question: ModelQuestion,
  signal: AbortSignal,
): AsyncGenerator<ResponderEvent> {
  // The model has read them, so it may name them.
  if (context.notes.facts.length > 0) {
    question.lookups.set(lookupName('memories', { when: 'now' }), context.notes);
  }
  const spoken = converse(deps, line, context, question, signal);
  try {
    yield* screenOutgoing(bindAnswer(deps, context, question, spoken));
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof UpstreamError)) throw error;
    throw new ResponderFailure(turnErrorCodeOf(error.code), error.message, { cause: error });
  }
}
