import type { Fact } from '@evensplit/contracts';
import { understand } from '../baseline/understand.ts';
import { english } from '../guardrails/words/english.ts';
import { speaks } from '../turns/remark-first.ts';
import type { ResponderEvent, TurnQuestion } from '../turns/responder.ts';
import type { ModelContext } from './build-context.ts';

/** Questions whose answer may send somebody out running. */
const aboutRunning: ReadonlySet<string> = new Set([
  'today',
  'tomorrow',
  'hard today',
  'readiness',
  'paces',
  'plan',
]);

/**
 * An injury or illness that the athlete noted is said first where they ask what to run, whatever the model then says:
 * to be careful is not left to it.
 */
export function carefulFirst(
  context: Pick<ModelContext, 'notes' | 'today'>,
  question: Pick<TurnQuestion, 'text' | 'earlier'>,
  events: AsyncIterable<ResponderEvent>,
): AsyncIterable<ResponderEvent> {
  const earlier = question.earlier.map((exchange) => exchange.question);
  const { about } = understand(question.text, earlier, context.today);
  return aboutRunning.has(about) ? noteFirst(context, events) : events;
}

/** For words that are about today's running by themselves. */
export async function* noteFirst(
  { notes }: Pick<ModelContext, 'notes'>,
  events: AsyncIterable<ResponderEvent>,
): AsyncGenerator<ResponderEvent> {
  const note = notes.facts.find(isHealth);
  let waits = note !== undefined;
  for await (const event of events) {
    if (waits && note && speaks(event)) {
      waits = false;
      yield { type: 'text', text: 'You noted ' };
      yield { type: 'receipt', fact: note };
      yield { type: 'text', text: `. ${english.remark.complaint}\n\n` };
    }
    yield event;
  }
}

function isHealth({ metric }: Fact): boolean {
  return metric === 'memory.injury' || metric === 'memory.illness';
}
