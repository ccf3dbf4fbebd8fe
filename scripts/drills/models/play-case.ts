import type { Person } from '../../bench/people.ts';
import type { SimCall } from '../../model-sim/start-model-sim.ts';
import type { Protocol } from '../../model-sim/sim-request.ts';
import type { Stage } from '../stage.ts';
import { askAndFollow, type Followed } from './ask-and-follow.ts';
import { wishOf, type FaultCase } from './fault-cases.ts';
import { said, wishFor } from './model-stage.ts';
import type { LedgerTurn } from './read-ledger.ts';

/** One question that a fault was wished for, and everybody who follows its answer. */
export type Played = Followed & { wish: FaultCase; order: readonly [Protocol, Protocol] };

export async function playCase(
  stage: Stage,
  at: {
    url: string;
    order: readonly [Protocol, Protocol];
    person: Person;
    watchAt: readonly string[];
  },
  wish: FaultCase,
): Promise<Played> {
  const followed = await askAndFollow(stage, at, wishFor(wishOf(wish, at.order)));
  return { ...followed, wish, order: at.order };
}

export function callsOf(calls: SimCall[], question: string): SimCall[] {
  return calls.filter((call) => call.question === question);
}

/** What is wrong with how a case ended; nothing when it ended as it must. */
export function faultsOf(played: Played, row: LedgerTurn | undefined, calls: SimCall[]): string[] {
  const { wish, order } = played;
  if (!row) return ['there is no row'];
  const wrong: string[] = [];
  const expect = (what: string, seen: unknown, expected: unknown) => {
    if (seen !== expected) wrong.push(`${what} ${String(seen)}, not ${String(expected)}`);
  };
  const mine = callsOf(calls, played.question);
  const countOf = (protocol: Protocol) => mine.filter((call) => call.protocol === protocol).length;
  const [first, second] = order;
  expect('outcome', row.outcome, wish.outcome);
  expect('writer', row.writer, { first, second, baseline: 'baseline' }[wish.writer]);
  expect('calls', `${countOf(first)}+${countOf(second)}`, wish.calls.join('+'));
  expect('ledger', row.calls.length, mine.length);
  if (!isAnswer(wish, row.answer)) wrong.push(`answer ${JSON.stringify(row.answer.slice(0, 80))}`);
  const seconds = secondsOf(wish, row, mine);
  if (wish.seconds && !(seconds >= wish.seconds[0] && seconds <= wish.seconds[1]))
    wrong.push(`${seconds.toFixed(2)} s, not ${wish.seconds.join(' to ')} s`);
  if (wish.charged) {
    expect('estimated', row.usageEstimated, false);
    expect('charged', row.usedTokens, tokensOf(row));
    if (wish.charged === 'nothing') expect('charged', row.usedTokens, 0);
  }
  return wrong;
}

/**
 * From the first call to the end of the turn: the patience with a provider begins when it is asked. Only the wall clock
 * of a turn begins with its question.
 */
export function secondsOf({ outcome }: FaultCase, row: LedgerTurn, mine: SimCall[]): number {
  const from = outcome === 'error/hard_timeout' ? row.createdAt : mine[0]?.startedAt;
  return (row.finishedAt - (from ?? row.createdAt)) / 1000;
}

function tokensOf({ calls }: LedgerTurn): number {
  return calls.reduce((sum, { tokens }) => sum + (tokens ?? 0), 0);
}

const dripped = 'slow and steady '.repeat(10);
/** Of what an invented-numbers answer claims. */
const inventions = /87\.3|3:41|131|2:59:59|no-such-fact|deadbeef/;

function isAnswer({ answer, outcome }: FaultCase, text: string): boolean {
  switch (answer) {
    case 'whole':
      return text === said.plain;
    case 'begun':
      if (text === '') return false;
      return (outcome === 'error/hard_timeout' ? dripped : said.plain).startsWith(text);
    case 'long':
      return text.length > 30_000 && Buffer.byteLength(text) <= 65_536;
    case 'other':
      return text !== '' && !text.includes(said.plain.slice(0, 20)) && !inventions.test(text);
  }
}
