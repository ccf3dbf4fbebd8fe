import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import { startTurn } from '../bench/start-turn.ts';
import type { DrillContext } from './drill.ts';
import { follow } from './follow.ts';
import { judgeSubscribers } from './judge-subscribers.ts';
import { wires } from './listen.ts';
import { withRedis } from './open-redis.ts';
import { readMetrics } from './read-metrics.ts';
import { startStage, type Stage } from './stage.ts';
import { readTurn, sayWords, until, within } from './turns.ts';

const TURNS = 6;
const TERMINAL_MS = 18_000;
const WATCHED_MS = 8000;

/** The owner stands still past its lease and wakes up when others have ended its turns: it must write nothing. */
export async function freezeOwner(context: DrillContext): Promise<Report> {
  const stage = await startStage(context);
  const owner = await stage.addReplica();
  const people = await stage.people(TURNS / 2);
  const turns = await Promise.all(
    Array.from({ length: TURNS }, async (_, index) => {
      const person = people[index % people.length];
      if (!person) throw new Error('nobody to ask');
      const turnId = await startTurn(owner.url, person, sayWords(600, 100));
      const wire = wires[index % 2] ?? 'sse';
      const common = { origin: stage.stack.url, person, turnId };
      const outside = follow({ ...common, next: () => ({ url: stage.first.url, wire }) });
      // This one's connection freezes with the owner and goes on when it wakes.
      const inside = follow({ ...common, next: () => ({ url: owner.url, wire }) });
      return { person, turnId, outside, inside };
    }),
  );
  await sleep(4000);
  owner.signal('SIGSTOP');
  const frozenAt = performance.now();
  await within(40_000, 'end elsewhere', Promise.all(turns.map(({ outside }) => outside.done)));
  const ends = turns.map(({ outside }) => outside.recording.endedAt() ?? Number.POSITIVE_INFINITY);
  const slowest = Math.max(...ends) - frozenAt;
  const ids = turns.map(({ turnId }) => turnId);
  const before = await everythingOf(stage, ids);
  owner.signal('SIGCONT');
  await within(20_000, 'end at the zombie', Promise.all(turns.map(({ inside }) => inside.done)));
  await sleep(WATCHED_MS);
  const after = await everythingOf(stage, ids);
  const changed = ids.filter((id) => before.get(id) !== after.get(id)).length;
  const read = () => readMetrics(owner.part.metricsPort);
  await until(
    'the zombie to let go',
    async () => (await read())('coach_turns_running') === 0,
    10_000,
  );
  const metrics = await read();
  const followed = await Promise.all(
    turns.map(async ({ person, turnId, outside, inside }) => ({
      turnId,
      followers: [outside, inside],
      answer: (await readTurn(stage.first.url, person, turnId)).text,
    })),
  );
  context.say(`the last of ${TURNS} turns was ended ${slowest.toFixed(0)} ms after the freeze`);
  return reportOf(
    'zombie',
    [
      atMost('slowest end after the freeze, ms', slowest, TERMINAL_MS),
      atMost('rows or logs changed after it woke up', changed, 0),
      exactly('turns it saw itself fenced from', metrics('coach_turns_fenced_total'), TURNS),
      ...judgeSubscribers(followed),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { slowestMs: slowest },
  );
}

/** Row and log of each turn, word for word. */
async function everythingOf(stage: Stage, ids: string[]): Promise<Map<string, string>> {
  const client = new pg.Client({ connectionString: stage.stack.urls.admin });
  await client.connect();
  try {
    return await withRedis(stage.stack.urls.cache, async (redis) => {
      const found = new Map<string, string>();
      for (const id of ids) {
        const { rows } = await client.query<{ row: string }>(
          'SELECT to_jsonb(t)::text AS row FROM "Turn" t WHERE id = $1',
          [id],
        );
        const entries = await redis.xrange(`coach:{${id}}:ev`, '-', '+');
        found.set(id, JSON.stringify([rows, entries]));
      }
      return found;
    });
  } finally {
    await client.end();
  }
}
