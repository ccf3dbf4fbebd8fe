import { describe, expect, it } from '@jest/globals';
import { draftIn, forgetUnsent, keepUnsent, unsentIn } from './keep-unsent.ts';

function aPlace() {
  const items = new Map<string, string>();
  return {
    items,
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => void items.set(name, value),
    removeItem: (name: string) => void items.delete(name),
  };
}

const submission = { key: 'k'.repeat(36), body: { text: 'Hello?', conversationId: 'c' } };

describe('an unsent question', () => {
  it('is found again in its own conversation, with its key, and nowhere else', () => {
    const place = aPlace();
    keepUnsent(place, 'c', submission, 1000);
    expect(unsentIn(place, 'c', 2000)).toEqual(submission);
    expect(unsentIn(place, 'd', 2000)).toBeNull();
    expect(unsentIn(place, null, 2000)).toBeNull();
    keepUnsent(place, null, { key: submission.key, body: { text: 'New' } }, 1000);
    expect(unsentIn(place, null, 2000)?.body).toEqual({ text: 'New' });
    expect(unsentIn(place, 'c', 2000)).toEqual(submission);
  });

  it('is forgotten when it was sent, and is a draft after a quarter of an hour', () => {
    const place = aPlace();
    keepUnsent(place, 'c', submission, 0);
    expect(unsentIn(place, 'c', 16 * 60_000)).toBeNull();
    expect([draftIn(place, 'c', 0), draftIn(place, 'd', 16 * 60_000)]).toEqual(['', '']);
    expect(draftIn(place, 'c', 16 * 60_000)).toBe('Hello?');
    keepUnsent(place, null, submission, 0);
    keepUnsent(place, 'c', null, 0);
    expect([unsentIn(place, 'c', 0), unsentIn(place, null, 0)]).toEqual([null, submission]);
    forgetUnsent(place);
    expect(place.items.size).toBe(0);
  });

  it('survives what somebody else has written there', () => {
    const place = aPlace();
    keepUnsent(place, 'c', submission, 0);
    for (const name of place.items.keys()) place.setItem(name, '{');
    expect(unsentIn(place, 'c', 0)).toBeNull();
  });
});
