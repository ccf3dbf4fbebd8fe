import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../bench/people.ts';
import { exactly, reportOf, type Report } from '../bench/report.ts';
import { postTurn } from '../bench/start-turn.ts';
import type { DrillContext } from './drill.ts';
import { startModelStage, wishFor } from './models/model-stage.ts';
import { readLedger, unbalancedBooks } from './models/read-ledger.ts';
import { readMetrics } from './read-metrics.ts';
import { redisOf } from './stores.ts';
import { stopTurn, until } from './turns.ts';
import { codeIn } from './watch-login.ts';

const POSTS = 50;

/**
 * One question sent fifty times at once to two replicas, also while the cache Redis restarts: one turn, and one call to
 * the model.
 */
export async function sameKey(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 6;
  const stage = await startModelStage(context);
  const other = await stage.addReplica({ COACH_PROVIDERS: 'gemini,openai' });
  const urls = [stage.first.url, other.url];
  const cache = redisOf(stage, 'cache');
  const people = await stage.people(times);
  const statuses: Record<string, number> = {};
  let wrong = 0;
  let calledTwice = 0;

  /** Whoever is told to come back does so with the same key; that is what keys are for. */
  async function send(
    url: string,
    person: Person,
    text: string,
    key: string,
  ): ReturnType<typeof postTurn> {
    for (let tries = 0; ; tries += 1) {
      const answer = await postTurn(url, person, text, key);
      const what = answer.status === 503 ? `503 ${codeIn(answer.body)}` : String(answer.status);
      statuses[what] = (statuses[what] ?? 0) + 1;
      if (answer.status !== 503 || tries === 10) return answer;
      await sleep(500);
    }
  }

  async function round(person: Person, withRestart: boolean): Promise<void> {
    const key = randomUUID();
    const question = wishFor('steady');
    const post = (from: number, count: number) =>
      Array.from({ length: count }, (_, index) =>
        send(urls[(from + index) % 2] ?? '', person, question, key),
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
    const callsOf = () => stage.sim.calls().filter((call) => call.question === question).length;
    await until('the call to the model', async () => callsOf() > 0, 10_000);
    // A second call would come with the second turn that made it.
    await sleep(1000);
    if (turnId !== undefined) await stopTurn(stage.first.url, person, turnId);
    if (callsOf() !== 1) calledTwice += 1;
  }

  for (const [index, person] of people.entries()) await round(person, index % 2 === 1);
  context.say(`answers by status: ${JSON.stringify(statuses)}`);
  const replicas = [stage.first, other];
  const readAll = () => Promise.all(replicas.map((one) => readMetrics(one.part.metricsPort)));
  await until(
    'the ends',
    async () => (await readAll()).every((read) => read('coach_turns_running') === 0),
    20_000,
  );
  const metrics = await readAll();
  const started = metrics.reduce((sum, read) => sum + read('coach_turns_started_total'), 0);
  const rows = await readLedger(stage);
  const written = rows.reduce((sum, { calls }) => sum + calls.length, 0);
  return reportOf(
    'one-turn',
    [
      exactly(`rows for ${times} questions sent ${POSTS} times each`, rows.length, times),
      exactly('turns started by either replica', started, times),
      exactly('calls that reached a model', stage.sim.calls().length, times),
      exactly('questions with another number of calls than 1', calledTwice, 0),
      exactly('calls in the ledger', written, times),
      exactly('rounds not answered with one turn, 202 once', wrong, 0),
      exactly('athletes whose books do not add up', await unbalancedBooks(stage), 0),
      exactly('bugs told by any process', stage.bugs.length, 0),
    ],
    { statuses },
  );
}
