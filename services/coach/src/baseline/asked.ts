import type { MemoryKind } from '@evensplit/contracts';
import type { CivilDay } from './asked-day.ts';
import type { Period } from './period.ts';

/** Which run a question is about. */
export type WhichRun =
  | { by: 'newest'; back: number }
  | { by: 'kind'; kind: string; back: number }
  | { by: 'day'; day: CivilDay }
  | { by: 'longest'; within: 'ever' | Period }
  | { by: 'hilliest'; within: 'ever' | Period }
  /** The newest that is at least so long: "over 20 km", or, roughly, "my last 20 miler". */
  | { by: 'over'; distanceM: number; roughly: boolean };

/** One figure of a week, month or year, asked for by itself. */
export type Measure = 'distance' | 'runs' | 'time' | 'climb' | 'load';

/** What no recording of a run holds. */
export type Beyond =
  | 'body'
  | 'food'
  | 'gear'
  | 'heart rate variability'
  | 'other people'
  | 'other sports'
  | 'oxygen uptake'
  | 'power'
  | 'races'
  | 'resting heart rate'
  | 'route'
  | 'shoes'
  | 'sleep'
  | 'steps'
  | 'strength'
  | 'stress'
  | 'weather'
  | 'weight'
  | 'world';

/** One thing about a run, asked for by itself. */
export type RunDetail =
  | 'cadence'
  | 'climb'
  | 'heart rate'
  | 'efficiency'
  | 'decoupling'
  | 'pace'
  | 'load'
  | 'even'
  | 'distance'
  | 'time';

export type PaceName = 'easy' | 'long' | 'marathon' | 'threshold' | 'interval' | 'repetition';

/** Words of this product that may be asked after. */
export type Term =
  | 'long-term load'
  | 'recent load'
  | 'balance'
  | 'run load'
  | 'pace index'
  | 'grade-adjusted pace'
  | 'decoupling'
  | 'efficiency'
  | 'threshold'
  | 'range'
  | 'best effort'
  | 'cadence'
  | 'zones'
  | 'similar runs'
  | 'receipts';

/** A time that is hoped for, as it was typed: "20", "1:45", "4 hours". */
export type GoalTime = { first: number; second: number | undefined; unit?: 'minutes' | 'hours' };

type Nothing = unknown;

/** Everything that may be asked, and what else a question of that kind says. */
type Questions = {
  help: Nothing;
  hello: Nothing;
  thanks: Nothing;
  bring: Nothing;
  plan: Nothing;
  /** Something that would have to be done, not said. */
  order: Nothing;
  'pace index': Nothing;
  /** Something that is in no recording: food, shoes, sleep, the weather to come. */
  elsewhere: { beyond?: Beyond };
  'no route': Nothing;
  'long time': Nothing;
  /** With what could be asked instead, nearest to the words that were read. */
  unknown: { near?: readonly string[] };
  explain: { term: Term };
  missing: Nothing;
  memories: { kind?: MemoryKind };
  today: Nothing;
  tomorrow: Nothing;
  'hard today': Nothing;
  readiness: Nothing;
  balance: Nothing;
  load: Nothing;
  trend: Nothing;
  predictions: { distanceM?: number; goal?: GoalTime };
  bests: { distanceM?: number };
  paces: { pace?: PaceName };
  zones: { limit?: 'maximum' | 'threshold' };
  week: { weeksBack: number; measure?: Measure };
  /** The one before it, unless another one is named. */
  'two weeks': { weeksBack: number; otherBack?: number };
  month: { monthsBack: number; measure?: Measure };
  'two months': { monthsBack: number; otherBack?: number };
  year: { yearsBack: number; measure?: Measure };
  'two years': { yearsBack: number; otherBack: number };
  /** Several weeks in a row. */
  weeks: { count: number };
  /** What a week usually holds. */
  'usual week': Nothing;
  'biggest week': { within: 'ever' | 'year' };
  'biggest month': Nothing;
  streak: Nothing;
  /** When that was: a day is the answer. */
  since: { which: WhichRun | { by: 'hard' } };
  run: { which: WhichRun; tooHard?: true };
  'run detail': { detail: RunDetail; which: WhichRun };
  similar: { which: WhichRun };
  'two runs': { which: WhichRun; other: WhichRun };
  /** "Why?", after an answer to this. */
  why: { of: Understood };
};

export type Topic = keyof Questions;
export type About<T extends Topic> = { [K in T]: { about: K } & Questions[K] }[T];

/** A question as far as it was understood. */
export type Understood = About<Topic>;

/** The normalised text of a question and the day it is asked on. */
export type Asked = { text: string; today: CivilDay };
export type Recogniser = (asked: Asked) => Understood | undefined;

export function when(pattern: RegExp, understood: Understood, except: RegExp = /(?!)/): Recogniser {
  return ({ text }) => (pattern.test(text) && !except.test(text) ? understood : undefined);
}
