import { setTimeout as sleep } from 'node:timers/promises';
import { latencyOf } from '../bench/latency.ts';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import { startTurn } from '../bench/start-turn.ts';
import type { DrillContext } from './drill.ts';
import { withRedis } from './open-redis.ts';
import { readMetrics } from './read-metrics.ts';
import { startStage } from './stage.ts';
import { sayWords, until } from './turns.ts';

const TTL_S = 1800;
const MOST_BYTES = 128 * 1024;

type Weighed = {
  keys: number;
  bytes: number[];
  entries: number[];
  shortest: number;
  longest: number;
};

/**
 * What the logs of turns weigh in Redis and when they go: of usual answers, and of the longest that may be given. The
 * thirty minutes are not waited for; what is checked is that no log is without an end.
 */
export async function weighLogs(context: DrillContext): Promise<Report> {
  const turns = context.sizes.clients ?? 40;
  const stage = await startStage(context);
  const people = await stage.people(Math.ceil(turns / 2) + 1);
  const [last, ...others] = people;
  if (!last) throw new Error('nobody to ask');
  const atOnce = [...others, ...others].slice(0, turns);
  await Promise.all(atOnce.map((person) => startTurn(stage.first.url, person, sayWords(200, 100))));
  // Just below the 64 KB at which an answer is cut, in as many entries as two minutes hold: the most that a log can come to.
  await startTurn(stage.first.url, last, 'Say 2300 long words, one every 51 ms, please.');
  await sleep(10_000);
  const during = await weigh(stage.stack.urls.cache);
  const quiet = async () =>
    (await readMetrics(stage.first.part.metricsPort))('coach_turns_running') === 0;
  await until('the ends', quiet, 120_000);
  const after = await weigh(stage.stack.urls.cache);
  for (const [when, { bytes, entries, shortest, longest }] of [
    ['while they run', during],
    ['at their end', after],
  ] as const)
    context.say(
      `${when}: ${latencyOf(bytes).p50} bytes in ${latencyOf(entries).p50} entries (median), ` +
        `${Math.max(...bytes)} bytes in ${Math.max(...entries)} (most), expiry in ${shortest} to ${longest} s`,
    );
  return reportOf(
    'redis-ttl',
    [
      exactly('logs', after.keys, turns + 1),
      atMost('most bytes of one turn', Math.max(...during.bytes, ...after.bytes), MOST_BYTES),
      atMost('logs without an expiry', after.shortest < 0 ? 1 : 0, 0),
      atMost('longest expiry, s', Math.max(during.longest, after.longest), TTL_S),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { during, after },
  );
}

async function weigh(url: string): Promise<Weighed> {
  return withRedis(url, async (redis) => {
    const keys = await redis.keys('coach:{*}:ev');
    const bytes: number[] = [];
    const entries: number[] = [];
    const ttls: number[] = [];
    for (const key of keys) {
      bytes.push((await redis.memory('USAGE', key, 'SAMPLES', 0)) ?? 0);
      entries.push(await redis.xlen(key));
      ttls.push(await redis.ttl(key));
    }
    const [shortest, longest] = [Math.min(...ttls), Math.max(...ttls)];
    return { keys: keys.length, bytes, entries, shortest, longest };
  });
}
