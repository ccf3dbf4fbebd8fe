import { describe, expect, it } from '@jest/globals';
import type { ResponderEvent } from '../turns/responder.ts';
import { screenOutgoing } from './screen-outgoing.ts';

/** In pieces of so many characters, then the end, or `error`. */
async function* speak(text: string, size: number, error?: Error): AsyncGenerator<ResponderEvent> {
  for (let at = 0; at < text.length; at += size) {
    yield { type: 'text', text: text.slice(at, at + size) };
  }
  if (error) throw error;
  yield { type: 'end' };
}

async function heard(events: AsyncIterable<ResponderEvent>) {
  const all: ResponderEvent[] = [];
  let failure: unknown;
  try {
    for await (const event of events) all.push(event);
  } catch (error) {
    failure = error;
  }
  const text = all.map((event) => (event.type === 'text' ? event.text : '')).join('');
  return { text, last: all.at(-1), failure };
}

const harmless = 'You ran well this week. Keep the next one easy, and sleep enough! ';

describe('the screening of what a model says', () => {
  it.each([1, 7, 400])('lets a harmless answer through whole, in pieces of %i', async (size) => {
    const text = harmless.repeat(20);
    expect(await heard(screenOutgoing(speak(text, size)))).toMatchObject({
      text,
      last: { type: 'end' },
    });
  });

  it.each([1, 7, 400])('takes back what acts on a guardrail, in pieces of %i', async (size) => {
    const text = `${harmless}I have chest pain when I run, so run on. ${harmless}`;
    const { text: said, last } = await heard(screenOutgoing(speak(text, size)));
    expect(last).toEqual({ type: 'retract', because: 'guardrail' });
    expect(said).not.toContain('chest');
    expect(harmless.startsWith(said)).toBe(true);
  });

  it('finds it in the last words, without a full stop', async () => {
    const { text, last } = await heard(screenOutgoing(speak('I have chest pain when I run', 3)));
    expect(last).toEqual({ type: 'retract', because: 'guardrail' });
    expect(text).toBe('');
  });

  it('stays only a few words behind', async () => {
    let taken = 0;
    async function* counted() {
      for await (const event of speak(harmless, 5)) {
        taken += 1;
        yield event;
      }
    }
    const events = screenOutgoing(counted());
    const { value } = await events.next();
    expect(value).toEqual({ type: 'text', text: 'You r' });
    expect(taken).toBeLessThanOrEqual(5);
    await events.return(undefined);
  });

  it('says what it still held when the answer breaks off, unless that must not be said', async () => {
    const broken = new Error('broken');
    expect(await heard(screenOutgoing(speak('You ran', 3, broken)))).toMatchObject({
      text: 'You ran',
      failure: broken,
    });
    const { text } = await heard(screenOutgoing(speak('I have chest pain', 3, broken)));
    expect(text).toBe('');
  });
});
