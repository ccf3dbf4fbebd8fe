import type { FactSheet } from '@evensplit/contracts';
import * as given from './fixture-sheets.ts';
import type { Paragraph } from '../src/baseline/prose.ts';
import type { Beyond, Measure, RunDetail, Term } from '../src/baseline/asked.ts';
import { offersNear } from '../src/baseline/offer-near.ts';
import { tellBeyond } from '../src/baseline/tell-beyond.ts';
import { tellPaceIndex } from '../src/baseline/tell-pace-index.ts';
import { tellPair } from '../src/baseline/tell-pairs.ts';
import {
  tellBiggestMonth,
  tellBiggestWeek,
  tellUsualWeek,
  tellWeeks,
} from '../src/baseline/tell-records.ts';
import { tellSince, tellSinceHard, tellStreak } from '../src/baseline/tell-since.ts';
import { tellTomorrow } from '../src/baseline/tell-tomorrow.ts';
import { tellTerm } from '../src/baseline/explain.ts';
import { tellSimilar, tellTwoRuns } from '../src/baseline/tell-comparison.ts';
import { tellDetail } from '../src/baseline/tell-detail.ts';
import { tellLoad } from '../src/baseline/tell-load.ts';
import { tellMemories, tellOffer } from '../src/baseline/tell-memories.ts';
import { tellMissing } from '../src/baseline/tell-missing.ts';
import { tellMonth, tellTwoMonths, tellYear } from '../src/baseline/tell-month.ts';
import { tellPaces } from '../src/baseline/tell-paces.ts';
import * as plain from '../src/baseline/tell-plainly.ts';
import { tellBests, tellPredictions } from '../src/baseline/tell-races.ts';
import { tellBalance, tellHardToday, tellReadiness } from '../src/baseline/tell-readiness.ts';
import { tellRun } from '../src/baseline/tell-run.ts';
import { tellToday, tellWhyToday } from '../src/baseline/tell-today.ts';
import { tellTrend } from '../src/baseline/tell-trend.ts';
import { tellTwoWeeks, tellWeek } from '../src/baseline/tell-week.ts';
import { tellZones } from '../src/baseline/tell-zones.ts';
import { TODAY } from './phrasings.ts';

const today = TODAY;

/** All names of a kind: one that is added and not listed does not compile. */
function everyOne<T extends string>(names: Record<T, true>): T[] {
  return Object.keys(names) as T[];
}

const beyonds = everyOne<Beyond>({
  body: true,
  food: true,
  gear: true,
  'heart rate variability': true,
  'other people': true,
  'other sports': true,
  'oxygen uptake': true,
  power: true,
  races: true,
  'resting heart rate': true,
  route: true,
  shoes: true,
  sleep: true,
  steps: true,
  strength: true,
  stress: true,
  weather: true,
  weight: true,
  world: true,
});
const measures = everyOne<Measure>({
  distance: true,
  runs: true,
  time: true,
  climb: true,
  load: true,
});
const october = { unit: 'month', name: 'in October', subject: 'month:2026-10' } as const;
const november = { unit: 'month', name: 'this month', subject: 'month:2026-11' } as const;
const nothing = given.sheet('x', []);
const lastWeek = { weeksBack: 1, monday: '2026-11-09', today };
const twoWeeks = { ...lastWeek, earlierMonday: '2026-11-02' };

/** What it is, the answer, and the sheets that it may speak from. */
type Told = [string, Paragraph[], FactSheet[]];
const twoIds = { ...given.runIds, today };
const details = everyOne<RunDetail>({
  cadence: true,
  climb: true,
  'heart rate': true,
  efficiency: true,
  decoupling: true,
  pace: true,
  load: true,
  even: true,
  distance: true,
  time: true,
});
const terms = everyOne<Term>({
  'long-term load': true,
  'recent load': true,
  balance: true,
  'run load': true,
  'pace index': true,
  'grade-adjusted pace': true,
  decoupling: true,
  efficiency: true,
  threshold: true,
  range: true,
  'best effort': true,
  cadence: true,
  zones: true,
  'similar runs': true,
  receipts: true,
});

/** Every answer that the baseline can give, over full, thin and empty sheets. */
export const toldAnswers: Told[] = [
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
