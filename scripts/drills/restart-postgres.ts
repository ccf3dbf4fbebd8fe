import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import { startTurn } from '../bench/start-turn.ts';
import { cookieFor } from '../bench/people.ts';
import type { DrillContext } from './drill.ts';
import { follow } from './follow.ts';
import { judgeSubscribers } from './judge-subscribers.ts';
import { wires } from './listen.ts';
import { startStage } from './stage.ts';
import { postgresOf } from './stores.ts';
import { readTurn, sayWords, within, wordsOf } from './turns.ts';
import { signUp } from './watch-login.ts';

const AWAY_MS = 5000;
const REFUSED_MS = 2000;
const BACK_MS = 1000;
/** An answer that came this long after the stop is about a database that was away. */
const SETTLED_MS = 500;
const TURNS = 8;
const WORDS = 200;

type Probe = { path: string; sentAt: number; tookMs: number; status: number };

/** F8: Postgres stops for five seconds under requests and running turns. Nothing hangs, nothing is lost. */
export async function restartPostgres(context: DrillContext): Promise<Report> {
  const stage = await startStage(context);
  const postgres = postgresOf(stage);
  const { athleteId } = await signUp(stage.stack.url);
  const cookie = await cookieFor(stage.stack, athleteId);
  const people = await stage.people(TURNS / 2);
  const url = stage.stack.url;
  const turns = await Promise.all(
    Array.from({ length: TURNS }, async (_, index) => {
      const person = people[index % people.length];
      if (!person) throw new Error('nobody to ask');
      const turnId = await startTurn(url, person, sayWords(WORDS, 100));
      const wire = wires[index % 2] ?? 'sse';
      return {
        person,
        turnId,
        follower: follow({ origin: url, person, turnId, next: () => ({ url, wire }) }),
      };
    }),
  );
  const probes: Probe[] = [];
  const stopProbing = probe(url, cookie, probes);
  await sleep(3000);
  const stoppedAt = performance.now();
  await postgres.stop();
  const goneAt = performance.now();
  await sleep(AWAY_MS);
  const upAgain = accepts(stage.stack.urls.admin);
  await postgres.start();
  const upAt = await upAgain;
  await sleep(6000);
  await stopProbing();
  await within(60_000, 'ends', Promise.all(turns.map(({ follower }) => follower.done)));

  const away = probes.filter(
    (one) => one.sentAt > goneAt + SETTLED_MS && one.sentAt + one.tookMs < upAt,
  );
  const firstGood = (path: string) =>
    Math.min(
      ...probes
        .filter((one) => one.path === path && one.status === 200)
        .map((one) => one.sentAt + one.tookMs)
        .filter((at) => at > upAt),
    ) - upAt;
  const back = paths.map((path) => ({ path, ms: firstGood(path) }));
  for (const { path, ms } of back) {
    const mine = away.filter((one) => one.path === path);
    context.say(
      `${path.padEnd(20)} ${mine.length} asked while it was away, slowest answer ` +
        `${Math.max(...mine.map((one) => one.tookMs)).toFixed(0)} ms; first success ${ms.toFixed(0)} ms after it was up`,
    );
  }
  const rows = await Promise.all(
    turns.map(async ({ person, turnId, follower }) => {
      const row = await readTurn(url, person, turnId);
      return { turnId, followers: [follower], answer: row.text, row };
    }),
  );
  const slowest = Math.max(
    ...probes.filter((one) => one.sentAt > stoppedAt).map((one) => one.tookMs),
  );
  return reportOf('F8', [
    { name: 'requests while it was away', value: away.length, bar: 50, ok: away.length >= 50 },
    exactly('of them not 503', away.filter((one) => one.status !== 503).length, 0),
    atMost('slowest of them, ms', Math.max(...away.map((one) => one.tookMs)), REFUSED_MS),
    atMost('slowest of all from the stop on, ms', slowest, REFUSED_MS),
    atMost(
      'last kind of request to succeed again, ms',
      Math.max(...back.map(({ ms }) => ms)),
      BACK_MS,
    ),
    atMost(
      'turns that lost a word or their end',
      rows.filter(({ turnId, row }) => row.status !== 'done' || row.text !== wordsOf(turnId, WORDS))
        .length,
      0,
    ),
    ...judgeSubscribers(rows),
    atMost('bugs told by any process', stage.bugs.length, 0),
  ]);
}

const paths = ['/v1/me', '/v1/home', '/v1/coach/conversations', '/v1/ingest/uploads'];

/** Asks each of the paths five times a second, whether earlier ones are answered or not. */
function probe(url: string, cookie: string, probes: Probe[]): () => Promise<void> {
  const running: Promise<unknown>[] = [];
  async function ask(path: string): Promise<void> {
    const sentAt = performance.now();
    const status = await fetch(new URL(path, url), {
      headers: { cookie },
      signal: AbortSignal.timeout(20_000),
    }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.status;
      },
      () => 0,
    );
    probes.push({ path, sentAt, tookMs: performance.now() - sentAt, status });
  }
  const timer = setInterval(() => {
    for (const path of paths) running.push(ask(path));
  }, 250);
  return async () => {
    clearInterval(timer);
    await Promise.all(running);
  };
}

/** Resolves with the moment at which Postgres answers a query again. */
async function accepts(adminUrl: string): Promise<number> {
  for (;;) {
    const client = new pg.Client({ connectionString: adminUrl });
    client.on('error', () => undefined);
    try {
      await client.connect();
      await client.query('SELECT 1');
      const at = performance.now();
      await client.end();
      return at;
    } catch {
      await sleep(10);
    }
  }
}
