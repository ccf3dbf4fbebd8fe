import { createServer, type RequestListener, type Server } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export type Listening = AsyncDisposable & {
  readonly server: Server;
  readonly port: number;
  /**
   * Takes no new connection and waits for running requests, at most `ms`; true when all of them finished.
   */
  drain(ms: number): Promise<boolean>;
  /** Cuts what is left and frees the port. */
  close(): Promise<void>;
};

/** The limits lie above the gateway's 60 s, so that the gateway, which can still answer, gives up first. */
export async function listen(
  app: RequestListener,
  where: { port: number; host?: string },
): Promise<Listening> {
  const server = createServer(
    { keepAliveTimeout: 65_000, headersTimeout: 70_000, requestTimeout: 75_000 },
    app,
  );
  // `closeAllConnections` forgets connections that became WebSockets, `close` waits for them: hence our own list.
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(where.port, where.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : where.port;
  let closed: Promise<void> | undefined;

  function stopAccepting(): Promise<void> {
    closed ??= new Promise((resolve) => server.close(() => resolve()));
    return closed;
  }

  async function drain(ms: number): Promise<boolean> {
    const done = stopAccepting().then(() => true);
    // A keep-alive connection that was busy at the start is idle later: sweep until none is left.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const timeUp = new AbortController();
    try {
      return await Promise.race([done, sleep(ms, false, { signal: timeUp.signal })]);
    } finally {
      clearInterval(sweep);
      timeUp.abort();
    }
  }

  async function close(): Promise<void> {
    const done = stopAccepting();
    for (const socket of sockets) socket.destroy();
    await done;
  }

  return { server, port, drain, close, [Symbol.asyncDispose]: close };
}
