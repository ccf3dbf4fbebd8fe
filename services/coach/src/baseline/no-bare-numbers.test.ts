import { describe, expect, it } from '@jest/globals';
import * as given from '../../test/fixture-sheets.ts';
import { TODAY } from '../../test/phrasings.ts';
import { toldAnswers } from '../../test/told-answers.ts';
import { screenAnswer } from '../guardrails/screen-answer.ts';
import type { TurnLog } from '../log/open-turn-log.ts';
import { productTimings } from '../timings.ts';
import { createSpeech } from '../turns/speak.ts';
import { sentencesOf } from './create-baseline.ts';
import type { Paragraph } from './prose.ts';
import { tellReadiness } from './tell-readiness.ts';
import { tellRun } from './tell-run.ts';
import { tellToday } from './tell-today.ts';

const RECEIPT = /\[([^\]]*)\]\(#fact:([^)]+)\)/g;
/** Days are spoken from run references: a day and a month, and the year when it is another one. */
const DATE =
  /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?\b/g;

function render(answer: Paragraph[]): string {
  let text = '';
  const log = {
    say: (words: string) => void (text += words),
    push: () => undefined,
  };
  const speech = createSpeech({ log: log as unknown as TurnLog, timings: productTimings }, 'km');
  for (const events of sentencesOf(answer)) {
    for (const event of events) {
      if (event.type === 'text') speech.say(event.text);
      if (event.type === 'receipt') speech.mention(event.fact, event.as);
    }
  }
  speech.flush();
  return text;
}

describe('the baseline', () => {
  it.each(toldAnswers)('says no number without its receipt: %s', (_what, answer, sheets) => {
    const text = render(answer);
    expect(text.length).toBeGreaterThan(20);
    const known = new Set(sheets.flatMap((one) => one.facts.map((fact) => fact.id)));
    for (const [, words, id] of text.matchAll(RECEIPT)) {
      expect(words).not.toBe('');
      expect(known).toContain(id);
    }
    expect(text.replaceAll(RECEIPT, '').replaceAll(DATE, '')).not.toMatch(/\d/);
    expect(text).not.toMatch(/undefined|null|NaN|\[object|evil|TSS|CTL|ATL|TSB|VDOT/);
    expect(text).not.toMatch(/ {2}|\n{3}| [.,;:]/);
    expect(screenAnswer(text)).toEqual({ allowed: true });
  });

  it('would notice a number without a receipt', () => {
    const text = render([[['You ran 10 km on 17 November.']]]);
    expect(text.replaceAll(RECEIPT, '').replaceAll(DATE, '')).toMatch(/\d/);
  });

  it('says an injury first, in the words of the athlete, and suggests nothing on top of it', () => {
    const [injured] = given.injuredTodays;
    expect(render(tellToday(injured ?? given.sheet('today', []))).replaceAll(RECEIPT, '$1')).toBe(
      [
        'Rest today. You noted “Left Achilles, stiff for 3 weeks after 20 km”, and I suggest no run on top of that.',
        'I cannot judge pain or illness from here: in doubt, rest and ask a doctor. When it is better, change the note under Settings, Memory, and this changes with it.',
      ].join('\n\n'),
    );
    expect(render(tellReadiness(given.injuredReadiness))).toMatch(/^You noted /);
  });

  it('reads like a person who has the figures', () => {
    expect(render(tellRun(given.fullRun, TODAY)).replaceAll(RECEIPT, '$1')).toBe(
      [
        'Your interval session on Tuesday 17 November covered 10.2 km in 50:12 of moving time, which is 4:54/km. It climbed 124 m. Allowing for the hills, that was worth 4:48/km on the flat. From start to finish it took 53:00: the difference is standing still.',
        'Your heart rate averaged 152 bpm and peaked at 176 bpm. Its run load is 71. You covered 1.34 m/beat, a figure to compare with similar runs of yours.',
        'The second half against the first: −2.3 % in time, so you sped up. Heart rate drifted from pace by 6.4 %: holding the pace cost more towards the end, from heat, thirst, tiredness or a pace above easy. Cadence averaged 178 steps/min.',
      ].join('\n\n'),
    );
  });
});
