import { describe, expect, it } from '@jest/globals';
import { byTopic, followUps, phrasings, TODAY } from '../../test/phrasings.ts';
import { screenQuestion } from '../guardrails/screen-question.ts';
import { understand } from './understand.ts';

/** One wording in twenty may be read wrongly. */
const SHARE = 0.95;

const cases = phrasings.flatMap(([meant, texts]) => texts.map((text) => ({ text, meant })));
const topics = byTopic.flatMap(([topic, texts]) => texts.map((text) => ({ text, topic })));

/** Prints how many are right, and which are not. */
function report(what: string, all: number, wrong: string[]): number {
  const share = (all - wrong.length) / all;
  const head = `${what}: understood ${all - wrong.length} of ${all} (${(100 * share).toFixed(1)} %)`;
  process.stdout.write(`${[head, ...wrong.map((one) => `  ${one}`)].join('\n')}\n`);
  return share;
}

function matches(read: object, meant: object): boolean {
  const named: Record<string, unknown> = { ...read };
  const isAlike = ([key, value]: [string, unknown]) =>
    JSON.stringify(named[key]) === JSON.stringify(value);
  const besides = Object.keys(read).filter((key) => !(key in meant));
  return (
    Object.entries(meant).every(isAlike) &&
    besides.every((key) => ['measure', 'beyond', 'goal', 'limit', 'near', 'tooHard'].includes(key))
  );
}

describe('what a question asks for', () => {
  it('is understood in at least nineteen wordings of twenty', () => {
    const wrong = cases.flatMap(({ text, meant }) => {
      const read = understand(text, [], TODAY);
      // Which figure of a week, or what it is that no recording holds, may be said besides.
      const isRight = matches(read, meant);
      return isRight ? [] : [`${text} → ${JSON.stringify(read)}, meant ${JSON.stringify(meant)}`];
    });
    expect(cases.length).toBeGreaterThanOrEqual(300);
    expect(report('wordings', cases.length, wrong)).toBeGreaterThanOrEqual(SHARE);
  });

  it('is understood by its topic in wordings that came later', () => {
    const wrong = topics.flatMap(({ text, topic }) => {
      const { about } = understand(text, [], TODAY);
      return about === topic ? [] : [`${text} → ${about}, meant ${topic}`];
    });
    expect(report('later wordings, by topic', topics.length, wrong)).toBeGreaterThanOrEqual(SHARE);
  });

  it('is tried in wordings that differ, of at least 25 kinds', () => {
    const texts = cases.map(({ text }) => text.toLowerCase().replaceAll(/[^a-z0-9 ]/g, ''));
    expect(texts.length - new Set(texts).size).toBeLessThanOrEqual(5);
    expect(new Set(phrasings.map(([meant]) => meant.about)).size).toBeGreaterThanOrEqual(25);
  });

  it.each(followUps)('after %j: %s', (earlier, question, understood) => {
    expect(understand(question, earlier, TODAY)).toMatchObject(understood);
  });

  it('meets no guardrail as long as health is not its subject', () => {
    const stopped = [...cases, ...topics].filter(
      ({ text }) => screenQuestion({ text, earlier: [], isMinor: false }).verdict !== 'answer',
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
