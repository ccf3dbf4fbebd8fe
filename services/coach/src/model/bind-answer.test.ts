import type { FactSheet } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { aFact } from '../../tests/scripted-responder.ts';
import type { ResponderEvent } from '../turns/responder.ts';
import { bindAnswer } from './bind-answer.ts';

const sheet: FactSheet = {
  query: 'last-run',
  facts: [aFact('dist')],
  decisions: [],
  gaps: [],
  runs: [],
  lanes: [],
};

/** The events that a reader's side gets of a model that says these pieces and ends. */
async function bind(...said: string[]): Promise<ResponderEvent[]> {
  async function* model(): AsyncGenerator<ResponderEvent> {
    for (const text of said) yield { type: 'text', text };
    yield { type: 'end' };
  }
  const question = { text: 'How far?', lookups: new Map([['last-run {}', sheet]]) };
  const context = { units: 'km', today: '2026-11-20' } as const;
  const bound = bindAnswer({ metrics: { numberStruck() {} } }, context, question, model());
  const events: ResponderEvent[] = [];
  for await (const event of bound) events.push(event);
  return events;
}

describe('an answer of which hardly anything is left', () => {
  it.each(['You covered 31.4 km.', 'You held 187 watts.', 'Your best: {{nothing}}.'])(
    'is taken back: %s',
    async (said) => {
      expect((await bind(said)).at(-1)).toEqual({ type: 'retract', because: 'numbers' });
    },
  );

  it.each([
    'You covered {{dist}} at 3:10/km.',
    'You covered 31.4 km, and that was a fine and even run.',
    "I've moved your run.",
    'Yes.',
  ])('and one that still tells something is not: %s', async (said) => {
    expect((await bind(said)).at(-1)).toEqual({ type: 'end' });
  });
});
