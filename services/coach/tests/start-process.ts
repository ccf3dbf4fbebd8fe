import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { freePort } from '@evensplit/local-parts/free-port';
import { generateSigningKey, publicJwksOf } from '@evensplit/platform/auth/access-token';
import { PUBLIC_URL, type Stage } from './replica.ts';

const main = join(import.meta.dirname, '..', 'src', 'main.ts');
const START_MS = 20_000;

/** The service as a process of its own, so that it can be killed. Nobody can sign in to it. */
export async function startProcess(
  stage: Pick<Stage, 'database' | 'redisUrl' | 'queueUrl'>,
): Promise<{ kill(): Promise<void> }> {
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: {
      PORT: String(port),
      METRICS_PORT: String(await freePort()),
      PUBLIC_URL,
      DATABASE_URL: stage.database.urls.coach,
      DB_POOL: '3',
      REDIS_CACHE_URL: stage.redisUrl,
      REDIS_QUEUE_URL: stage.queueUrl,
      AUTH_PUBLIC_JWKS: JSON.stringify(publicJwksOf(await generateSigningKey('process'))),
      LOG_LEVEL: 'warn',
    },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const exited = once(child, 'exit');
  async function kill(): Promise<void> {
    child.kill('SIGKILL');
    await exited;
  }
  const end = performance.now() + START_MS;
  while (performance.now() < end) {
    const live = await fetch(`http://127.0.0.1:${port}/health/live`).catch(() => undefined);
    if (live?.ok) return { kill };
    await sleep(50);
  }
  await kill();
  throw new Error('the service did not start');
}
