import type { FactSheet } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import {
  bareRun,
  bests,
  emptyWeeks,
  fullRun,
  fullWeek,
  gap,
  load,
  predictions,
  sheet,
  thinWeek,
  todays,
} from '../../test/fixture-sheets.ts';
import type { TurnLog } from '../log/open-turn-log.ts';
import { productTimings } from '../timings.ts';
import { createSpeech } from '../turns/speak.ts';
import { sentencesOf } from './create-baseline.ts';
import type { Paragraph } from './prose.ts';
import { tellLoad } from './tell-load.ts';
import * as plain from './tell-plainly.ts';
import { tellBests, tellPredictions } from './tell-races.ts';
import { tellRun } from './tell-run.ts';
import { tellToday } from './tell-today.ts';
import { tellTwoWeeks, tellWeek } from './tell-week.ts';

const today = '2026-11-20';
const nothing = sheet('x', []);
const lastWeek = { weeksBack: 1, monday: '2026-11-09', today };
const twoWeeks = { ...lastWeek, earlierMonday: '2026-11-02' };

/** Every answer that the baseline can give, over full, thin and empty sheets. */
const answers: [string, Paragraph[], FactSheet[]][] = [
  ['a full run', tellRun(fullRun, today), [fullRun]],
  ['a bare run', tellRun(bareRun, today), [bareRun]],
  ['a week', tellWeek(fullWeek, lastWeek), [fullWeek]],
  ['this week', tellWeek(fullWeek, { ...lastWeek, weeksBack: 0 }), [fullWeek]],
  [
    'a week long ago',
    tellWeek(thinWeek, { weeksBack: 9, monday: '2026-11-02', today }),
    [thinWeek],
  ],
  ...emptyWeeks.map((one, i): [string, Paragraph[], FactSheet[]] => [
    `an empty week ${i}`,
    tellWeek(one, lastWeek),
    [one],
  ]),
  ['two weeks', tellTwoWeeks(fullWeek, thinWeek, twoWeeks), [fullWeek, thinWeek]],
  ['two weeks, one empty', tellTwoWeeks(nothing, thinWeek, twoWeeks), [thinWeek]],
  ['load', tellLoad(load, predictions), [load, predictions]],
  ['no load', tellLoad(nothing, nothing), []],
  ['predictions', tellPredictions(predictions, { today }), [predictions]],
  ['one prediction', tellPredictions(predictions, { distanceM: 10_000, today }), [predictions]],
  ['an odd distance', tellPredictions(predictions, { distanceM: 1609.344, today }), [predictions]],
  [
    'no prediction',
    tellPredictions(
      sheet('p', [], { gaps: [gap('prediction.time', 'No effort of 1500 m in 26 weeks.')] }),
      { today },
    ),
    [],
  ],
  ['bests', tellBests(bests, { today }), [bests]],
  ['one best', tellBests(bests, { distanceM: 5000, today }), [bests]],
  ['no bests', tellBests(nothing, { today }), []],
  ...todays.map((one): [string, Paragraph[], FactSheet[]] => [
    `today: ${one.decisions[0]?.rule}`,
    tellToday(one),
    [one],
  ]),
  ['no today', tellToday(nothing), []],
  ['help', plain.tellHelp(), []],
  ['unknown', plain.tellUnknown(), []],
  ['bring', plain.tellHowToBring(), []],
  ['no runs', plain.tellNoRuns(), []],
  ['reading', plain.tellStillReading(), []],
  ['a long time', plain.tellLongTime(), []],
  ['unwell', plain.tellUnwell(), []],
  ['no such run', plain.tellNoSuchRun('run on Tuesday 17 November'), []],
];

const RECEIPT = /\[([^\]]*)\]\(#fact:([^)]+)\)/g;
/** Days are spoken from run references: a day and a month, and the year when it is another one. */
const DATE =
  /\b\d{1,2} (January|February|March|April|May|June|July|August|September|October|November|December)( \d{4})?\b/g;

function render(answer: Paragraph[]): string {
  let text = '';
  const log = {
    push: (type: string, data: object) => {
      if (type === 'delta' && 'd' in data) text += String(data.d);
    },
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
  it.each(answers)('says no number without its receipt: %s', (_what, answer, sheets) => {
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
  });

  it('would notice a number without a receipt', () => {
    const text = render([[['You ran 10 km on 17 November.']]]);
    expect(text.replaceAll(RECEIPT, '').replaceAll(DATE, '')).toMatch(/\d/);
  });

  it('reads like a person who has the figures', () => {
    expect(render(tellRun(fullRun, today)).replaceAll(RECEIPT, '$1')).toBe(
      [
        'Your interval session on Tuesday 17 November covered 10.2 km in 50:12 of moving time, which is 4:54/km. It climbed 124 m. Allowing for the hills, that was worth 4:48/km on the flat. From start to finish it took 53:00: the difference is standing still.',
        'Your heart rate averaged 152 bpm and peaked at 176 bpm. Its run load is 71. You covered 1.34 m/beat, a figure to compare with similar runs of yours.',
        'The second half against the first: −2.3 % in time, so you sped up. Heart rate drifted from pace by 6.4 %: holding the pace cost more towards the end, from heat, thirst, tiredness or a pace above easy. Cadence averaged 178 steps/min.',
      ].join('\n\n'),
    );
  });
});
