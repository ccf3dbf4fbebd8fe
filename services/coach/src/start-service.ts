import { setTimeout as sleep } from 'node:timers/promises';
import { listen, type Listening } from '@evensplit/platform/http/listen';
import { createApp } from './app.ts';
import type { Deps } from './deps.ts';
import { attachSocketServer } from './tails/socket-server.ts';

export type Service = AsyncDisposable & {
  port: number;
  /** Goes away politely: see the order below. Safe to call once. */
  shutDown(): Promise<void>;
};

/** HTTP and sockets on one port. */
export async function startService(deps: Deps, port: number): Promise<Service> {
  const server = await listen(createApp(deps), { port });
  const sockets = attachSocketServer(deps, server.server);
  return {
    port: server.port,
    shutDown: () => shutDown(deps, server, sockets),
    async [Symbol.asyncDispose]() {
      sockets[Symbol.dispose]();
      await server.close();
    },
  };
}

/**
 * New questions are refused at once, balancers get a moment to notice, answers get time to finish; then what still
 * runs is ended in its row, so that its readers see an end, and only then streams are closed.
 */
async function shutDown(
  { health, running, tails, timings }: Deps,
  server: Listening,
  sockets: { closeIdle(): void; closeAll(): void },
): Promise<void> {
  const { shutdownIdle, shutdownTurns, shutdownHard } = timings;
  health.drain();
  running.drain();
  await sleep(shutdownIdle);
  sockets.closeIdle();
  const drained = server.drain(shutdownHard - shutdownIdle);
  await Promise.race([running.idle(), sleep(shutdownTurns - shutdownIdle)]);
  for (const turn of running.list()) turn.abort({ kind: 'failed', code: 'server_shutdown' });
  await Promise.race([running.idle(), sleep((shutdownHard - shutdownTurns) / 2)]);
  await untilQuiet(() => tails.size() === 0, (shutdownHard - shutdownTurns) / 4);
  sockets.closeAll();
  tails.cutAll();
  await drained;
}

/** Streams end by themselves once they have passed on the ends of their turns. */
async function untilQuiet(isQuiet: () => boolean, limitMs: number): Promise<void> {
  const until = performance.now() + limitMs;
  while (!isQuiet() && performance.now() < until) await sleep(10);
}
