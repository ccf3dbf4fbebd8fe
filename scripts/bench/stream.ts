import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { freePort } from '@evensplit/local-parts/free-port';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import { listen, openLine, type Line } from '../drills/listen.ts';
import { withRedis } from '../drills/open-redis.ts';
import { readMetrics } from '../drills/read-metrics.ts';
import { within } from '../drills/turns.ts';
import { ensureTools } from '../stack/ensure-tools.ts';
import { startService, type ServicePart } from '../stack/start-service.ts';
import { startStack, type Stack } from '../stack/start-stack.ts';
import { latencyOf, type Latency } from './latency.ts';
import { makePeople, type Person } from './people.ts';
import { atMost, exactly, reportOf, type Bar, type Report } from './report.ts';
import { startTurn } from './start-turn.ts';

const ENTRY = 'services/coach/bench/ticking-main.ts';
const FIRST_WORDS = 150;
/** Of everything that is ours, with an answer that is there at once. */
const FIRST_WORD_MS = 250;
/** The same, for each word after the first. */
const WORD_MS = 250;
const WINDOW_S = 15;
const LOG_BYTES = 128 * 1024;

/**
 * What streaming costs: the time to the first word through the gateway against the coach's own port, and then many
 * turns at once over two replicas, ten words a second each, every one of them with somebody who listens.
 */
export async function streamBench(args: string[]): Promise<Report> {
  const { values } = parseArgs({
    args,
    options: { turns: { type: 'string', default: '1000' }, large: { type: 'boolean' } },
  });
  const turns = values.large ? 10_000 : Number(values.turns);
  await ensureTools(['redis-server', 'caddy'], console.log);
  const dir = await tempDir('bench');
  const stack = await startStack({
    dataDir: dir.path,
    port: await freePort(),
    throwaway: true,
    overrides: {
      coach: {
        entry: ENTRY,
        env: { COACH_MAX_TURNS: String(turns), COACH_MAX_TAILS: String(turns + 100) },
      },
    },
    log: (source, line) => console.error(`${source}: ${line}`),
  });
  const parts: ServicePart[] = [];
  try {
    const first = await timeFirstWords(stack);
    parts.push(
      await startService({
        name: 'coach',
        port: await freePort(),
        metricsPort: await freePort(),
        env: stack.envs.coach,
        entry: ENTRY,
      }),
    );
    const live = await runLive(stack, [stack.services.coach, ...parts], turns);
    return reportOf('stream', [...first.bars, ...live.bars], { ...first.figures, ...live.figures });
  } finally {
    await Promise.all(parts.map((part) => part.stop()));
    await stack.stop();
    await dir.remove();
  }
}

type Part = { bars: Bar[]; figures: Record<string, unknown> };

async function timeFirstWords(stack: Stack): Promise<Part> {
  const people = await makePeople(stack, 20);
  const direct = `http://127.0.0.1:${stack.services.coach.port}`;
  const times: Record<'gateway' | 'direct', number[]> = { gateway: [], direct: [] };
  for (let index = -20; index < FIRST_WORDS; index += 1) {
    const person = people[(index + 20) % people.length];
    if (!person) throw new Error('nobody to ask');
    for (const way of ['gateway', 'direct'] as const) {
      const ms = await firstWord(stack, way === 'gateway' ? stack.url : direct, person);
      // The first ones warm everything up.
      if (index >= 0) times[way].push(ms);
    }
  }
  const gateway = latencyOf(times.gateway);
  const own = latencyOf(times.direct);
  const shown = ({ p50, p95, p99 }: Latency) =>
    `p50 ${p50.toFixed(1)}, p95 ${p95.toFixed(1)}, p99 ${p99.toFixed(1)} ms`;
  console.log(`first word through the gateway: ${shown(gateway)}`);
  console.log(`first word from the coach's port: ${shown(own)}`);
  return {
    bars: [
      atMost('first word through the gateway, p95 ms', gateway.p95, FIRST_WORD_MS),
      atMost('first word from the port, p95 ms', own.p95, FIRST_WORD_MS),
    ],
    figures: {
      firstWord: { gateway, direct: own },
      gatewayAddsMs: { p50: gateway.p50 - own.p50, p95: gateway.p95 - own.p95 },
    },
  };
}

/** From the question to the first word, as a client has it: the turn is started, then its stream is opened. */
async function firstWord(stack: Stack, url: string, person: Person): Promise<number> {
  const startedAt = performance.now();
  const turnId = await startTurn(url, person, 'Say 3 words, one every 100 ms, please.');
  let at = Number.NaN;
  const ended = Promise.withResolvers<void>();
  const line = listen('sse', {
    url,
    origin: stack.url,
    person,
    turnId,
    onEvent(event) {
      if (event.type === 'delta' && Number.isNaN(at)) at = performance.now();
      if (event.type === 'end') ended.resolve();
    },
  });
  await within(10_000, 'end of a short turn', ended.promise);
  line.cut();
  return at - startedAt;
}

async function runLive(stack: Stack, replicas: ServicePart[], turns: number): Promise<Part> {
  const people = await makePeople(stack, Math.ceil(turns / 2));
  // A process that has just started is smaller than one that works.
  for (const { port } of replicas)
    for (const person of people.slice(0, 40))
      await firstWord(stack, `http://127.0.0.1:${port}`, person);
  await sleep(2000);
  const idle = await glance(stack, replicas);
  const delays: number[] = [];
  let counting = false;
  let words = 0;
  const lines: Line[] = [];
  let next = 0;
  async function opener(): Promise<void> {
    while (next < turns) {
      const index = next++;
      const [person, owner] = [people[index % people.length], replicas[index % replicas.length]];
      // Half of the listeners stand at the replica that does not write.
      const at = replicas[(index + (index % 4 < 2 ? 0 : 1)) % replicas.length];
      if (!person || !owner || !at) return;
      const turnId = await startTurn(
        `http://127.0.0.1:${owner.port}`,
        person,
        'Say 1100 timed words, one every 100 ms, please.',
      );
      lines.push(
        await openLine('sse', {
          url: `http://127.0.0.1:${at.port}`,
          origin: stack.url,
          person,
          turnId,
          onEvent({ type, data }) {
            if (!counting || type !== 'delta') return;
            const now = performance.timeOrigin + performance.now();
            for (const word of String(data['d']).trim().split(' ')) {
              delays.push(now - Number(word));
              words += 1;
            }
          },
        }),
      );
    }
  }
  const openedAt = performance.now();
  await Promise.all(Array.from({ length: 8 }, opener));
  const opening = (performance.now() - openedAt) / 1000;
  await sleep(3000);
  const before = await glance(stack, replicas);
  const cpuBefore = process.cpuUsage();
  counting = true;
  await sleep(WINDOW_S * 1000);
  counting = false;
  const own = process.cpuUsage(cpuBefore);
  const after = await glance(stack, replicas);
  for (const line of lines) line.cut();
  const delay = latencyOf(delays);
  const perTurn = (before.residentBytes - idle.residentBytes) / turns;
  const log = (after.redisBytes - idle.redisBytes) / turns;
  const cores = {
    coaches: (after.cpuS - before.cpuS) / WINDOW_S,
    redis: (after.redisCpuS - before.redisCpuS) / WINDOW_S,
    listeners: (own.user + own.system) / 1e6 / WINDOW_S,
  };
  console.log(`${turns} turns opened in ${opening.toFixed(0)} s; ${after.running} of them running`);
  console.log(
    `from a word to its listener: p50 ${delay.p50.toFixed(0)}, p95 ${delay.p95.toFixed(0)}, ` +
      `p99 ${delay.p99.toFixed(0)} ms over ${delay.n} words (${(words / WINDOW_S).toFixed(0)} per second)`,
  );
  console.log(
    `cores: both coaches ${cores.coaches.toFixed(2)}, Redis ${cores.redis.toFixed(2)}, listeners ${cores.listeners.toFixed(2)}`,
  );
  console.log(
    `per turn: ${(perTurn / 1024).toFixed(0)} KB in the coach, ${(log / 1024).toFixed(1)} KB in Redis`,
  );
  return {
    bars: [
      exactly('turns running at once', Math.min(before.running, after.running), turns),
      atMost('from a word to its listener, p99 ms', delay.p99, WORD_MS),
      atMost('share of words that did not come in time', 1 - words / (turns * 10 * WINDOW_S), 0.02),
      atMost('Redis bytes per running turn', log, LOG_BYTES),
    ],
    figures: { turns, openingS: opening, delay, cores, bytesPerTurn: perTurn, redisPerTurn: log },
  };
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
