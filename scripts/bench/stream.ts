import { parseArgs } from 'node:util';
import { freePort } from '@evensplit/local-parts/free-port';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import { ensureTools } from '../stack/ensure-tools.ts';
import { startService, type ServicePart } from '../stack/start-service.ts';
import { startStack } from '../stack/start-stack.ts';
import { reportOf, type Report } from './report.ts';
import { runLive, type Live } from './stream/run-live.ts';
import { replaceCoach, timeFirstWords, type Part } from './stream/time-first-words.ts';

/** Answers with words that are known beforehand, so that one that is late or lost shows. */
const TICKING = 'services/coach/bench/ticking-main.ts';
/** The product's own wall clock; ten thousand turns take longer than that to start here. */
const TURN_S = 120;
const LARGE_TURN_S = 600;
/** Slowly enough that two cores carry ten thousand who speak, those who listen, and both stores. */
const LARGE_EVERY_MS = 4000;

/**
 * What streaming costs: how much later than a provider's own first word ours comes, through the gateway and over both
 * protocols; and then many turns at once over two replicas, every one of them with somebody who listens.
 */
export async function streamBench(args: string[]): Promise<Report> {
  const live = readLive(args);
  await ensureTools(['redis-server', 'caddy'], console.log);
  const dir = await tempDir('bench');
  const stack = await startStack({
    dataDir: dir.path,
    port: await freePort(),
    throwaway: true,
    log: (source, line) => console.error(`${source}: ${line}`),
  });
  const parts: ServicePart[] = [];
  try {
    const first: Part = live.alone ? { bars: [], figures: {} } : await timeFirstWords(stack);
    const env = {
      ...stack.envs.coach,
      COACH_MAX_TURNS: String(live.turns),
      COACH_MAX_TAILS: String(live.turns + 100),
      // Thousands start within a minute here; each start is one short transaction.
      DB_POOL: '10',
    };
    const ticking = { entry: TICKING, args: ['--turn-s', String(live.turnS)] };
    await replaceCoach(stack, env, ticking);
    const [port, metricsPort] = [await freePort(), await freePort()];
    parts.push(stack.services.coach);
    parts.push(await startService({ name: 'coach', port, metricsPort, env, ...ticking }));
    const many = await runLive(stack, parts, live);
    return reportOf('stream', [...first.bars, ...many.bars], { ...first.figures, ...many.figures });
  } finally {
    for (const { pid } of parts) killNow(pid);
    await Promise.all([...parts, stack.services.coach].map((part) => part.stop()));
    await stack.stop();
    await dir.remove();
  }
}

/** Turns that still speak would hold a gentle stop for its whole grace. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It has ended on its own.
  }
}

/**
 * A thousand turns say ten words a second each: what words cost. Ten thousand say one every four seconds: what turns cost.
 */
function readLive(args: string[]): Live & { alone: boolean } {
  const { values } = parseArgs({
    args,
    options: {
      turns: { type: 'string' },
      every: { type: 'string' },
      large: { type: 'boolean', default: false },
      /** Only the many turns, without the first words. */
      live: { type: 'boolean', default: false },
    },
  });
  return {
    turns: Number(values.turns ?? (values.large ? 10_000 : 1000)),
    everyMs: Number(values.every ?? (values.large ? LARGE_EVERY_MS : 100)),
    turnS: values.large ? LARGE_TURN_S : TURN_S,
    alone: values.live,
  };
}
