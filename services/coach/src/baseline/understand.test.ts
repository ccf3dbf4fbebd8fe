import { describe, expect, it } from '@jest/globals';
import { followUps, phrasings, TODAY } from '../../test/phrasings.ts';
import { screenQuestion } from '../guardrails/screen-question.ts';
import { understand } from './understand.ts';

/** Wordings that are read wrongly; at most one in twenty may be. */
const SHARE = 0.95;

const cases = phrasings.flatMap(([meant, texts]) => texts.map((text) => ({ text, meant })));

describe('what a question asks for', () => {
  it('is understood in at least nineteen wordings of twenty', () => {
    const wrong = cases.filter(
      ({ text, meant }) => JSON.stringify(understand(text, [], TODAY)) !== JSON.stringify(meant),
    );
    const right = cases.length - wrong.length;
    const lines = wrong.map(
      ({ text, meant }) =>
        `  ${text} → ${JSON.stringify(understand(text, [], TODAY))}, meant ${JSON.stringify(meant)}`,
    );
    process.stdout.write(
      `${[`understood ${right} of ${cases.length} wordings (${((100 * right) / cases.length).toFixed(1)} %)`, ...lines].join('\n')}\n`,
    );
    expect(cases.length).toBeGreaterThanOrEqual(300);
    expect(right / cases.length).toBeGreaterThanOrEqual(SHARE);
  });

  it('is tried in wordings that differ, of at least 25 kinds', () => {
    const texts = cases.map(({ text }) => text.toLowerCase().replaceAll(/[^a-z0-9 ]/g, ''));
    expect(texts.length - new Set(texts).size).toBeLessThanOrEqual(5);
    expect(new Set(phrasings.map(([meant]) => meant.about)).size).toBeGreaterThanOrEqual(25);
  });

  it.each(followUps)('after %j: %s', (earlier, question, understood) => {
    expect(understand(question, earlier, TODAY)).toEqual(understood);
  });

  it('meets no guardrail as long as health is not its subject', () => {
    const stopped = cases.filter(
      ({ text }) => screenQuestion({ text, earlier: [] }).verdict !== 'answer',
    );
    expect(stopped.map(({ text }) => text)).toEqual([]);
  });

  it('survives any text', () => {
    for (const text of [
      '',
      '???',
      '🏃‍♀️',
      '\\',
      'a'.repeat(8000),
      'compare '.repeat(1000),
      '13 13 13 february 31',
      ')(*&^%[a-z]+',
    ]) {
      const began = performance.now();
      expect(understand(text, [text], TODAY)).toHaveProperty('about');
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});
