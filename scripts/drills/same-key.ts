import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Person } from '../bench/people.ts';
import { exactly, reportOf, type Report } from '../bench/report.ts';
import { postTurn } from '../bench/start-turn.ts';
import type { DrillContext } from './drill.ts';
import { readMetrics } from './read-metrics.ts';
import { startStage } from './stage.ts';
import { redisOf } from './stores.ts';
import { sayWords, stopTurn } from './turns.ts';
import { codeIn } from './watch-login.ts';

const POSTS = 50;

/** One question sent fifty times at once to two replicas, also while the cache Redis restarts: one turn. */
export async function sameKey(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 6;
  const stage = await startStage(context);
  const other = await stage.addReplica();
  const urls = [stage.first.url, other.url];
  const cache = redisOf(stage, 'cache');
  const people = await stage.people(times);
  const statuses: Record<string, number> = {};
  let wrong = 0;

  /** Whoever is told to come back does so with the same key; that is what keys are for. */
  async function send(url: string, person: Person, key: string): ReturnType<typeof postTurn> {
    for (let tries = 0; ; tries += 1) {
      const answer = await postTurn(url, person, sayWords(60, 100), key);
      const what = answer.status === 503 ? `503 ${codeIn(answer.body)}` : String(answer.status);
      statuses[what] = (statuses[what] ?? 0) + 1;
      if (answer.status !== 503 || tries === 10) return answer;
      await sleep(500);
    }
  }

  async function round(person: Person, withRestart: boolean): Promise<void> {
    const key = randomUUID();
    const post = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        send(urls[(from + index) % 2] ?? '', person, key),
      );
    const posts = post(0, withRestart ? POSTS / 2 : POSTS);
    if (withRestart) {
      const restart = cache.stop().then(cache.start);
      posts.push(...post(0, POSTS / 4));
      await restart;
      posts.push(...post(0, POSTS - posts.length));
    }
    const answers = await Promise.all(posts);
    const ids = new Set(answers.map(({ turnId }) => turnId));
    const began = answers.filter(({ status }) => status === 202).length;
    if (ids.size !== 1 || ids.has(undefined) || began !== 1) wrong += 1;
    const [turnId] = ids;
    await sleep(300);
    if (turnId !== undefined) await stopTurn(stage.first.url, person, turnId);
  }

  for (const [index, person] of people.entries()) await round(person, index % 2 === 1);
  context.say(`answers by status: ${JSON.stringify(statuses)}`);
  const metrics = await Promise.all(
    [stage.first, other].map((one) => readMetrics(one.part.metricsPort)),
  );
  const started = metrics.reduce((sum, read) => sum + read('coach_turns_started_total'), 0);
  return reportOf(
    'one-turn',
    [
      exactly(
        `rows for ${times} questions sent ${POSTS} times each`,
        await rows(stage.stack.urls.admin),
        times,
      ),
      exactly('turns started by either replica', started, times),
      exactly('rounds not answered with one turn, 202 once', wrong, 0),
      exactly('bugs told by any process', stage.bugs.length, 0),
    ],
    { statuses },
  );
}

async function rows(adminUrl: string): Promise<number> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ n: number }>('SELECT count(*)::int AS n FROM "Turn"');
    return rows[0]?.n ?? -1;
  } finally {
    await client.end();
  }
}
