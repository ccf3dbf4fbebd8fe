import { describe, expect, it } from '@jest/globals';
import { splitAtWords } from './split-words.ts';

const shown = (text: string, words: string) =>
  splitAtWords(text, words)
    .map((stretch) => (stretch.found ? `<${stretch.text}>` : stretch.text))
    .join('');

describe('splitAtWords', () => {
  it('marks every word wherever it stands, in any case', () => {
    expect(shown('How was my Long run? A long one.', 'long RUN')).toBe(
      'How was my <Long> <run>? A <long> one.',
    );
  });

  it('marks the longer of two words that begin alike', () => {
    expect(shown('running and run', 'run running')).toBe('<running> and <run>');
  });

  it('takes every character as itself', () => {
    expect(shown('100% (a.b) [c] a_b', '% (a.b) [c] _')).toBe('100<%> <(a.b)> <[c]> a<_>b');
    expect(shown('axb', 'a.b')).toBe('axb');
  });

  it('leaves a text whole where nothing is looked for, and nothing of an empty one', () => {
    expect(splitAtWords('Nothing', '  ')).toEqual([{ text: 'Nothing', found: false }]);
    expect(splitAtWords('', 'a')).toEqual([]);
  });
});
