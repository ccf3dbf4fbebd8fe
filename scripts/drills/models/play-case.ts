import type { Person } from '../../bench/people.ts';
import { startTurn } from '../../bench/start-turn.ts';
import type { SimCall } from '../../model-sim/start-model-sim.ts';
import type { Protocol } from '../../model-sim/sim-request.ts';
import { follow, type Follower } from '../follow.ts';
import { wires } from '../listen.ts';
import type { Stage } from '../stage.ts';
import { wishOf, type FaultCase } from './fault-cases.ts';
import { said, wishFor } from './model-stage.ts';
import type { LedgerTurn } from './read-ledger.ts';

/** One question that a fault was wished for, and everybody who follows its answer. */
export type Played = {
  wish: FaultCase;
  order: readonly [Protocol, Protocol];
  person: Person;
  question: string;
  turnId: string;
  followers: Follower[];
};

/** Asks at `url`; two follow, each at another replica and over another wire. */
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
  const { url, order, person, watchAt } = at;
  const question = wishFor(wishOf(wish, order));
  const turnId = await startTurn(url, person, question);
  const followers = wires.map((wire, place) =>
    follow({
      origin: stage.stack.url,
      person,
      turnId,
      next: (connection) => ({
        url: watchAt[(place + connection) % watchAt.length] ?? url,
        wire,
      }),
    }),
  );
  return { wish, order, person, question, turnId, followers };
}

/** What is wrong with how a case ended; nothing when it ended as it must. */
export function faultsOf(played: Played, row: LedgerTurn | undefined, calls: SimCall[]): string[] {
  const { wish, order } = played;
  if (!row) return ['there is no row'];
  const wrong: string[] = [];
  const expect = (what: string, seen: unknown, expected: unknown) => {
    if (seen !== expected) wrong.push(`${what} ${String(seen)}, not ${String(expected)}`);
  };
  const mine = calls.filter((call) => call.question === played.question);
  const callsOf = (protocol: Protocol) => mine.filter((call) => call.protocol === protocol).length;
  const [first, second] = order;
  expect('outcome', row.outcome, wish.outcome);
  expect('writer', row.writer, { first, second, baseline: 'baseline' }[wish.writer]);
  expect('calls', `${callsOf(first)}+${callsOf(second)}`, wish.calls.join('+'));
  expect('ledger', row.calls.length, mine.length);
  if (!isAnswer(wish, row.answer)) wrong.push(`answer ${JSON.stringify(row.answer.slice(0, 80))}`);
  const seconds = secondsOf(row);
  if (wish.seconds && !(seconds >= wish.seconds[0] && seconds <= wish.seconds[1]))
    wrong.push(`${seconds.toFixed(2)} s, not ${wish.seconds.join(' to ')} s`);
  if (wish.charged) {
    expect('estimated', row.usageEstimated, false);
    expect('charged', row.usedTokens, tokensOf(row));
    if (wish.charged === 'nothing') expect('charged', row.usedTokens, 0);
  }
  return wrong;
}

export function secondsOf(row: LedgerTurn): number {
  return (row.finishedAt - row.createdAt) / 1000;
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
