import type { FactSheet } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import * as given from '../../test/fixture-sheets.ts';
import { screenAnswer } from '../guardrails/screen-answer.ts';
import type { TurnLog } from '../log/open-turn-log.ts';
import { productTimings } from '../timings.ts';
import { createSpeech } from '../turns/speak.ts';
import { sentencesOf } from './create-baseline.ts';
import type { Paragraph } from './prose.ts';
import type { Beyond, Measure, RunDetail, Term } from './asked.ts';
import { offersNear } from './offer-near.ts';
import { tellBeyond } from './tell-beyond.ts';
import { tellPaceIndex } from './tell-pace-index.ts';
import { tellPair } from './tell-pairs.ts';
import { tellBiggestMonth, tellBiggestWeek, tellUsualWeek, tellWeeks } from './tell-records.ts';
import { tellSince, tellSinceHard, tellStreak } from './tell-since.ts';
import { tellTomorrow } from './tell-tomorrow.ts';
import { tellTerm } from './explain.ts';
import { tellSimilar, tellTwoRuns } from './tell-comparison.ts';
import { tellDetail } from './tell-detail.ts';
import { tellLoad } from './tell-load.ts';
import { tellMemories, tellOffer } from './tell-memories.ts';
import { tellMissing } from './tell-missing.ts';
import { tellMonth, tellTwoMonths, tellYear } from './tell-month.ts';
import { tellPaces } from './tell-paces.ts';
import * as plain from './tell-plainly.ts';
import { tellBests, tellPredictions } from './tell-races.ts';
import { tellBalance, tellHardToday, tellReadiness } from './tell-readiness.ts';
import { tellRun } from './tell-run.ts';
import { tellToday, tellWhyToday } from './tell-today.ts';
import { tellTrend } from './tell-trend.ts';
import { tellTwoWeeks, tellWeek } from './tell-week.ts';
import { tellZones } from './tell-zones.ts';

const today = '2026-11-20';
const beyonds: Beyond[] = [
  'body',
  'food',
  'gear',
  'heart rate variability',
  'other people',
  'other sports',
  'oxygen uptake',
  'power',
  'races',
  'resting heart rate',
  'route',
  'shoes',
  'sleep',
  'steps',
  'strength',
  'stress',
  'weather',
  'weight',
  'world',
];
const measures: Measure[] = ['distance', 'runs', 'time', 'climb', 'load'];
const october = { unit: 'month', name: 'in October', subject: 'month:2026-10' } as const;
const november = { unit: 'month', name: 'this month', subject: 'month:2026-11' } as const;
const nothing = given.sheet('x', []);
const lastWeek = { weeksBack: 1, monday: '2026-11-09', today };
const twoWeeks = { ...lastWeek, earlierMonday: '2026-11-02' };

type Told = [string, Paragraph[], FactSheet[]];
const twoIds = { ...given.runIds, today };
const details: RunDetail[] = [
  'cadence',
  'climb',
  'heart rate',
  'efficiency',
  'decoupling',
  'pace',
  'load',
  'even',
  'distance',
  'time',
];
const terms: Term[] = [
  'long-term load',
  'recent load',
  'balance',
  'run load',
  'pace index',
  'grade-adjusted pace',
  'decoupling',
  'efficiency',
  'threshold',
  'range',
  'best effort',
  'cadence',
  'zones',
  'similar runs',
  'receipts',
];

/** Every answer that the baseline can give, over full, thin and empty sheets. */
const answers: Told[] = [
  ['a full run', tellRun(given.fullRun, today), [given.fullRun]],
  ['too hard?', tellRun(given.fullRun, today, { tooHard: true }), [given.fullRun]],
  ['a bare run', tellRun(given.bareRun, today), [given.bareRun]],
  ['a week', tellWeek(given.fullWeek, lastWeek), [given.fullWeek]],
  ['this week', tellWeek(given.fullWeek, { ...lastWeek, weeksBack: 0 }), [given.fullWeek]],
  [
    'a week long ago',
    tellWeek(given.thinWeek, { weeksBack: 9, monday: '2026-11-02', today }),
    [given.thinWeek],
  ],
  ...given.emptyWeeks.map((one, i): Told => [`an empty week ${i}`, tellWeek(one, lastWeek), [one]]),
  ['two weeks', tellTwoWeeks(given.twoWeeks, twoWeeks), [given.twoWeeks]],
  [
    'this week and the last',
    tellTwoWeeks(given.twoWeeks, { ...twoWeeks, weeksBack: 0 }),
    [given.twoWeeks],
  ],
  ['two weeks, one empty', tellTwoWeeks(given.thinWeek, twoWeeks), [given.thinWeek]],
  ['two weeks, both empty', tellTwoWeeks(nothing, twoWeeks), []],
  ['load', tellLoad(given.load, given.predictions), [given.load, given.predictions]],
  ['no load', tellLoad(nothing, nothing), []],
  ['predictions', tellPredictions(given.predictions, { today }), [given.predictions]],
  [
    'one prediction',
    tellPredictions(given.predictions, { distanceM: 10_000, today }),
    [given.predictions],
  ],
  [
    'an odd distance',
    tellPredictions(given.predictions, { distanceM: 1609.344, today }),
    [given.predictions],
  ],
  [
    'no prediction',
    tellPredictions(
      given.sheet('p', [], {
        gaps: [given.gap('prediction.time', 'No effort of 1500 m in 26 weeks.')],
      }),
      { today },
    ),
    [],
  ],
  ['bests', tellBests(given.bests, { today }), [given.bests]],
  ['one best', tellBests(given.bests, { distanceM: 5000, today }), [given.bests]],
  ['no bests', tellBests(nothing, { today }), []],
  ...given.todays.map((one): Told => [`today: ${one.decisions[0]?.rule}`, tellToday(one), [one]]),
  ['no today', tellToday(nothing), []],
  ['help', plain.tellHelp(), []],
  ['unknown', plain.tellUnknown(), []],
  ['bring', plain.tellHowToBring(), []],
  ['no runs', plain.tellNoRuns(), []],
  ['reading', plain.tellStillReading(), []],
  ['a long time', plain.tellLongTime(), []],
  ['hello', plain.tellHello(), []],
  ['thanks', plain.tellThanks(), []],
  ['a plan', plain.tellPlanElsewhere(), []],
  ['an order', plain.tellOrder(), []],
  ['unknown, with offers', plain.tellUnknown({ near: offersNear('my watch and my legs') }), []],
  ...beyonds.map((beyond): Told => [`beyond: ${beyond}`, tellBeyond({ beyond }), []]),
  ['beyond everything', tellBeyond({}), []],
  ['no route', plain.tellNoRoute(), []],
  ...([0, 1, 5, 13] as const).flatMap((monthsBack): Told[] => [
    [`month ${monthsBack}`, tellMonth(given.fullMonth, { monthsBack, today }), [given.fullMonth]],
    [
      `two months ${monthsBack}`,
      tellTwoMonths(given.fullMonth, { monthsBack, today }),
      [given.fullMonth],
    ],
  ]),
  ...given.emptyMonths.map((one): Told => [
    'an empty month',
    tellMonth(one, { monthsBack: 0, today }),
    [],
  ]),
  ['this year', tellYear(given.fullMonth, { yearsBack: 0, today }), [given.fullMonth]],
  ['a year long ago', tellYear(nothing, { yearsBack: 12, today }), []],
  ['two runs', tellTwoRuns(given.twoRuns, twoIds), [given.twoRuns]],
  ['two bare runs', tellTwoRuns(given.twoBareRuns, twoIds), [given.twoBareRuns]],
  ['two runs, one gone', tellTwoRuns(nothing, twoIds), []],
  ...[given.similar, given.fewSimilar, given.noneSimilar, nothing].map((one): Told => [
    'similar runs',
    tellSimilar(one, { id: given.runIds.first, today }),
    [one],
  ]),
  ...[given.zones, given.frielZones, nothing].map((one): Told => ['zones', tellZones(one), [one]]),
  ['paces', tellPaces(given.paces, { today }), [given.paces]],
  ...(['easy', 'long', 'marathon', 'threshold', 'interval', 'repetition'] as const).map(
    (pace): Told => [`${pace} pace`, tellPaces(given.paces, { pace, today }), [given.paces]],
  ),
  ['no paces', tellPaces(nothing, { today }), []],
  ...[given.readiness, given.bareReadiness, nothing].map((one): Told => [
    'readiness',
    tellReadiness(one),
    [one],
  ]),
  ...given.todays.flatMap((one): Told[] => [
    [
      `hard today: ${one.decisions[0]?.rule}`,
      tellHardToday(one, given.bareReadiness),
      [one, given.bareReadiness],
    ],
    [`why today: ${one.decisions[0]?.rule}`, tellWhyToday(one), [one]],
  ]),
  ['hard, nothing known', tellHardToday(nothing, nothing), []],
  ['balance', tellBalance(given.load), [given.load]],
  ['no balance', tellBalance(nothing), []],
  ['trend', tellTrend(given.trend), Object.values(given.trend)],
  [
    'a young trend',
    tellTrend({ ...given.trend, monthAgo: nothing, recentBests: nothing }),
    Object.values(given.trend),
  ],
  [
    'no trend',
    tellTrend({
      thisWeek: nothing,
      monthAgo: nothing,
      load: nothing,
      recentBests: nothing,
      yearBests: nothing,
    }),
    [],
  ],
  ...([undefined, 'injury', 'event', 'phase', 'preference'] as const).map((kind): Told => [
    `notes: ${kind ?? 'all'}`,
    tellMemories(given.notes, kind ? { kind } : {}),
    [given.notes],
  ]),
  ['no notes', tellMemories(nothing, {}), []],
  ['no injury', tellMemories(nothing, { kind: 'injury' }), []],
  ['an offer to remember', tellOffer(), []],
  ...given.injuredTodays.flatMap((one): Told[] => [
    ['today with an injury', tellToday(one), [one]],
    [
      'hard today with an injury',
      tellHardToday(one, given.injuredReadiness),
      [one, given.injuredReadiness],
    ],
    ['why, with an injury', tellWhyToday(one), [one]],
  ]),
  ['readiness with an injury', tellReadiness(given.injuredReadiness), [given.injuredReadiness]],
  ...measures.flatMap((measure): Told[] => [
    [`${measure} of a week`, tellWeek(given.fullWeek, { ...lastWeek, measure }), [given.fullWeek]],
    [
      `${measure} of a month`,
      tellMonth(given.fullMonth, { monthsBack: 0, today, measure }),
      [given.fullMonth],
    ],
    [
      `${measure} of a year`,
      tellYear(given.fullMonth, { yearsBack: 0, today, measure }),
      [given.fullMonth],
    ],
  ]),
  ...(['maximum', 'threshold'] as const).flatMap((limit): Told[] =>
    [given.zones, given.frielZones, nothing].map((one): Told => [
      `${limit} heart rate`,
      tellZones(one, { limit }),
      [one],
    ]),
  ),
  ...[
    { first: 20, second: undefined },
    { first: 1, second: 45 },
    { first: 4, second: undefined, unit: 'hours' as const },
  ].flatMap((goal): Told[] =>
    [5000, 21_097.5, 42_195].map((distanceM): Told => [
      `a goal of ${goal.first} over ${distanceM}`,
      tellPredictions(given.predictions, { distanceM, goal, today }),
      [given.predictions],
    ]),
  ),
  ['pace index', tellPaceIndex(given.predictions, today), [given.predictions]],
  ['no pace index', tellPaceIndex(nothing, today), []],
  ...given.todays.map((one): Told => ['tomorrow', tellTomorrow(one), [one]]),
  ...given.injuredTodays.map((one): Told => ['tomorrow with an injury', tellTomorrow(one), [one]]),
  ['tomorrow, nothing known', tellTomorrow(nothing), []],
  [
    'when it was',
    tellSince(given.fullRun, { what: 'interval session', today, age: given.fullRun.facts[0] }),
    [given.fullRun],
  ],
  ['when a bare run was', tellSince(given.bareRun, { what: 'run', today }), [given.bareRun]],
  ['when it was hard', tellSinceHard(given.readiness, today), [given.readiness]],
  ['never hard', tellSinceHard(nothing, today), []],
  ['no streak', tellStreak(nothing, today), []],
  ...[0, 1, 3].flatMap((since) =>
    [1, 12].map((days): Told => {
      const one = given.streak(days, since);
      return [`a streak of ${days}, ${since} ago`, tellStreak(one, today), [one]];
    }),
  ),
  [
    'the usual week',
    tellUsualWeek(given.trend.thisWeek, given.fullWeek, today),
    [given.trend.thisWeek, given.fullWeek],
  ],
  ['no usual week', tellUsualWeek(nothing, nothing, today), []],
  ['weeks', tellWeeks(given.fullWeek, { count: 4, monday: '2026-11-16', today }), [given.fullWeek]],
  ['no weeks', tellWeeks(nothing, { count: 4, monday: '2026-11-16', today }), []],
  [
    'the biggest week',
    tellBiggestWeek(given.fullWeek, { within: 'year', today }),
    [given.fullWeek],
  ],
  ['no biggest week', tellBiggestWeek(nothing, { within: 'ever', today }), []],
  ['the biggest month', tellBiggestMonth([given.fullMonth], today), [given.fullMonth]],
  ['no biggest month', tellBiggestMonth([], today), []],
  [
    'two months far apart',
    tellPair(
      { ...november, sheet: given.fullMonth },
      { ...october, sheet: given.fullMonth },
      { isRunning: true },
    ),
    [given.fullMonth],
  ],
  [
    'two months without a run',
    tellPair({ ...november, sheet: nothing }, { ...october, sheet: nothing }, { isRunning: false }),
    [],
  ],
  ...(['longest', 'hilliest'] as const).flatMap((by): Told[] =>
    (['ever', { unit: 'month', back: 3 }, { unit: 'week', back: 0 }] as const).map(
      (within): Told => [
        `the ${by}`,
        tellRun(given.fullRun, today, { which: { by, within } }),
        [given.fullRun],
      ],
    ),
  ),
  [
    'the last of that length',
    tellRun(given.fullRun, today, {
      which: { by: 'over', distanceM: 10_000, roughly: true },
    }),
    [given.fullRun],
  ],
  ['missing', tellMissing(given.missing), [given.missing]],
  ['nothing missing', tellMissing(given.nothingMissing), [given.nothingMissing]],
  ['nothing there', tellMissing(nothing), []],
  ...details.flatMap((detail): Told[] => [
    [`${detail}, full`, tellDetail(given.fullRun, { detail, today }), [given.fullRun]],
    [`${detail}, bare`, tellDetail(given.bareRun, { detail, today }), [given.bareRun]],
  ]),
  ...terms.map((term): Told => [`what is ${term}`, tellTerm(term), []]),
  ['no such run', plain.tellNoSuchRun('run on Tuesday 17 November'), []],
];

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
    expect(screenAnswer(text)).toEqual({ allowed: true });
  });

  it('would notice a number without a receipt', () => {
    const text = render([[['You ran 10 km on 17 November.']]]);
    expect(text.replaceAll(RECEIPT, '').replaceAll(DATE, '')).toMatch(/\d/);
  });

  it('says an injury first, in the words of the athlete, and suggests nothing on top of it', () => {
    const [injured] = given.injuredTodays;
    expect(render(tellToday(injured ?? nothing)).replaceAll(RECEIPT, '$1')).toBe(
      [
        'Rest today. You noted “Left Achilles, stiff for 3 weeks after 20 km”, and I suggest no run on top of that.',
        'I cannot judge pain or illness from here: in doubt, rest and ask a doctor. When it is better, change the note under Settings, Memory, and this changes with it.',
      ].join('\n\n'),
    );
    expect(render(tellReadiness(given.injuredReadiness))).toMatch(/^You noted /);
  });

  it('reads like a person who has the figures', () => {
    expect(render(tellRun(given.fullRun, today)).replaceAll(RECEIPT, '$1')).toBe(
      [
        'Your interval session on Tuesday 17 November covered 10.2 km in 50:12 of moving time, which is 4:54/km. It climbed 124 m. Allowing for the hills, that was worth 4:48/km on the flat. From start to finish it took 53:00: the difference is standing still.',
        'Your heart rate averaged 152 bpm and peaked at 176 bpm. Its run load is 71. You covered 1.34 m/beat, a figure to compare with similar runs of yours.',
        'The second half against the first: −2.3 % in time, so you sped up. Heart rate drifted from pace by 6.4 %: holding the pace cost more towards the end, from heat, thirst, tiredness or a pace above easy. Cadence averaged 178 steps/min.',
      ].join('\n\n'),
    );
  });
});
