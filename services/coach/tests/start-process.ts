import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@evensplit/local-parts/free-port';
import { generateSigningKey, publicJwksOf } from '@evensplit/platform/auth/access-token';
import { PUBLIC_URL, type Stage } from './replica.ts';

const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const START_MS = 40_000;

/** The service as a process of its own, so that it can be killed. Nobody can sign in to it. */
export async function startProcess(
  stage: Pick<Stage, 'database' | 'redisUrl' | 'queueUrl'>,
  env: Record<string, string> = {},
): Promise<{
  url: string;
  metricsUrl: string;
  kill(): Promise<void>;
  stop(): Promise<number | null>;
}> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child = spawn(process.execPath, [main], {
    env: {
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      PUBLIC_URL,
      DATABASE_URL: stage.database.urls.coach,
      DB_POOL: '3',
      REDIS_CACHE_URL: stage.redisUrl,
      REDIS_QUEUE_URL: stage.queueUrl,
      AUTH_PUBLIC_JWKS: JSON.stringify(publicJwksOf(await generateSigningKey('process'))),
      SHUTDOWN_DELAY_S: '0',
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const url = `http://127.0.0.1:${port}`;
  const exited = once(child, 'exit');
  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await exited;
  }
  async function stop(): Promise<number | null> {
    child.kill('SIGTERM');
    const [code] = (await exited) as [number | null];
    return code;
  }
  const end = performance.now() + START_MS;
  while (performance.now() < end) {
    const live = await fetch(`${url}/health/live`).catch(() => undefined);
    if (live?.ok) return { url, metricsUrl: `http://127.0.0.1:${metricsPort}`, kill, stop };
    await sleep(50);
  }
  await kill();
  throw new Error('the service did not start');
}
