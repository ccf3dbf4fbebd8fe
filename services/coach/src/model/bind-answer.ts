import type { Fact, RunRef } from '@evensplit/contracts';
import { bindStream } from '../binder/bind-stream.ts';
import type { BoundPiece } from '../binder/piece.ts';
import type { ResponderEvent, TurnQuestion } from '../turns/responder.ts';
import type { ModelContext } from './build-context.ts';
import type { ModelMetrics } from './model-metrics.ts';

/**
 * Puts a model's words through the binder. Only facts that were looked up in this turn can be named; too many other
 * numbers take the answer back.
 */
export async function* bindAnswer(
  { metrics }: { metrics: Pick<ModelMetrics, 'numberStruck'> },
  context: Pick<ModelContext, 'units' | 'today'>,
  question: Pick<TurnQuestion, 'text' | 'lookups'>,
  events: AsyncIterable<ResponderEvent>,
): AsyncGenerator<ResponderEvent> {
  const { units, today } = context;
  const binder = bindStream({
    facts: () => factsIn(question),
    runs: () => runsIn(question),
    units,
    question: question.text,
    today,
  });
  let told = 0;

  function* take(pieces: BoundPiece[]): Generator<ResponderEvent> {
    for (; told < binder.strikes; told += 1) {
      metrics.numberStruck(binder.struck[told]?.reason ?? 'number');
      yield { type: 'strike' };
    }
    if (binder.failed) yield { type: 'retract', because: 'numbers' };
    else yield* pieces.map(toEvent);
  }

  try {
    for await (const event of events) {
      if (event.type === 'text') yield* take(binder.push(event.text));
      else {
        if (event.type === 'end') yield* take(binder.end());
        yield event;
      }
      if (binder.failed) return;
    }
  } catch (error) {
    // A cut-off answer keeps what had come, the words that were still held back included.
    yield* take(binder.end());
    throw error;
  }
}

function toEvent(piece: BoundPiece): ResponderEvent {
  if (piece.t === 'text') return { type: 'text', text: piece.text };
  const { fact, as } = piece;
  return { type: 'receipt', fact, ...(as === undefined ? {} : { as }) };
}

function factsIn({ lookups }: Pick<TurnQuestion, 'lookups'>): ReadonlyMap<string, Fact> {
  const facts = [...lookups.values()].flatMap((sheet) => sheet.facts);
  return new Map(facts.map((fact) => [fact.id, fact]));
}

function runsIn({ lookups }: Pick<TurnQuestion, 'lookups'>): RunRef[] {
  return [...lookups.values()].flatMap((sheet) => sheet.runs);
}
