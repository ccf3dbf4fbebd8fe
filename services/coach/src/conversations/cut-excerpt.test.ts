import { describe, expect, it } from '@jest/globals';
import { cutExcerpt } from './cut-excerpt.ts';

describe('an excerpt', () => {
  it('is the whole text when that is short, on one line', () => {
    expect(cutExcerpt('You ran\n\n9.01 km.', ['ran'])).toBe('You ran 9.01 km.');
  });

  it('lies around the first of the words, cut at spaces, and shows where it was cut', () => {
    const excerpt = cutExcerpt(`${'before '.repeat(60)}the THRESHOLD pace ${'after '.repeat(60)}`, [
      'threshold',
    ]);
    expect(excerpt).toMatch(/^…(before )+the THRESHOLD pace (after ?)+…$/);
    expect(excerpt.length).toBeLessThan(165);
  });

  it('shows the word even where there is no space to cut at', () => {
    const excerpt = cutExcerpt(`${'x'.repeat(300)}needle${'y'.repeat(300)}`, ['needle']);
    expect(excerpt).toContain('needle');
    expect(excerpt.length).toBeLessThan(165);
  });

  it('begins at the beginning when no word stands in it', () => {
    expect(cutExcerpt('A short walk', ['marathon'])).toBe('A short walk');
    expect(cutExcerpt('word '.repeat(100), ['marathon'])).toMatch(/^word (word )+word…$/);
  });

  it('leaves no half of a character', () => {
    const excerpt = cutExcerpt('🏃'.repeat(200), ['nothing']);
    expect(excerpt.isWellFormed()).toBe(true);
  });
});
