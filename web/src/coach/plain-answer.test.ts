import { describe, expect, it } from '@jest/globals';
import { plainAnswer } from './plain-answer.ts';

describe('plainAnswer', () => {
  it('reads an answer as one would, without markup', () => {
    expect(
      plainAnswer(
        '## Your run\n\nYou ran [9.01 km](#fact:abc), **easy**.\nGood.\n\n- [1](#fact:a) long\n- one short',
      ),
    ).toBe('Your run. You ran 9.01 km, easy. Good. 1 long; one short');
  });
});
