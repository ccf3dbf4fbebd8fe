import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createDoor, type Server as Door, type Socket } from 'node:net';
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

/**
 * Node takes one new connection per listening socket and turn of its event loop. The gateway makes one for each request, so
 * when the machine is busy and a turn takes 20 ms, more than 50 requests a second would wait in a line that only grows.
 * Several sockets on one port, between which Linux shares new connections out, take as many in a turn.
 */
const DOORS = process.platform === 'linux' ? 8 : 1;

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
  const shared = { ...where, reusePort: DOORS > 1 };
  if (where.port !== 0) await requireFree(where);
  await open(server, shared);
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : where.port;
  // As an HTTP server opens its own socket (`node:http` sets both).
  const more = Array.from({ length: DOORS - 1 }, () =>
    createDoor({ allowHalfOpen: true, noDelay: true }, (socket) =>
      server.emit('connection', socket),
    ),
  );
  await Promise.all(more.map((door) => open(door, { ...shared, port })));
  const doors: Door[] = [server, ...more];
  let closed: Promise<unknown> | undefined;

  function stopAccepting(): Promise<unknown> {
    closed ??= Promise.all(
      doors.map((door) => new Promise<void>((resolve) => door.close(() => resolve()))),
    );
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

type Where = { port: number; host?: string; reusePort?: boolean };

/** Sockets that share a port share it with another process that does, too, and nobody would be told. */
async function requireFree(where: Where): Promise<void> {
  const probe = createDoor();
  await open(probe, where);
  await new Promise((resolve) => probe.close(resolve));
}

function open(door: Door, where: Where): Promise<void> {
  return new Promise((resolve, reject) => {
    door.once('error', reject);
    door.listen(where, () => {
      door.off('error', reject);
      resolve();
    });
  });
}
