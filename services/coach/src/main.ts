import { serveInside } from '@evensplit/platform/http/serve-inside';
import {
  onSigterm,
  shutdownBudget,
  watchForBugs,
  type ShutdownBudget,
} from '@evensplit/platform/shutdown';
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

  await onSigterm({ log: deps.log, budget: budgetOf(env) }, service);
}

/**
 * What a worker gives up it hands back, settles, and leaves its queues, each of which may wait for Redis: that takes up to
 * 8 s, three more than are left behind the 20 s of a service. A job that is handed back loses nothing.
 */
function budgetOf({ ROLE, SHUTDOWN_DELAY_S }: Env): ShutdownBudget {
  const budget = shutdownBudget(SHUTDOWN_DELAY_S);
  return ROLE === 'worker' ? { ...budget, abortS: 15, closeS: 18 } : budget;
}

const env = readEnv();
await (env.ROLE === 'worker'
  ? run(env, createWorkerDeps, startWorker)
  : run(env, createDeps, startService));
