import { describe, expect, it } from '@jest/globals';
import { splitFacts } from './split-facts.ts';

describe('splitFacts', () => {
  it('keeps the text around each fact', () => {
    expect(splitFacts('{{a1}} this week, {{b-2}} last week.')).toEqual([
      { factId: 'a1' },
      { text: ' this week, ' },
      { factId: 'b-2' },
      { text: ' last week.' },
    ]);
  });

  it('leaves a sentence without facts alone', () => {
    expect(splitFacts('Rest today. {single} {{ }}')).toEqual([
      { text: 'Rest today. {single} {{ }}' },
    ]);
  });
});
