import { renderFact, type Fact } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { aTurn, bindWhole } from '../../test/bound-text.ts';

const note: Fact = {
  id: 'note',
  metric: 'memory.injury',
  subject: 'memory:00000000-0000-7000-8000-00000000000b day:2026-10-03',
  label: 'An injury you noted',
  value: 1,
  unit: 'note',
  words: 'No running for 3 weeks, then 21 km at 5:15/km and 1 day off',
  arithmetic: 'since 2026-10-03',
  quality: 'stated',
  method: 'athlete-note/1',
  from: [],
  lanes: ['manual'],
  flags: [],
};
const source = aTurn({ facts: () => new Map([['note', note]]), runs: () => [], question: 'And?' });

/** Numbers that an athlete wrote are quoted whole, as theirs, or not at all. */
describe('a note in an answer', () => {
  it('is quoted by its id', () => {
    const { shown, struck } = bindWhole('You wrote {{note}}.', source);
    expect([shown, struck]).toEqual(['You wrote ‹note›.', []]);
    expect(renderFact(note)).toBe(`“${note.words}”`);
  });

  it.each([
    'You said you cannot run for 3 weeks.',
    'You noted three weeks off.',
    'Your note says 21 km.',
    'You run 5:15/km there.',
    'You asked for 1 day off.',
    'You have 1 injury.',
    'You mentioned 21 kilometres.',
    'That was 7 weeks ago.',
  ])('supports none of its numbers: %s', (text) => {
    const { pieces, struck } = bindWhole(text, source);
    expect(struck).toHaveLength(1);
    expect(pieces.every(({ t }) => t === 'text')).toBe(true);
  });

  it('lets its dates be named', () => {
    expect(bindWhole('It began on 3 October.', source).struck).toEqual([]);
    expect(bindWhole('It began on 4 October.', source).struck).toHaveLength(1);
  });
});
