import type { CoachDb } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import type { Responder } from '../turns/responder.ts';

export function createBaseline(_deps: { db: CoachDb; clock: Clock }): Responder {
  return {
    writer: 'baseline',
    async *respond() {
      yield { type: 'text', text: 'x' };
      yield { type: 'end' };
    },
  };
}
