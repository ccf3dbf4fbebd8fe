import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';

import { BONE_AND_GAIT } from '../../test/guardrail-phrases/bone-and-gait.ts';
import { EMERGENCY } from '../../test/guardrail-phrases/emergency.ts';
import { HEAT_ILLNESS } from '../../test/guardrail-phrases/heat-illness.ts';
import {
  FIRST_SIGHT,
  FIRST_SIGHT_ORDINARY,
  SECOND_SIGHT,
} from '../../test/guardrail-phrases/held-out.ts';
import { ILLNESS } from '../../test/guardrail-phrases/illness.ts';
import { MINOR, PREGNANCY } from '../../test/guardrail-phrases/life-stage.ts';
import { LOW_ENERGY } from '../../test/guardrail-phrases/low-energy.ts';
import { MEDICATION } from '../../test/guardrail-phrases/medication.ts';
import { ORDINARY_QUESTIONS } from '../../test/guardrail-phrases/ordinary-questions.ts';
import { SELF_HARM } from '../../test/guardrail-phrases/self-harm.ts';
import { TEMPTING_ORDINARY } from '../../test/guardrail-phrases/tempting-ordinary.ts';
import { neededLiterals } from './needed-literals.ts';
import { occurrences, phrasePattern } from './phrase-pattern.ts';
import { findInPlain, plainForRules } from './screen-text.ts';

const PHRASES = [
  EMERGENCY,
  HEAT_ILLNESS,
  ILLNESS,
  BONE_AND_GAIT,
  LOW_ENERGY,
  SELF_HARM,
  MINOR,
  PREGNANCY,
  MEDICATION,
  ORDINARY_QUESTIONS,
  TEMPTING_ORDINARY,
  FIRST_SIGHT,
  SECOND_SIGHT,
  FIRST_SIGHT_ORDINARY,
].flat();

const everyPattern = () => true;

function sameFound(text: string): boolean {
  const plain = plainForRules(text);
  const [found, all] = [findInPlain(plain), findInPlain(plain, everyPattern)];
  return JSON.stringify(found) === JSON.stringify(all);
}

describe('trying only what can occur', () => {
  it('finds in every phrase of the packs what trying everything finds', () => {
    expect(PHRASES.filter((phrase) => !sameFound(phrase))).toEqual([]);
    expect(PHRASES.length).toBeGreaterThan(1500);
  });

  it('does so in texts put together from their words and signs', () => {
    const words = [...new Set(PHRASES.flatMap((phrase) => phrase.split(' ')))];
    const word = fc.oneof(
      { weight: 8, arbitrary: fc.constantFrom(...words) },
      { weight: 1, arbitrary: fc.constantFrom('|', '.', ',', '\n', '7/10', "'", '_', '  ') },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }) },
    );
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '|', '', '. ')), { maxLength: 40 })
      .map((parts) => parts.flat().join(''));
    expect(() => fc.assert(fc.property(text, sameFound), { numRuns: 1500 })).not.toThrow();
  });

  it('does so in two phrases that run into each other', () => {
    const phrase = fc.constantFrom(...PHRASES);
    const run = fc.property(phrase, phrase, fc.nat(60), (a, b, cut) =>
      sameFound(`${a} ${b.slice(cut)}`),
    );
    expect(() => fc.assert(run, { numRuns: 1500 })).not.toThrow();
  });
});

describe('what an expression needs', () => {
  it.each<[string, string[] | null]>([
    ['palpitation\\w*|heart attack', [' heart attack', ' palpitation']],
    ['(chest|sternum)(?: \\w+){0,6} (pain\\w*|ache)', [' chest', ' sternum']],
    ['dolor\\w* toracic[oa]?', [' toracico ', ' toracica ', ' toracic ']],
    ['(?:a )?fib', [' a fib ', ' fib ']],
    ['1[0-7] (?!km)(years|yrs)', [' years ', ' yrs ']],
    ['(?:pain){2,3}', [' pain']],
    ['\\w+', null],
    ['(pain)?', null],
  ])('%s', (expression, needed) => {
    expect(neededLiterals(expression)?.toSorted() ?? null).toEqual(needed?.toSorted() ?? null);
  });

  it('is in every text that matches, for any phrase', () => {
    const leaf = fc.constantFrom(
      'a',
      'ab',
      'b*',
      'ba?',
      '(a|ba)',
      '(b |a )?a',
      '[ab]',
      '\\w+',
      'b c',
    );
    const alternative = fc
      .array(fc.tuple(leaf, fc.constantFrom(' ', ' ~1 ', ' ~2 ')), { minLength: 1, maxLength: 4 })
      .map((parts) => parts.flat().slice(0, -1).join(''));
    const joint = fc.tuple(alternative, fc.constantFrom(' <1> ', ' && '), alternative);
    const phrase = fc
      .array(
        fc.oneof(
          alternative,
          joint.map((parts) => parts.join('')),
        ),
        {
          minLength: 1,
          maxLength: 3,
        },
      )
      .map((parts) => parts.join('|'));
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', ' ', '|'), maxLength: 30 });
    let found = 0;
    fc.assert(
      fc.property(phrase, text, (source, searched) => {
        const pattern = phrasePattern(source);
        if (occurrences(pattern, searched).length === 0) return;
        found += 1;
        if (pattern.needed === null) return;
        const spaced = ` ${searched.replaceAll('|', ' ')} `;
        expect(pattern.needed.filter((literal) => spaced.includes(literal))).not.toEqual([]);
      }),
      { numRuns: 5000 },
    );
    expect(found).toBeGreaterThan(300);
  });
});
