import type { Fact, RunRef } from '@evensplit/contracts';
import { bindStream } from '../binder/bind-stream.ts';
import type { BoundPiece } from '../binder/piece.ts';
import type { ResponderEvent, TurnQuestion } from '../turns/responder.ts';
import type { ModelContext } from './build-context.ts';
import type { ModelMetrics } from './model-metrics.ts';

/** With fewer words and no fact, nothing is left of an answer whose numbers were struck. */
const FEWEST_WORDS = 5;

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
  const left = { words: 0, facts: 0 };

  function* take(pieces: BoundPiece[]): Generator<ResponderEvent> {
    for (; told < binder.strikes; told += 1) {
      metrics.numberStruck(binder.struck[told]?.reason ?? 'number');
      yield { type: 'strike' };
    }
    if (binder.failed) yield { type: 'retract', because: 'numbers' };
    else yield* pieces.map(toEvent);
    for (const piece of pieces) {
      if (piece.t === 'fact') left.facts += 1;
      else left.words += piece.text.match(/\p{L}{2,}/gu)?.length ?? 0;
    }
  }

  /** "You covered …." tells nobody anything. */
  function isHollow(): boolean {
    const lost = binder.struck.some(({ reason }) => reason === 'number' || reason === 'fact');
    return lost && left.facts === 0 && left.words < FEWEST_WORDS;
  }

  try {
    for await (const event of events) {
      if (event.type === 'text') yield* take(binder.push(event.text));
      else {
        if (event.type === 'end') {
          yield* take(binder.end());
          if (!binder.failed && isHollow()) return yield { type: 'retract', because: 'numbers' };
        }
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
