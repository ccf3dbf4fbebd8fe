import { describe, expect, it } from '@jest/globals';
import type { Protocol, SimRequest } from './sim-request.ts';
import { createWishes } from './wishes.ts';

function asking(protocol: Protocol, question: string): SimRequest {
  return { protocol, model: 'm', question, tools: [], rounds: 0, results: [] };
}

describe('a question that wishes', () => {
  it('names a fault and a character', () => {
    const wish = createWishes().next(asking('openai', 'How far? (sim: plain+stall-after-3)'));
    expect(wish).toEqual({
      fault: { fault: 'stall', afterChunks: 3 },
      names: ['plain', 'stall-after-3'],
    });
  });

  it('wishes for something else call after call, and the last of it from then on', () => {
    const wishes = createWishes();
    const ask = asking('gemini', 'How far? (sim: 429-retry-2 then plain)');
    expect(wishes.next(ask)?.fault).toEqual({ fault: 'status', status: 429, retryAfter: 2 });
    expect(wishes.next(ask)).toEqual({ names: ['plain'] });
    expect(wishes.next(ask)).toEqual({ names: ['plain'] });
    wishes.clear();
    expect(wishes.next(ask)?.fault).toBeDefined();
  });

  it('wishes by protocol', () => {
    const wishes = createWishes();
    const question = 'How far? (sim: openai: never-headers; gemini: plain)';
    expect(wishes.next(asking('openai', question))?.fault).toEqual({ fault: 'never-headers' });
    expect(wishes.next(asking('gemini', question))).toEqual({ names: ['plain'] });
    expect(wishes.next(asking('gemini', 'How far? (sim: openai: never-headers)'))).toBeUndefined();
  });

  it('is no wish when it says nothing of the kind', () => {
    expect(createWishes().next(asking('openai', 'How far (in km)?'))).toBeUndefined();
  });
});
