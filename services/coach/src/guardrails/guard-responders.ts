import type { CoachMetrics } from '../coach-metrics.ts';
import { remarkFirst } from '../turns/remark-first.ts';
import type { Responder, TurnQuestion } from '../turns/responder.ts';
import { screenQuestion, type Ruling } from './screen-question.ts';

export type GuardDeps = {
  responders: readonly Responder[];
  metrics: Pick<CoachMetrics, 'guardrailRuled'>;
};

/** Who may answer a question: everybody, everybody after a remark, or nobody but the fixed text. */
export function guardResponders(deps: GuardDeps, question: TurnQuestion): readonly Responder[] {
  const ruling = screenQuestion(question);
  count(deps.metrics, ruling);
  switch (ruling.verdict) {
    case 'answer':
      return deps.responders;
    case 'remark':
      return deps.responders.map((responder) => remarkFirst(responder, ruling.text));
    case 'refuse':
      return [onlySays(ruling.text)];
  }
}

/** By concern alone: neither the athlete nor a word of the question is kept. */
function count(metrics: GuardDeps['metrics'], ruling: Ruling): void {
  if (ruling.verdict === 'answer') return;
  for (const concern of ruling.concerns) metrics.guardrailRuled(concern, ruling.verdict);
}

function onlySays(text: string): Responder {
  return {
    // No model wrote it.
    writer: 'baseline',
    async *respond() {
      yield { type: 'text', text };
      yield { type: 'end' };
    },
  };
}
