import { listen } from '@evensplit/platform/http/listen';
import type { ShutdownSteps } from '@evensplit/platform/shutdown';
import { createApp } from './app.ts';
import type { Deps } from './deps.ts';
import type { Env } from './env.ts';
import { startWorkers } from './jobs/start-workers.ts';
import { startUpkeep, type UpkeepTimes } from './jobs/upkeep.ts';
import { attachSocketServer } from './progress/socket-server.ts';

export type Service = AsyncDisposable & {
  port: number;
  /** What to do when, after SIGTERM (reliability: 0 s, 5 s, 20 s, 23 s). */
  shutdown: ShutdownSteps;
};

/** HTTP, sockets and workers of one replica. */
export async function startService(deps: Deps, env: Env, times?: UpkeepTimes): Promise<Service> {
  const server = await listen(createApp(deps), { port: env.PORT });
  const sockets = attachSocketServer(deps, server.server);
  const workers = startWorkers(deps, env);
  const upkeep = startUpkeep(deps, times);
  let drained: Promise<void> | undefined;
  return {
    port: server.port,
    shutdown: {
      refuse() {
        deps.health.drain();
        drained = workers.drain();
      },
      async drain() {
        sockets.closeAll();
        await Promise.all([server.drain(20_000), drained]);
      },
      abort: () => workers.handBack(),
    },
    async [Symbol.asyncDispose]() {
      await upkeep[Symbol.asyncDispose]();
      sockets[Symbol.dispose]();
      await server.close();
      await workers[Symbol.asyncDispose]();
    },
  };
}
