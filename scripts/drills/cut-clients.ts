import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import { startTurn } from '../bench/start-turn.ts';
import type { DrillContext } from './drill.ts';
import { follow } from './follow.ts';
import { judgeSubscribers, type Followed } from './judge-subscribers.ts';
import { wires } from './listen.ts';
import { withRedis } from './open-redis.ts';
import { startStage, type Stage } from './stage.ts';
import { readTurn, sayWords, within, wordsOf } from './turns.ts';

const CUTS = 5;
const PER_TURN = 10;
const WORDS = 120;
const EVERY_MS = 200;

/**
 * Clients that are cut again and again and resume by cursor, at another replica and over the other wire as it comes,
 * while logs are trimmed and Redis is wiped once.
 */
export async function cutClients(context: DrillContext): Promise<Report> {
  const clients = context.sizes.clients ?? 100;
  const stage = await startStage(context);
  const other = await stage.addReplica();
  const urls = [stage.first.url, other.url];
  const people = await stage.people(Math.ceil(clients / PER_TURN / 2));
  const startedAt = performance.now();
  const turns = await Promise.all(
    Array.from({ length: Math.ceil(clients / PER_TURN) }, async (_, index) => {
      const person = people[index % people.length];
      if (!person) throw new Error('nobody to ask');
      // Their starts are spread over two seconds, as people are.
      await sleep(Math.random() * 2000);
      const url = urls[index % 2] ?? '';
      const turnId = await startTurn(url, person, sayWords(WORDS, EVERY_MS));
      const followers = Array.from({ length: Math.min(PER_TURN, clients - index * PER_TURN) }, () =>
        follow({
          origin: stage.stack.url,
          person,
          turnId,
          next: () => ({ url: anyOf(urls), wire: anyOf(wires) }),
          // The last of the cuts falls at two thirds of the answer at the latest.
          cutAfter: (connection) =>
            connection < CUTS ? 1 + Math.floor(Math.random() * 15) : undefined,
        }),
      );
      return { person, turnId, followers };
    }),
  );
  const disturbing = disturb(
    stage,
    turns.map(({ turnId }) => turnId),
  );
  const all = turns.flatMap(({ followers }) => followers);
  await within(180_000, 'end for everybody', Promise.all(all.map(({ done }) => done)));
  await disturbing;
  const followed: Followed[] = [];
  let wrong = 0;
  for (const { person, turnId, followers } of turns) {
    const row = await readTurn(other.url, person, turnId);
    if (row.status !== 'done' || row.text !== wordsOf(turnId, WORDS)) wrong += 1;
    followed.push({ turnId, followers, answer: row.text });
  }
  const fewest = Math.min(...all.map((one) => one.connections() - 1));
  const sum = (of: (one: (typeof all)[number]) => number) =>
    all.reduce((total, one) => total + of(one), 0);
  const reconnects = sum((one) => one.connections() - 1);
  const snapshots = sum((one) => one.recording.snapshots());
  context.say(
    `${clients} clients of ${turns.length} turns: ${reconnects} reconnects, ${snapshots} snapshots, ` +
      `${sum((one) => one.recording.events())} events in ${((performance.now() - startedAt) / 1000).toFixed(0)} s`,
  );
  return reportOf(
    'resume',
    [
      exactly('clients', all.length, clients),
      { name: 'fewest cuts of one client', value: fewest, bar: CUTS, ok: fewest >= CUTS },
      atMost('answers stored other than said', wrong, 0),
      ...judgeSubscribers(followed),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { reconnects, snapshots },
  );
}

/** A quarter of the logs lose their oldest entries in the middle; a little later all of them are gone. */
async function disturb(stage: Stage, turnIds: string[]): Promise<void> {
  await withRedis(stage.stack.urls.cache, async (redis) => {
    await sleep(6000);
    for (const turnId of turnIds.filter((_, index) => index % 4 === 0))
      await redis.xtrim(`coach:{${turnId}}:ev`, 'MAXLEN', 3);
    await sleep(3000);
    await redis.flushall();
  });
}

function anyOf<T>(options: readonly T[]): T {
  const one = options[Math.floor(Math.random() * options.length)];
  if (one === undefined) throw new Error('nothing to choose from');
  return one;
}
