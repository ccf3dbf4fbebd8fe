import type { Protocol } from '../../model-sim/sim-request.ts';

/** Who must answer in the end: the model that was asked first, the other one, or nobody's model. */
export type Writer = 'first' | 'second' | 'baseline';

/** One row of streaming.md §13: what is played, and what must come of it. */
export type FaultCase = {
  name: string;
  /** What the model that is asked first does, call after call; the other one is in good health unless `both`. */
  plays: string;
  both?: boolean;
  /** Judged in milliseconds: nobody else is asked meanwhile. */
  alone?: true;
  outcome: string;
  writer: Writer;
  /** `whole`: every word that was said; `begun`: the beginning of it; `other`: nothing of it. */
  answer: 'whole' | 'begun' | 'other' | 'long';
  /** Calls that reach the first and the second model. */
  calls: [first: number, second: number];
  /** Seconds from the question to the end. */
  seconds?: [from: number, to: number];
  /** Nothing may be charged, or exactly what the provider said; undefined where it cannot know. */
  charged?: 'nothing' | 'actual';
};

const next = { outcome: 'done', writer: 'second', answer: 'whole' } as const;
const baseline = { outcome: 'done', writer: 'baseline', answer: 'other' } as const;
const broken = { writer: 'first', answer: 'begun', calls: [1, 0] } satisfies Partial<FaultCase>;

/** F12. */
const silent: FaultCase[] = [
  {
    name: 'never headers',
    plays: 'plain+never-headers',
    ...next,
    calls: [1, 1],
    seconds: [20, 21.5],
  },
  {
    name: 'never headers from either',
    plays: 'plain+never-headers',
    both: true,
    ...baseline,
    calls: [1, 1],
    seconds: [40, 42],
  },
];

/** F13. */
const dripping: FaultCase[] = [
  {
    name: 'one character a second',
    plays: 'plain+drip-frames',
    ...broken,
    outcome: 'error/hard_timeout',
    seconds: [120, 121.5],
  },
  {
    name: 'one byte a second',
    plays: 'plain+drip-bytes',
    ...next,
    calls: [1, 1],
    seconds: [30, 31.5],
  },
];

const others: FaultCase[] = [
  {
    name: 'nothing wrong',
    plays: 'plain',
    outcome: 'done',
    writer: 'first',
    answer: 'whole',
    calls: [1, 0],
    charged: 'actual',
  },
  {
    name: 'nothing wrong, with a tool',
    plays: 'honest then plain',
    outcome: 'done',
    writer: 'first',
    answer: 'whole',
    calls: [2, 0],
    charged: 'actual',
  },
  {
    name: 'stall after the first chunk',
    plays: 'plain+stall',
    ...broken,
    outcome: 'error/idle_timeout',
    seconds: [20, 21],
  },
  {
    name: 'comments only',
    plays: 'plain+comments',
    ...next,
    calls: [1, 1],
    seconds: [30, 31.5],
  },
  {
    name: 'comments after the first chunk',
    plays: 'plain+comments-after-1',
    ...broken,
    outcome: 'error/idle_timeout',
    seconds: [20, 21],
  },
  {
    name: 'thoughts only',
    plays: 'plain+thinking',
    ...next,
    calls: [1, 1],
    seconds: [30, 31.5],
  },
  {
    name: 'end without a finish reason',
    plays: 'plain+eof',
    ...broken,
    outcome: 'error/upstream_truncated',
  },
  { name: 'reset mid-body', plays: 'plain+reset', ...broken, outcome: 'error/upstream_error' },
  {
    name: 'a megabyte of text',
    alone: true,
    plays: 'plain+oversized',
    outcome: 'error/output_limit',
    writer: 'first',
    answer: 'long',
    calls: [1, 0],
  },
  {
    name: 'one malformed tool call',
    plays: 'malformed-call then plain',
    outcome: 'done',
    writer: 'first',
    answer: 'whole',
    calls: [2, 0],
  },
  { name: 'malformed tool calls', plays: 'malformed-call', ...next, calls: [2, 1] },
  { name: 'arguments of wrong types', plays: 'wrong-types', ...next, calls: [2, 1] },
  {
    name: 'invented numbers',
    plays: 'invented-numbers',
    ...baseline,
    calls: [2, 0],
  },
];

/** All of §13 but refusals, which open breakers and are played by themselves. */
export const faultCases = { F12: silent, F13: dripping, others };

/** F14, one after another: each finds the breakers as the one before left them. */
export const refusalCases: FaultCase[] = [
  {
    name: '500 once',
    plays: '500 then plain',
    outcome: 'done',
    writer: 'first',
    answer: 'whole',
    calls: [2, 0],
    charged: 'actual',
  },
  { name: '500 for ever', plays: '500', ...next, calls: [2, 1], charged: 'actual' },
  {
    name: '500 for ever from both',
    plays: '500',
    both: true,
    ...baseline,
    calls: [2, 1],
    charged: 'nothing',
  },
  {
    name: '429 without Retry-After',
    plays: '429',
    ...next,
    calls: [1, 1],
    charged: 'actual',
  },
  {
    name: 'one malformed tool call',
    plays: 'malformed-call then plain',
    outcome: 'done',
    writer: 'first',
    answer: 'whole',
    calls: [2, 0],
  },
  {
    name: '429 with Retry-After 2',
    plays: '429-retry-2 then plain',
    outcome: 'done',
    writer: 'first',
    answer: 'whole',
    calls: [2, 0],
    seconds: [2, 3.5],
    charged: 'actual',
  },
  {
    name: '429 with Retry-After 3600',
    plays: '429-retry-3600',
    ...next,
    calls: [1, 1],
    seconds: [0, 2],
    charged: 'actual',
  },
  {
    name: 'within that hour',
    plays: 'plain',
    ...next,
    calls: [0, 1],
    charged: 'actual',
  },
];

/** What is asked of the sim, for a coach that asks in this order. */
export function wishOf({ plays, both }: FaultCase, [first, second]: readonly Protocol[]): string {
  return `${first}: ${plays}; ${second}: ${both ? plays : 'plain'}`;
}
