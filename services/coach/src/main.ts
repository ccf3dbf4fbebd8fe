import { serveInside } from '@evensplit/platform/http/serve-inside';
import { onSigterm, shutdownBudget, watchForBugs } from '@evensplit/platform/shutdown';
import { createDeps } from './deps.ts';
import { readEnv, type Env } from './env.ts';
import { startService, type Service } from './start-service.ts';
import { createWorkerDeps, startWorker, type WorkerDeps } from './start-worker.ts';

type Parts = Pick<WorkerDeps, 'log' | 'health' | 'metrics'> & AsyncDisposable;

async function run<Deps extends Parts>(
  env: Env,
  create: (env: Env) => Promise<Deps>,
  start: (deps: Deps, port: number) => Promise<Service>,
): Promise<void> {
  await using deps = await create(env);
  watchForBugs({ log: deps.log, count: (kind) => deps.metrics.countUnhandled(kind) });
  await using service = await start(deps, env.PORT);
  await using inside = await serveInside(deps, env.METRICS_PORT);
  const { port } = service;
  deps.log.info({ role: env.ROLE, port, metricsPort: inside.port }, 'listening');

  await onSigterm({ log: deps.log, budget: shutdownBudget(env.SHUTDOWN_DELAY_S) }, service);
}

const env = readEnv();
await (env.ROLE === 'worker'
  ? run(env, createWorkerDeps, startWorker)
  : run(env, createDeps, startService));
