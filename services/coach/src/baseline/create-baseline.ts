import { setTimeout as sleep } from 'node:timers/promises';
import type { CoachDb } from '@evensplit/db';
import { civilDay } from '@evensplit/evidence';
import type { Clock } from '@evensplit/platform/clock';
import type { Responder, ResponderEvent } from '../turns/responder.ts';
import { proposeMemory } from '../memories/propose-memory.ts';
import { composeAnswer } from './compose-answer.ts';
import type { Paragraph } from './prose.ts';
import { tellOffer } from './tell-memories.ts';
import { understand } from './understand.ts';

export type BaselineDeps = { db: CoachDb; clock: Clock; paceMs?: number };

/** A sentence at a time can be followed by the eye and by a screen reader; a wall of text cannot. */
const PACE_MS = 60;

/**
 * The answer that is always there: no model, nothing invented. The same question over the same data gives the same
 * sentences.
 */
export function createBaseline({ db, clock, paceMs = PACE_MS }: BaselineDeps): Responder {
  return {
    writer: 'baseline',
    async *respond(question, signal) {
      yield { type: 'status', phase: 'reading' };
      const { timeZone } = await db.athlete.findUniqueOrThrow({
        where: { id: question.athleteId },
        select: { timeZone: true },
      });
      const now = clock();
      const today = civilDay(now, timeZone);
      const earlier = question.earlier.map((exchange) => exchange.question);
      const answer = proposeMemory(question.text, today)
        ? tellOffer()
        : await composeAnswer(
            { db, lookups: question.lookups },
            { id: question.athleteId, today, now },
            understand(question.text, earlier, today),
          );
      for (const spoken of sentencesOf(answer)) {
        if (signal.aborted) return;
        yield* spoken;
        await sleep(paceMs, undefined, { signal }).catch(() => undefined);
      }
      if (!signal.aborted) yield { type: 'end' };
    },
  };
}

/** Sentence by sentence, with what stands between them. */
export function* sentencesOf(answer: readonly Paragraph[]): Generator<ResponderEvent[]> {
  for (const [p, paragraph] of answer.entries()) {
    for (const [s, sentence] of paragraph.entries()) {
      const gap = s > 0 ? ' ' : p > 0 ? '\n\n' : '';
      const parts = sentence.map((part): ResponderEvent =>
        typeof part === 'string'
          ? { type: 'text', text: part }
          : { type: 'receipt', fact: part.fact, as: part.as },
      );
      yield gap === '' ? parts : [{ type: 'text', text: gap }, ...parts];
    }
  }
}
