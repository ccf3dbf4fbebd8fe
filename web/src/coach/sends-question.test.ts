import { describe, expect, it } from '@jest/globals';
import { sendsQuestion } from './sends-question.ts';

const enter = { key: 'Enter', shiftKey: false, isComposing: false, keyCode: 13 };

describe('sendsQuestion', () => {
  it('sends with Enter alone', () => {
    expect(sendsQuestion(enter)).toBe(true);
    expect(sendsQuestion({ ...enter, key: 'a', keyCode: 65 })).toBe(false);
    expect(sendsQuestion({ ...enter, shiftKey: true })).toBe(false);
  });

  it('leaves the Enter that chooses a word to the keyboard that composes it', () => {
    expect(sendsQuestion({ ...enter, isComposing: true })).toBe(false);
    expect(sendsQuestion({ ...enter, keyCode: 229 })).toBe(false);
  });
});
