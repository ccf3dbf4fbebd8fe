import { describe, expect, it } from '@jest/globals';
import { parseAnswer } from './parse-answer.ts';

const text = (words: string) => ({ kind: 'text', text: words });

describe('parseAnswer', () => {
  it('turns links to facts into receipts', () => {
    expect(parseAnswer('You ran [9.01 km](#fact:aB-3_x) at ease.')).toEqual([
      {
        kind: 'paragraph',
        lines: [
          [
            text('You ran '),
            { kind: 'receipt', factId: 'aB-3_x', text: '9.01 km', tail: '' },
            text(' at ease.'),
          ],
        ],
      },
    ]);
  });

  it('keeps punctuation with the receipt before it', () => {
    const [block] = parseAnswer('[9.01 km](#fact:a), then [52](#fact:b).');
    expect(block?.kind === 'paragraph' && block.lines).toEqual([
      [
        { kind: 'receipt', factId: 'a', text: '9.01 km', tail: ',' },
        text(' then '),
        { kind: 'receipt', factId: 'b', text: '52', tail: '.' },
      ],
    ]);
  });

  it('reads paragraphs, headings and both kinds of list', () => {
    const blocks = parseAnswer(
      '# Week\nFirst line\nsecond line\n\n- one\n- **two**\n\n1. go\n2) stop',
    );
    expect(blocks).toEqual([
      { kind: 'heading', content: [text('Week')] },
      { kind: 'paragraph', lines: [[text('First line')], [text('second line')]] },
      { kind: 'list', ordered: false, items: [[text('one')], [{ kind: 'strong', text: 'two' }]] },
      { kind: 'list', ordered: true, items: [[text('go')], [text('stop')]] },
    ]);
  });

  it('keeps a receipt that stands in bold words', () => {
    expect(parseAnswer('**about [48](#fact:x1) now**')).toEqual([
      {
        kind: 'paragraph',
        lines: [
          [
            { kind: 'strong', text: 'about ' },
            { kind: 'receipt', factId: 'x1', text: '48', tail: '' },
            { kind: 'strong', text: ' now' },
          ],
        ],
      },
    ]);
  });

  it.each([
    ['[click](https://evil.example/?q=secret)', 'click'],
    ['![pixel](https://evil.example/p.png)', 'pixel'],
    ['![x](#fact:abc)', 'x'],
    ['[x](javascript:alert(1))', '[x](javascript:alert(1))'],
    ['<img src=x onerror=alert(1)>', '<img src=x onerror=alert(1)>'],
  ])('leaves %p as words', (source, words) => {
    const [block] = parseAnswer(source);
    expect(block?.kind).toBe('paragraph');
    const inline = block?.kind === 'paragraph' ? block.lines.flat() : [];
    expect(inline.every(({ kind }) => kind === 'text')).toBe(true);
    expect(inline.map((part) => part.text).join('')).toBe(words);
  });

  it.each([
    'You ran [9.',
    'You ran [9.01 km]',
    'You ran [9.01 km](#fac',
    'You ran [9.01 km](#fact:ab',
    'You ran **nine',
    'You ran **nine *',
  ])('holds back what has not ended while streaming: %p', (source) => {
    expect(parseAnswer(source, true)).toEqual([{ kind: 'paragraph', lines: [[text('You ran')]] }]);
  });

  it('never shows a bracket or a star at any cut of a streamed answer', () => {
    const answer =
      '**Week:** [42.1 km](#fact:a1) in [4 runs](#fact:b2).\n- [5:01/km](#fact:c3)\n- done';
    for (let cut = 0; cut <= answer.length; cut += 1) {
      const shown = JSON.stringify(parseAnswer(answer.slice(0, cut), true));
      expect(shown).not.toMatch(/"text":"[^"]*(\*\*|\]\(|\[\d)/);
    }
  });

  it('shows an unfinished end once nothing more will come', () => {
    expect(parseAnswer('cut at [9.0')).toEqual([
      { kind: 'paragraph', lines: [[text('cut at [9.0')]] },
    ]);
  });
});
