import { createBareApp } from '@evensplit/platform/http/create-http-app';
import { createHealth, type Health } from '@evensplit/platform/http/health';
import { listen } from '@evensplit/platform/http/listen';
import { mapErrors, refuseUnknownRoute } from '@evensplit/platform/http/map-errors';
import { partLog } from '@evensplit/platform/log';
import type { Briefings } from './briefing/start-briefings.ts';
import type { Env } from './env.ts';
import {
  layFoundation,
  startBriefingsOn,
  type Foundation,
  type FoundationOverrides,
} from './foundation.ts';
import type { Service } from './start-service.ts';

/** A process that writes briefings and answers nobody. */
export type WorkerDeps = Foundation & { briefings: Briefings; health: Health };

const CONNECTIONS_MS = 1000;

export async function createWorkerDeps(
  env: Env,
  overrides: FoundationOverrides = {},
): Promise<WorkerDeps> {
  const base = await layFoundation(env, overrides);
  const { db, log } = base;
  const briefings = startBriefingsOn(base, env, overrides);
  const health = createHealth({
    log: partLog(log, 'health'),
    // Without either there is nothing it could do.
    checks: [
      { name: 'postgres', severity: 'required', timeoutMs: 500, run: () => db.$queryRaw`SELECT 1` },
      { name: 'queue', severity: 'required', timeoutMs: 500, run: () => briefings.ping(500) },
    ],
  });
  return {
    ...base,
    briefings,
    health,
    async [Symbol.asyncDispose]() {
      await briefings[Symbol.asyncDispose]();
      await base[Symbol.asyncDispose]();
    },
  };
}

/** Health on the port where others serve athletes, so that an orchestrator asks every container the same. */
export async function startWorker(deps: WorkerDeps, port: number): Promise<Service> {
  const { briefings, health, log } = deps;
  const app = createBareApp(health);
  app.use(refuseUnknownRoute);
  app.use(mapErrors({ log }));
  const server = await listen(app, { port });
  let written: Promise<void> | undefined;

  async function drain(): Promise<void> {
    await Promise.all([server.drain(CONNECTIONS_MS), written]);
  }

  return {
    port: server.port,
    refuse() {
      health.drain();
      written = briefings.drain();
    },
    drain,
    async abort() {
      briefings.handBack();
      await written;
    },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
