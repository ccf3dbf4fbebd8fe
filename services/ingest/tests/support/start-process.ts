import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from '@evensplit/local-parts/free-port';
import type { Env } from '../../src/env.ts';
import { waitFor } from '@evensplit/testkit/wait-for';

export type ServiceProcess = {
  url: string;
  kill: (signal: NodeJS.Signals) => Promise<{ code: number | null; ms: number }>;
};

const main = join(import.meta.dirname, '..', '..', 'src', 'main.ts');

/** The service as a process of its own, so that it can be killed. */
export async function startProcess(
  env: Env,
  settings: Record<string, string> = {},
): Promise<ServiceProcess> {
  const [port, metricsPort] = [await freePort(), await freePort()];
  const child: ChildProcess = spawn(process.execPath, [main], {
    env: {
      ...Object.fromEntries(
        Object.entries(env).map(([name, value]) => [
          name,
          typeof value === 'object' ? JSON.stringify(value) : String(value),
        ]),
      ),
      PORT: String(port),
      METRICS_PORT: String(metricsPort),
      ...settings,
    },
    stdio: 'inherit',
  });
  const url = `http://127.0.0.1:${port}`;
  await waitFor('the process', () =>
    fetch(`${url}/health/live`).then(
      (res) => res.ok,
      () => false,
    ),
  );
  return {
    url,
    async kill(signal) {
      const since = performance.now();
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
      return { code: child.exitCode, ms: performance.now() - since };
    },
  };
}
