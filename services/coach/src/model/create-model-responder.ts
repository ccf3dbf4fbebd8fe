import { UpstreamError, turnErrorCodeOf } from '../providers/upstream-error.ts';
import { ResponderFailure, type Responder, type ResponderEvent } from '../turns/responder.ts';
import { lookupName } from '../turns/looked-at.ts';
import { bindAnswer } from './bind-answer.ts';
import { buildContext, type ModelContext } from './build-context.ts';
import { carefulFirst } from './careful-first.ts';
import { converse } from './converse.ts';
import type { ModelDeps, ModelQuestion } from './model-deps.ts';
import type { ModelLine } from './model-line.ts';
import { screenOutgoing } from './screen-outgoing.ts';

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
