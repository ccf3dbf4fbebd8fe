import { describe, expect, it } from '@jest/globals';
import { plainAnswer } from './plain-answer.ts';

describe('plainAnswer', () => {
  it('reads an answer as one would, without markup', () => {
    expect(
      plainAnswer(
        '## Your run\n\nYou ran [9.01 km](#fact:abc), **easy**.\nGood.\n\n- [1](#fact:a) long\n- one short\n\n| Day | Far |\n| -- | -- |\n| Mon | 9 km |',
      ),
    ).toBe('Your run. You ran 9.01 km, easy. Good. 1 long; one short Day, Far. Mon, 9 km.');
  });
});
