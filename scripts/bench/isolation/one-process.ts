import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@evensplit/local-parts/free-port';
import type { DrillContext } from '../../drills/drill.ts';
import { sendSignal } from '../../stack/send-signal.ts';
import { startService, type ServicePart } from '../../stack/start-service.ts';
import type { Stack } from '../../stack/start-stack.ts';
import { settingsAsEnv } from '../one-process/settings.ts';
import type { Arrangement } from './arrangement.ts';
import { withOwner } from './database.ts';
import { addGateway } from './gateways.ts';

const ENTRY = 'scripts/bench/one-process/main.ts';
const APPLICATION = 'evensplit-one-process';
/** The defaults of the three services together. */
const POOL_SIZE = 10 + 5 + 5;
const END_LIMIT_MS = 60_000;

/** All three services in one process on the stores of `stack`, behind a gateway of the same configuration. */
export async function startOneProcess(
  context: DrillContext,
  options: { dir: string; stack: Stack; log: (line: string) => void },
): Promise<Arrangement> {
  const { dir, stack, log } = options;
  const [port, coachPort, ingestPort, inside, coachInside, ingestInside] = await Promise.all(
    Array.from({ length: 6 }, freePort),
  );
  const databaseUrl = new URL(stack.urls.admin);
  // What the services' roles set for themselves; the owner of all tables, who has every grant, sets nothing.
  databaseUrl.searchParams.set('options', '-c statement_timeout=5s');
  const ports = (own?: number, metrics?: number) => ({
    PORT: String(own),
    METRICS_PORT: String(metrics),
  });
  const part: ServicePart = await startService({
    name: 'core-api',
    port: port ?? 0,
    metricsPort: inside ?? 0,
    entry: ENTRY,
    env: settingsAsEnv({
      databaseUrl: databaseUrl.href,
      poolSize: POOL_SIZE,
      applicationName: APPLICATION,
      envs: {
        'core-api': { ...stack.envs['core-api'], ...ports(port, inside) },
        coach: { ...stack.envs.coach, ...ports(coachPort, coachInside) },
        ingest: { ...stack.envs.ingest, ...ports(ingestPort, ingestInside) },
      },
    }),
    log,
  });
  context.later(async () => {
    sendSignal(part.pid, 'SIGKILL');
    await part.stop();
  });
  const url = await addGateway(context, {
    dir,
    name: 'one-process',
    upstreams: {
      core: `127.0.0.1:${port}`,
      coreHealth: `127.0.0.1:${inside}`,
      coach: `127.0.0.1:${coachPort}`,
      ingest: `127.0.0.1:${ingestPort}`,
    },
  });
  return {
    url,
    pid: () => part.pid,
    applicationName: APPLICATION,
    poolSize: POOL_SIZE,
    reset: () => endTurns(stack),
  };
}

/** To start this process anew would be to measure cold code, so its turns are stopped as their athletes would do it. */
async function endTurns(stack: Stack): Promise<void> {
  await withOwner(stack, async (client) => {
    await client.query(`UPDATE "Turn" SET "cancelRequestedAt" = now() WHERE status = 'running'`);
    const deadline = Date.now() + END_LIMIT_MS;
    for (;;) {
      const { rows } = await client.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM "Turn" WHERE status = 'running'`,
      );
      if (rows[0]?.n === 0) return;
      if (Date.now() > deadline) throw new Error('turns did not end in a minute');
      await sleep(500);
    }
  });
}
