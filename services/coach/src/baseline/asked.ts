import type { MemoryKind } from '@evensplit/contracts';
import type { CivilDay } from './asked-day.ts';

/** Which run a question is about. */
export type WhichRun =
  | { by: 'newest'; back: number }
  | { by: 'kind'; kind: string; back: number }
  | { by: 'day'; day: CivilDay }
  | { by: 'longest'; within: 'ever' | 'year' | 'month' };

/** One thing about a run, asked for by itself. */
export type RunDetail =
  | 'cadence'
  | 'climb'
  | 'heart rate'
  | 'efficiency'
  | 'decoupling'
  | 'pace'
  | 'load'
  | 'even';

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

type Nothing = unknown;

/** Everything that may be asked, and what else a question of that kind says. */
type Questions = {
  help: Nothing;
  hello: Nothing;
  thanks: Nothing;
  bring: Nothing;
  plan: Nothing;
  /** Something that is in no recording: food, shoes, sleep, the weather to come. */
  elsewhere: Nothing;
  'no route': Nothing;
  'long time': Nothing;
  unknown: Nothing;
  explain: { term: Term };
  missing: Nothing;
  memories: { kind?: MemoryKind };
  today: Nothing;
  'hard today': Nothing;
  readiness: Nothing;
  balance: Nothing;
  load: Nothing;
  trend: Nothing;
  predictions: { distanceM?: number };
  bests: { distanceM?: number };
  paces: { pace?: PaceName };
  zones: Nothing;
  week: { weeksBack: number };
  'two weeks': { weeksBack: number };
  month: { monthsBack: number };
  'two months': { monthsBack: number };
  year: { yearsBack: number };
  run: { which: WhichRun };
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
