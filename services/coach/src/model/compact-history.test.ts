import { describe, expect, it } from '@jest/globals';
import { compactHistory } from './compact-history.ts';

const exchange = (n: number, answer = `First sentence ${n}. And a second one.`) => ({
  question: `Question ${n}?`,
  answer,
});

describe('what a model is told of a conversation', () => {
  it('keeps the newest two whole and of the others the question and one sentence', () => {
    const compact = compactHistory([exchange(1), exchange(2), exchange(3)]);
    expect(compact.map(({ answer }) => answer)).toEqual([
      'First sentence 1.',
      'First sentence 2. And a second one.',
      'First sentence 3. And a second one.',
    ]);
  });

  it('takes the values out of receipts, because facts change', () => {
    const [told] = compactHistory([
      exchange(1, 'You ran [10.0 km](#fact:aB3_x-1) at [5:00/km](#fact:zz).'),
    ]);
    expect(told?.answer).toBe('You ran [value] at [value].');
  });

  it('drops the oldest when all of it is too long, the same way every time', () => {
    const long = Array.from({ length: 40 }, (_, n) => exchange(n, `${'wörd '.repeat(60)}.`));
    const compact = compactHistory(long);
    expect(compact.length).toBeGreaterThan(2);
    expect(compact.length).toBeLessThan(40);
    expect(compact.at(-1)?.question).toBe('Question 39?');
    expect(Buffer.byteLength(JSON.stringify(compact))).toBeLessThan(8000);
    expect(compactHistory(long)).toEqual(compact);
  });

  it('cuts one endless question without breaking a character', () => {
    const [told] = compactHistory([exchange(1), { question: '🏃'.repeat(4000), answer: 'Yes.' }]);
    expect(told?.question.isWellFormed()).toBe(true);
  });
});
