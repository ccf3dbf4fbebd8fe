import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { openLine, type Line } from '../../drills/listen.ts';
import { withRedis } from '../../drills/open-redis.ts';
import { readMetrics } from '../../drills/read-metrics.ts';
import type { ServicePart } from '../../stack/start-service.ts';
import type { Stack } from '../../stack/start-stack.ts';
import { watchCores } from '../isolation/watch-cores.ts';
import { latencyOf } from '../latency.ts';
import { makePeople } from '../people.ts';
import { atMost, exactly } from '../report.ts';
import { startTurn } from '../start-turn.ts';
import { hearCoach, type Part } from './time-first-words.ts';

/** From the moment a word is said to the moment its listener has it. */
const WORD_MS = 250;
const LOG_BYTES = 128 * 1024;
/** The row, the text, its log's writer, a stream and the open socket of whoever listens. */
const MEMORY_BYTES = 256 * 1024;
const WINDOW_S = 15;
const OPENERS = 24;

/** How many turns, how often each of them says a word, and how long a turn may last. */
export type Live = { turns: number; everyMs: number; turnS: number };

/** The last words are due a little before the wall clock. */
const SPARE_S = 8;

/**
 * Many turns at once over two replicas, each saying a word every so often and each with somebody who listens. The
 * machine also runs the listeners, the stores and this process: what each of them takes is told beside the delay.
 */
export async function runLive(
  stack: Stack,
  replicas: ServicePart[],
  { turns, everyMs, turnS }: Live,
): Promise<Part> {
  const people = await makePeople(stack, Math.ceil(turns / 2));
  // A process that has just started is smaller than one that works.
  for (const { port } of replicas)
    for (const person of people.slice(0, 40))
      await hearCoach(stack, `http://127.0.0.1:${port}`, person, 'Say 3 words, one every 50 ms.');
  await sleep(2000);
  await collectGarbage(replicas);
  const idle = await glance(stack, replicas);
  const delays: number[] = [];
  let counting = false;
  const lines: Line[] = [];
  const words = Math.floor(((turnS - SPARE_S) * 1000) / everyMs);
  const order = `Say ${words} timed words, one every ${everyMs} ms, please.`;
  let next = 0;
  const openUntil = performance.now() + (turnS - WINDOW_S - 2 * SPARE_S) * 1000;
  /** A replica that protects itself refuses; whoever is refused comes back until the first turns would have to end. */
  async function patiently<T>(open: () => Promise<T>): Promise<T | undefined> {
    for (;;) {
      try {
        return await open();
      } catch (error) {
        lastRefusal = String(error);
        if (performance.now() > openUntil) return undefined;
        await sleep(500);
      }
    }
  }
  let lastRefusal = '';
  async function opener(): Promise<void> {
    while (next < turns) {
      const index = next++;
      const [person, owner] = [people[index % people.length], replicas[index % replicas.length]];
      // Half of the listeners stand at the replica that does not write.
      const at = replicas[(index + (index % 4 < 2 ? 0 : 1)) % replicas.length];
      if (!person || !owner || !at) return;
      const turnId = await patiently(() =>
        startTurn(`http://127.0.0.1:${owner.port}`, person, order),
      );
      if (turnId === undefined) return;
      const onEvent = ({ type, data }: { type: string; data: Record<string, unknown> }) => {
        if (!counting || type !== 'delta') return;
        const now = performance.timeOrigin + performance.now();
        for (const word of String(data['d']).trim().split(' ')) delays.push(now - Number(word));
      };
      const url = `http://127.0.0.1:${at.port}`;
      const line = await patiently(() =>
        openLine('sse', { url, origin: stack.url, person, turnId, onEvent }),
      );
      if (line !== undefined) lines.push(line);
    }
  }
  const whileOpening = await watchWork(stack, replicas);
  await Promise.all(Array.from({ length: OPENERS }, opener));
  const opening = await whileOpening();
  const peak = await glance(stack, replicas);
  await sleep(3000);
  const loop = monitorEventLoopDelay({ resolution: 5 });
  const whileLive = await watchWork(stack, replicas);
  loop.enable();
  counting = true;
  await sleep(WINDOW_S * 1000);
  counting = false;
  loop.disable();
  const { cores } = await whileLive();
  const after = await glance(stack, replicas);
  // Afterwards: a process that was made to give everything back is slow for a while.
  await collectGarbage(replicas);
  const held = await glance(stack, replicas);
  for (const line of lines) line.cut();
  const delay = latencyOf(delays);
  const running = Math.max(1, Math.min(peak.running, after.running));
  if (running < turns) console.log(`not all could be opened: ${lastRefusal.slice(0, 200)}`);
  const memoryPerTurn = (held.residentBytes - idle.residentBytes) / held.running;
  /** With the garbage of opening them all, which a process keeps until it needs the room. */
  const peakPerTurn = (peak.residentBytes - idle.residentBytes) / running;
  const redisPerTurn = (after.redisBytes - idle.redisBytes) / running;
  const heard = delays.length;
  const due = (running * WINDOW_S * 1000) / everyMs;
  /** What an event costs one after the other, wherever it runs: does not depend on how busy the machine is. */
  const microsPerWord = ((cores.coaches + cores.redis) * WINDOW_S * 1e6) / heard;
  const listenersLateMs = loop.percentile(99) / 1e6;
  console.log(
    `${turns} turns opened in ${opening.s.toFixed(0)} s (cores: ${tellCores(opening.cores)}); ${after.running} of them running`,
  );
  console.log(
    `from a word to its listener: p50 ${delay.p50.toFixed(0)}, p95 ${delay.p95.toFixed(0)}, ` +
      `p99 ${delay.p99.toFixed(0)} ms over ${heard} words (${(heard / WINDOW_S).toFixed(0)} per second); ` +
      `the listeners’ own loop is up to ${listenersLateMs.toFixed(0)} ms late (p99)`,
  );
  console.log(
    `cores: ${tellCores(cores)}; ${microsPerWord.toFixed(0)} µs of coach and Redis per word`,
  );
  console.log(
    `per turn: ${(memoryPerTurn / 1024).toFixed(0)} KB in the coach (${(peakPerTurn / 1024).toFixed(0)} KB with the garbage of opening them), ` +
      `${(redisPerTurn / 1024).toFixed(1)} KB in Redis`,
  );
  return {
    bars: [
      exactly('turns running at once', running, turns),
      atMost('from a word to its listener, p99 ms', delay.p99, WORD_MS),
      atMost('share of words that did not come in time', 1 - heard / due, 0.02),
      atMost('Redis bytes per running turn', redisPerTurn, LOG_BYTES),
      atMost('coach bytes per running turn', memoryPerTurn, MEMORY_BYTES),
    ],
    figures: {
      turns,
      running,
      everyMs,
      openingS: opening.s,
      openingCores: opening.cores,
      delay,
      wordsPerSecond: heard / WINDOW_S,
      microsPerWord,
      listenersLateMs,
      cores,
      bytesPerTurn: memoryPerTurn,
      peakBytesPerTurn: peakPerTurn,
      redisPerTurn,
    },
  };
}

type Work = {
  coaches: number;
  redis: number;
  listeners: number;
  /** Mostly Postgres. */
  rest: number;
  /** What others used of the machine meanwhile. */
  others: number;
};

/** How busy everybody was between the call and its answer, in cores. */
async function watchWork(
  stack: Stack,
  replicas: ServicePart[],
): Promise<() => Promise<{ s: number; cores: Work }>> {
  const startedAt = performance.now();
  const before = await glance(stack, replicas);
  const cpuBefore = process.cpuUsage();
  const coresSince = await watchCores();
  return async () => {
    const { user, system } = process.cpuUsage(cpuBefore);
    const { ours, others } = await coresSince();
    const after = await glance(stack, replicas);
    const s = (performance.now() - startedAt) / 1000;
    const coaches = (after.cpuS - before.cpuS) / s;
    const redis = (after.redisCpuS - before.redisCpuS) / s;
    const listeners = (user + system) / 1e6 / s;
    const rest = Math.max(0, ours - coaches - redis - listeners);
    return { s, cores: { coaches, redis, listeners, rest, others } };
  };
}

function tellCores({ coaches, redis, listeners, rest, others }: Work): string {
  return (
    `both coaches ${coaches.toFixed(2)}, Redis ${redis.toFixed(2)}, listeners ${listeners.toFixed(2)}, ` +
    `Postgres and the rest ${rest.toFixed(2)}, others ${others.toFixed(2)}`
  );
}

/** What is held counts, not what happens to lie around. */
async function collectGarbage(replicas: ServicePart[]): Promise<void> {
  for (const { pid } of replicas) process.kill(pid, 'SIGUSR2');
  await sleep(1500);
}

async function glance(stack: Stack, replicas: ServicePart[]) {
  const metrics = await Promise.all(replicas.map((one) => readMetrics(one.metricsPort)));
  const sum = (name: string) => metrics.reduce((total, read) => total + read(name), 0);
  const info = await withRedis(stack.urls.cache, (redis) => redis.info());
  const field = (name: string) => Number(new RegExp(`^${name}:(\\S+)`, 'm').exec(info)?.[1] ?? 0);
  return {
    running: sum('coach_turns_running'),
    residentBytes: sum('process_resident_memory_bytes'),
    cpuS: sum('process_cpu_seconds_total'),
    redisBytes: field('used_memory'),
    redisCpuS: field('used_cpu_sys') + field('used_cpu_user'),
  };
}
