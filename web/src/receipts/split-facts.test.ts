import { describe, expect, it } from '@jest/globals';
import { splitFacts } from './split-facts.ts';

describe('splitFacts', () => {
  it('keeps the text around each fact', () => {
    expect(splitFacts('{{a1}} this week, {{b-2}} last week.')).toEqual([
      { factId: 'a1', tail: '' },
      { text: ' this week, ' },
      { factId: 'b-2', tail: '' },
      { text: ' last week.' },
    ]);
  });

  it('keeps punctuation with the fact before it', () => {
    expect(splitFacts('About {{a}}, then {{b}}.')).toEqual([
      { text: 'About ' },
      { factId: 'a', tail: ',' },
      { text: ' then ' },
      { factId: 'b', tail: '.' },
    ]);
  });

  it('leaves a sentence without facts alone', () => {
    expect(splitFacts('Rest today. {single} {{ }}')).toEqual([
      { text: 'Rest today. {single} {{ }}' },
    ]);
  });
});
