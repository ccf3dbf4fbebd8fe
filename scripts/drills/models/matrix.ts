import type { Protocol } from '../../model-sim/sim-request.ts';
import type { SimCall } from '../../model-sim/start-model-sim.ts';
import { askAndFollow, type Followed } from './ask-and-follow.ts';
import { wishFor, type ModelStage } from './model-stage.ts';
import type { LedgerTurn } from './read-ledger.ts';

/** streaming.md §13; the one that closes a provider for an hour comes last, or the others would not be asked. */
export const plays = [
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
  '429-retry-2',
  '429-retry-3600',
];
export const WAIT_OF_AN_HOUR = '429-retry-3600';

export const events = ['kill', 'zombie', 'stop', 'wipe', 'postgres'] as const;
export type Event = (typeof events)[number];
export type Cell = Followed & { event: Event; plays: string; protocol: Protocol };

/** One turn for every fault over either protocol, each of another athlete, all at once. */
export async function askWave(
  stage: ModelStage,
  event: Event,
  url: string,
  kinds: readonly string[],
): Promise<Cell[]> {
  const people = await stage.people(kinds.length * 2);
  const asking: Promise<Cell>[] = [];
  for (const one of kinds)
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
  return Promise.all(asking);
}

/** Whoever asks OpenAI first gets to Gemini when OpenAI refuses the request, which is no reason to leave it alone. */
function wishOver(protocol: Protocol, one: string): string {
  return protocol === 'openai' ? `openai: ${one}; gemini: plain` : `openai: 400; gemini: ${one}`;
}

/** How many of the cells were played: a fault, over a protocol, while something happened, as the model saw it. */
export function countCells(cells: Cell[], calls: SimCall[]): number {
  const asked = new Set(calls.map(({ protocol, question }) => `${protocol} ${question}`));
  const played = cells.filter(({ protocol, question }) => asked.has(`${protocol} ${question}`));
  return new Set(played.map((cell) => `${cell.plays} ${cell.protocol} ${cell.event}`)).size;
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
