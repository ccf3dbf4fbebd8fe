import { cpuMs } from '@evensplit/testkit/cpu-ms';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aTurn, bindWhole, show, turnFacts } from '../../test/bound-text.ts';
import { bindStream } from './bind-stream.ts';
import { unsupportedNumbers } from './check-text.ts';
import type { BoundPiece } from './piece.ts';

const RUNS = { numRuns: 600 };
const TIMEOUT_MS = 60_000;

const fragments = [
  ...'you ran the week was easy and then it felt good on Tuesday of a between from to half I moved your plan has been updated May'.split(
    ' ',
  ),
  ...[...turnFacts.keys()].slice(0, 12).map((id) => `{{${id}}}`),
  ...'12.4 km|14 km|5:01/km|5:20 per mile|152 bpm|4 runs|three easy runs|half an hour|an hour and a half|8–10 km|20 to 22 km'.split(
    '|',
  ),
  ...'{{nope}}|{{|}}|[a](http://x.test)|![b](http://y.test)|[c]|[12 km](#fact:dist)|<b>|</b>|< 5|&#49;|&amp;|https://x.test/a|a@b.test'.split(
    '|',
  ),
  ...'17 November|2026-11-03|3rd|zone 2|1.|2)|**|*|_|-|–|.|,|!|?|…|:|\n|\n\n|(|)|%|+|−|½|１２|Ⅻ|\u200B|🏃‍♂️|12|.4|km|0|7'.split(
    '|',
  ),
];

/** What a model might write, and what it would not. */
const texts = fc.oneof(
  fc
    .array(fc.tuple(fc.constantFrom(...fragments), fc.constantFrom(' ', ' ', ' ', '')), {
      maxLength: 40,
    })
    .map((parts) => parts.flat().join('')),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.string({
    unit: fc.constantFrom(...'[](){}<>!&#;:/.0123456789 kmabI\n*'.split('')),
    maxLength: 120,
  }),
);

function cut(text: string, places: readonly number[]): string[] {
  const at = [...new Set(places.map((place) => place % (text.length + 1)))].toSorted(
    (a, b) => a - b,
  );
  return [0, ...at].map((from, i) => text.slice(from, at[i] ?? text.length));
}

function bindCut(chunks: readonly string[], mostStrikes: number) {
  const binder = bindStream(aTurn(), { mostStrikes });
  const pieces: BoundPiece[] = [];
  for (const chunk of chunks) pieces.push(...binder.push(chunk));
  pieces.push(...binder.end());
  return { shown: show(pieces), struck: binder.struck.map(({ raw }) => raw) };
}

const WORDS =
  'the your run was felt easy steady strong rested and but so because weather wind legs calm bright you kept going well Tuesday May march in by of from between plan week it naïve 日本'.split(
    ' ',
  );
const sentences = fc
  .tuple(
    fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 15 }),
    fc.constantFrom('.', '!', '?'),
    fc.constantFrom('', ','),
  )
  .map(([words, stop, comma]) => `${words.join(`${comma} `)} well${stop}`)
  .filter((sentence) => bindWhole(sentence).struck.length === 0);

describe('the binder', () => {
  it(
    'gives the same however a text is cut, also one character at a time',
    () => {
      fc.assert(
        fc.property(
          texts,
          fc.array(fc.nat(), { maxLength: 30 }),
          fc.constantFrom(3, 1000),
          (text, places, most) => {
            const whole = bindCut([text], most);
            expect(bindCut(cut(text, places), most)).toEqual(whole);
            expect(bindCut(text.split(''), most)).toEqual(whole);
          },
        ),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    'leaves no unsupported number in what it says, nor a link or a tag',
    () => {
      fc.assert(
        fc.property(texts, (text) => {
          const { pieces } = bindWhole(text);
          const again = pieces
            .map((piece) => (piece.t === 'text' ? piece.text : ` {{${piece.fact.id}}} `))
            .join('');
          const words = pieces.map((piece) => (piece.t === 'text' ? piece.text : ' § ')).join('');
          expect(unsupportedNumbers(again, aTurn())).toEqual([]);
          expect(words).not.toMatch(
            /\]\(|<[a-z/!?]|https?:\/\/|javascript:\S|[\u200B\u202A-\u202E]/i,
          );
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    'says nothing of a complete sentence later than with its stop, and changes no word',
    () => {
      fc.assert(
        fc.property(fc.array(sentences, { minLength: 1, maxLength: 6 }), (all) => {
          const binder = bindStream(aTurn());
          for (const [i, sentence] of all.entries()) {
            const text = i === 0 ? sentence : ` ${sentence}`;
            expect(show(binder.push(text))).toBe(text);
          }
          expect(binder.end()).toEqual([]);
        }),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    'holds words back only while something is open, and never more than a sentence',
    () => {
      fc.assert(
        fc.property(
          fc.array(
            fc.constantFrom(
              ...WORDS.filter((word) => !/^(?:Tuesday|May|from|between|was)$/.test(word)),
            ),
            { minLength: 2 },
          ),
          (words) => {
            const binder = bindStream(aTurn());
            const text = words.join(' ');
            const said = show(binder.push(text));
            // Only the word that may still grow.
            expect(text.length - said.length).toBeLessThanOrEqual(1 + (words.at(-1)?.length ?? 0));
          },
        ),
        RUNS,
      );
    },
    TIMEOUT_MS,
  );

  it(
    'never throws and ends in linear time on what nobody would write',
    () => {
      const hostile = [
        '[',
        '![',
        '{{',
        '<',
        '<a',
        '&',
        '&#',
        '(',
        '1',
        '1 ',
        '1,',
        'a',
        '-',
        'one ',
        'I ',
        'a@',
        '12:',
        '[](',
        '𝟏',
        '\u0301',
        'half a ',
        'http://',
      ];
      for (const unit of hostile) {
        const text = unit.repeat(Math.ceil(20_000 / unit.length));
        const spent = cpuMs(() => expect(typeof bindWhole(text).shown).toBe('string'));
        expect(spent).toBeLessThan(5000);
      }
    },
    TIMEOUT_MS,
  );
});
