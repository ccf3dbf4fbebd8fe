import { describe, expect, it } from '@jest/globals';
import { aTurn, bindWhole, turnFacts } from '../../test/bound-text.ts';
import { kindsOfFacts, writeFact } from '../../test/write-numbers.ts';
import { bindStream } from './bind-stream.ts';

const VALUES_PER_KIND = 40;
const WRONGLY_STRUCK_AT_MOST = 0.01;
const CHARACTERS_PER_SECOND = 20_000;
/** Shares of the golden ratio: evenly spread, the same every time. */
const GOLDEN = 0.618_033_988_749_895;

const FALSE_BY = 1.37;

/** What becomes of every writing of many values, when the one fact of the turn says `factor` times as much. */
function bindAll(factor: number) {
  const counts = { written: 0, bound: 0, struck: 0, words: 0, examples: [] as string[] };
  for (let kind = 0; kind < kindsOfFacts; kind++) {
    for (let i = 0; i < VALUES_PER_KIND; i++) {
      const { fact, texts } = writeFact(kind, (i * GOLDEN) % 1, i);
      const [low, high] = fact.range ?? [0, 0];
      const known = {
        ...fact,
        value: factor === 1 ? fact.value : Math.ceil(fact.value * factor * 1000) / 1000,
        ...(fact.range ? { range: [low * factor, high * factor] as [number, number] } : {}),
      };
      const source = aTurn({ facts: () => new Map([[fact.id, known]]) });
      for (const text of texts) {
        counts.written++;
        const { pieces, struck } = bindWhole(text, source);
        const outcome =
          struck.length > 0 ? 'struck' : pieces.some(({ t }) => t === 'fact') ? 'bound' : 'words';
        counts[outcome]++;
        const isWrong = factor === 1 ? outcome !== 'bound' : outcome !== 'struck';
        if (isWrong) counts.examples.push(`${text} (${known.value} ${fact.unit}): ${outcome}`);
      }
    }
  }
  return counts;
}

describe('true numbers', () => {
  it('are hardly ever struck, however they are written', () => {
    const { written, struck, words, examples } = bindAll(1);
    console.log(
      `true numbers wrongly struck: ${struck} of ${written} (${((100 * struck) / written).toFixed(2)} %), ` +
        `left as words: ${words}\n${examples.slice(0, 10).join('\n')}`,
    );
    expect(struck / written).toBeLessThanOrEqual(WRONGLY_STRUCK_AT_MOST);
    expect(words / written).toBeLessThanOrEqual(WRONGLY_STRUCK_AT_MOST);
  });

  it('and false ones are struck, but where rounding makes them true', () => {
    const { written, struck, words, bound, examples } = bindAll(FALSE_BY);
    console.log(
      `false numbers struck: ${struck} of ${written}, bound to the fact as rounded: ${bound}, left as words: ${words}\n` +
        examples.slice(0, 10).join('\n'),
    );
    expect(bound / written).toBeLessThanOrEqual(WRONGLY_STRUCK_AT_MOST);
    expect(words).toBe(0);
  });

  it('are bound fast enough for hundreds of streams', () => {
    const text =
      'On Tuesday you ran {{dist}} in 1:02:05, which is 5:01/km; well done, it was a calm and even run. '.repeat(
        200,
      );
    const binder = bindStream(aTurn());
    const begun = performance.now();
    for (let i = 0; i < text.length; i += 5) binder.push(text.slice(i, i + 5));
    binder.end();
    const rate = (text.length / (performance.now() - begun)) * 1000;
    console.log(
      `binder: ${Math.round(rate / 1000)},000 characters a second, ${turnFacts.size} facts`,
    );
    expect(binder.strikes).toBe(0);
    expect(rate).toBeGreaterThan(CHARACTERS_PER_SECOND);
  });
});
