import { describe, expect, it } from '@jest/globals';
import { parseAnswer } from './parse-answer.ts';

const text = (words: string) => ({ kind: 'text', text: words });
const aList = (change: object) => ({
  kind: 'list',
  ordered: false,
  level: 0,
  start: 1,
  ...change,
});

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
      aList({ items: [[text('one')], [{ kind: 'strong', text: 'two' }]] }),
      aList({ ordered: true, items: [[text('go')], [text('stop')]] }),
    ]);
  });

  it('goes on counting over empty lines and over what stands inside an item', () => {
    expect(parseAnswer('1. warm up\n\n2. run\n   - easy\n   - flat\n3. stop\n   early')).toEqual([
      aList({ ordered: true, items: [[text('warm up')], [text('run')]] }),
      aList({ level: 1, items: [[text('easy')], [text('flat')]] }),
      aList({ ordered: true, start: 3, items: [[text('stop'), text(' '), text('early')]] }),
    ]);
  });

  it('reads tables with receipts, quotes, weight and code, and drops rules', () => {
    expect(
      parseAnswer(
        '| Day | *Far* |\n|---|--:|\n| Mon | [9 km](#fact:a) |\n\n> rest `well`\n\n---\n3 * 4*5 *km*',
      ),
    ).toEqual([
      {
        kind: 'table',
        head: [[text('Day')], [{ kind: 'emphasis', text: 'Far' }]],
        rows: [[[text('Mon')], [{ kind: 'receipt', factId: 'a', text: '9 km', tail: '' }]]],
      },
      { kind: 'quote', lines: [[text('rest '), text('well')]] },
      { kind: 'paragraph', lines: [[text('3 * 4*5 '), { kind: 'emphasis', text: 'km' }]] },
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
    'You ran *nine',
    'You ran `nine',
    'You ran\n| nine',
  ])('holds back what has not ended while streaming: %p', (source) => {
    expect(parseAnswer(source, true)).toEqual([{ kind: 'paragraph', lines: [[text('You ran')]] }]);
  });

  it('never shows a bracket or a star at any cut of a streamed answer', () => {
    const answer =
      '**Week:** [42.1 km](#fact:a1) in *[4 runs](#fact:b2)*.\n- [5:01/km](#fact:c3)\n- done `so`\n\n| a | b |\n| --- | --- |\n| *1* | 2 |';
    for (let cut = 0; cut <= answer.length; cut += 1) {
      const shown = JSON.stringify(parseAnswer(answer.slice(0, cut), true));
      expect(shown).not.toMatch(/"text":"[^"]*(\*|\]\(|\[\d|`|\||---)/);
    }
  });

  it('shows an unfinished end once nothing more will come', () => {
    expect(parseAnswer('cut at [9.0')).toEqual([
      { kind: 'paragraph', lines: [[text('cut at [9.0')]] },
    ]);
  });
});
