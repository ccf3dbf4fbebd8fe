import { setTimeout as sleep } from 'node:timers/promises';
import { latencyOf } from '../bench/latency.ts';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import { startTurn } from '../bench/start-turn.ts';
import type { DrillContext } from './drill.ts';
import { follow } from './follow.ts';
import { judgeSubscribers, type Followed } from './judge-subscribers.ts';
import { wires } from './listen.ts';
import { withRedis } from './open-redis.ts';
import { startStage, type Stage } from './stage.ts';
import { redisOf } from './stores.ts';
import { readTurn, sayWords, within, wordsOf } from './turns.ts';
import { signUp, watchLogin } from './watch-login.ts';

const AWAY_MS = 10_000;
/** Some answers end while Redis is away, the others some time after it is back. */
const SHORT = 140;
const LONG = 300;
/** A row is looked at every two seconds while the reader has no Redis; twice that is still no wait. */
const LATE_MS = 5000;

/** The cache Redis is emptied twice under running turns and then away for ten seconds; people sign in all the time. */
export async function loseRedis(context: DrillContext): Promise<Report> {
  const clients = context.sizes.clients ?? 40;
  const stage = await startStage(context);
  const other = await stage.addReplica();
  const urls = [stage.first.url, other.url];
  const account = await signUp(stage.stack.url);
  const logins = watchLogin(stage.stack.url, account.email);
  const people = await stage.people(Math.ceil(clients / 4));
  const turns = await Promise.all(
    Array.from({ length: Math.ceil(clients / 2) }, async (_, index) => {
      const person = people[index % people.length];
      if (!person) throw new Error('nobody to ask');
      const words = index % 4 < 2 ? SHORT : LONG;
      const turnId = await startTurn(urls[index % 2] ?? '', person, sayWords(words, 100));
      const doneAt = performance.now() + words * 100;
      const common = { origin: stage.stack.url, person, turnId };
      const followers = urls.map((url, place) =>
        follow({ ...common, next: () => ({ url, wire: wires[(index + place) % 2] ?? 'sse' }) }),
      );
      return { person, turnId, words, doneAt, followers };
    }),
  );
  await wipe(stage);
  const cache = redisOf(stage, 'cache');
  await cache.stop();
  context.say('the cache Redis was emptied twice and is away');
  await sleep(AWAY_MS);
  await cache.start();
  context.say('it is back');
  const all = turns.flatMap(({ followers }) => followers);
  await within(90_000, 'end for everybody', Promise.all(all.map(({ done }) => done)));
  const login = await logins();
  const followed: Followed[] = [];
  const late: number[] = [];
  let lost = 0;
  for (const { person, turnId, words, doneAt, followers } of turns) {
    const row = await readTurn(other.url, person, turnId);
    if (row.status !== 'done' || row.text !== wordsOf(turnId, words)) lost += 1;
    followed.push({ turnId, followers, answer: row.text });
    for (const { recording } of followers) late.push((recording.endedAt() ?? Infinity) - doneAt);
  }
  const lateness = latencyOf(late);
  context.say(
    `end after the last word, ms: p50 ${lateness.p50.toFixed(0)}, p95 ${lateness.p95.toFixed(0)}; ` +
      `${login.n} logins, p95 ${login.p95.toFixed(0)} ms`,
  );
  return reportOf(
    'redis-wiped',
    [
      exactly('turns', turns.length, Math.ceil(clients / 2)),
      atMost('answers that lost a byte', lost, 0),
      ...judgeSubscribers(followed),
      atMost('latest end after the last word, ms', Math.max(...late), LATE_MS),
      atMost('failed logins', login.failed, 0),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { lateMs: lateness, login },
  );
}

async function wipe(stage: Stage): Promise<void> {
  await withRedis(stage.stack.urls.cache, async (redis) => {
    for (let times = 0; times < 2; times += 1) {
      await sleep(3000);
      await redis.flushall();
    }
  });
  await sleep(2000);
}
