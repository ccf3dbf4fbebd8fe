import { setTimeout as sleep } from 'node:timers/promises';
import type { Protocol } from '../../model-sim/sim-request.ts';
import type { SimCall } from '../../model-sim/start-model-sim.ts';
import type { Replica } from '../stage.ts';
import { within } from '../turns.ts';
import { askAndFollow, type Followed } from './ask-and-follow.ts';
import { wishFor, type ModelStage } from './model-stage.ts';
import type { LedgerTurn } from './read-ledger.ts';

/** streaming.md §13, and more of what is in order: breakers open when half of all calls fail. */
const faults = [
  'plain',
  'plain',
  'plain',
  'plain+stall',
  'plain+never-headers',
  'plain+drip-frames',
  'plain+drip-bytes',
  'plain+comments',
  'plain+comments-after-1',
  'malformed-call',
  'invented-numbers',
  'plain+oversized',
  'plain+eof',
  'plain+reset',
  '500',
  '429',
];
/** These close a provider to all who ask at that replica, for two seconds twice over and for an hour. */
const waits = ['429-retry-2', '429-retry-3600'] as const;
const PAUSE_MS = 5000;
const SEEN_MS = 5000;

export const kinds = new Set([...faults, ...waits]);

export const events = ['kill', 'zombie', 'stop', 'wipe', 'postgres'] as const;
export type Event = (typeof events)[number];
export type Cell = Followed & { event: Event; plays: string; protocol: Protocol };

/**
 * Every fault over either protocol, twice: of the first turns most are well under way and of the second most have only
 * just begun when something happens.
 */
export async function twoWaves(stage: ModelStage, event: Event, owner: Replica): Promise<Cell[]> {
  const ask = (plays: readonly string[]) => askAll(stage, event, owner.url, plays);
  const [short, long] = waits;
  const early = [...(await ask(faults)), ...(await ask([short]))];
  await sleep(PAUSE_MS);
  // Two seconds are over: one answer closes the breaker that they left behind, some more keep it closed.
  const between: Cell[] = [];
  for (const answers of [1, 5]) {
    const cells = await ask(Array.from({ length: answers }, () => 'plain'));
    const ends = cells.flatMap(({ followers }) => followers.map(({ ended }) => ended));
    await within(30_000, 'answers between', Promise.all(ends));
    between.push(...cells);
  }
  const late = [...(await ask(faults)), ...(await ask([long]))];
  await sleep(Math.random() * 300);
  return [...early, ...between, ...late];
}

/** Each asked by another athlete, all at once; resolves when all of them have reached the model. */
async function askAll(
  stage: ModelStage,
  event: Event,
  url: string,
  plays: readonly string[],
): Promise<Cell[]> {
  const people = await stage.people(plays.length * 2);
  const asking: Promise<Cell>[] = [];
  for (const one of plays)
    for (const protocol of ['openai', 'gemini'] as const) {
      const person = people[asking.length];
      if (!person) throw new Error('nobody to ask');
      const at = { url, person, watchAt: [url, stage.first.url] };
      asking.push(
        askAndFollow(stage, at, wishFor(wishOver(protocol, one))).then((followed) => ({
          ...followed,
          event,
          plays: one,
          protocol,
        })),
      );
    }
  const cells = await Promise.all(asking);
  const stopLooking = performance.now() + SEEN_MS;
  while (seen(cells, stage.sim.calls()).length < cells.length && performance.now() < stopLooking)
    await sleep(10);
  return cells;
}

/** Whoever asks OpenAI first gets to Gemini when OpenAI refuses the request, which is no reason to leave it alone. */
function wishOver(protocol: Protocol, one: string): string {
  return protocol === 'openai' ? `openai: ${one}; gemini: plain` : `openai: 400; gemini: ${one}`;
}

/** What was not played as the model saw it: a fault, over a protocol, while something happened. */
export function missingCells(cells: Cell[], calls: SimCall[]): string[] {
  const nameOf = ({ plays, protocol, event }: Cell) => `${plays} ${protocol} ${event}`;
  const played = new Set(seen(cells, calls).map(nameOf));
  return [...new Set(cells.map(nameOf))].filter((name) => !played.has(name));
}

function seen(cells: Cell[], calls: SimCall[]): Cell[] {
  const asked = new Set(calls.map(({ protocol, question }) => `${protocol} ${question}`));
  return cells.filter(({ protocol, question }) => asked.has(`${protocol} ${question}`));
}

export function tellsOtherEnd({ followers }: Cell, row: LedgerTurn | undefined): boolean {
  return followers.some(({ recording }) => {
    const end = recording.end();
    const told = [end?.['status'], end?.['errorCode']].filter((part) => typeof part === 'string');
    return told.join('/') !== row?.outcome;
  });
}

export function countChanged(before: LedgerTurn[], after: LedgerTurn[]): number {
  const now = new Map(after.map((row) => [row.id, JSON.stringify(row)]));
  return before.filter((row) => JSON.stringify(row) !== now.get(row.id)).length;
}
