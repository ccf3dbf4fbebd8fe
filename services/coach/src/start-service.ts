import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from '@evensplit/platform/http/listen';
import { createApp } from './app.ts';
import type { Deps } from './deps.ts';
import { attachSocketServer } from './tails/socket-server.ts';

/** The steps of going away, in this order; each leaves everything it does not name working. */
export type Service = AsyncDisposable & {
  port: number;
  /** New questions are refused, and balancers look elsewhere. */
  refuse(): void;
  /** No new connections; resolves when the answers that run are finished and their readers have the ends. */
  drain(): Promise<void>;
  /** Ends in its row what still runs, so that its readers see an end. */
  abort(): Promise<void>;
};

const READERS_MS = 1000;
const CONNECTIONS_MS = 15_000;

/** HTTP and sockets on one port. */
export async function startService(deps: Deps, port: number): Promise<Service> {
  const { briefings, health, running, tails } = deps;
  const server = await listen(createApp(deps), { port });
  const sockets = attachSocketServer(deps, server.server);
  let leaving: Promise<void> | undefined;
  let briefed: Promise<void> | undefined;

  async function leave(): Promise<void> {
    sockets.closeIdle();
    const closed = server.drain(CONNECTIONS_MS);
    await running.idle();
    await untilQuiet(() => tails.size() === 0, READERS_MS);
    // What is still open follows turns of other replicas: it can go on there, from its cursor.
    sockets.closeAll();
    tails.cutAll();
    await Promise.all([closed, briefed]);
  }

  function drain(): Promise<void> {
    leaving ??= leave();
    return leaving;
  }

  return {
    port: server.port,
    refuse() {
      health.drain();
      running.drain();
      briefed = briefings?.drain();
    },
    drain,
    async abort() {
      briefings?.handBack();
      for (const turn of running.list()) turn.abort({ kind: 'failed', code: 'server_shutdown' });
      await drain();
    },
    async [Symbol.asyncDispose]() {
      sockets[Symbol.dispose]();
      await server.close();
    },
  };
}

async function untilQuiet(isQuiet: () => boolean, limitMs: number): Promise<void> {
  const until = performance.now() + limitMs;
  while (!isQuiet() && performance.now() < until) await sleep(10);
}
