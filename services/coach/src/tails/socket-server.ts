import type { Server as HttpServer } from 'node:http';
import { coachSocket, type CoachClientEvents, type CoachServerEvents } from '@evensplit/contracts';
import {
  createSocketServer,
  type SocketServerDeps,
} from '@evensplit/platform/socket/create-socket-server';
import { serveSocket, type SocketDeps } from './serve-socket.ts';
import type { CoachSocket } from './socket-sink.ts';

export type SocketServer = Disposable & {
  /** Sockets that watch nothing are asked to come back elsewhere. */
  closeIdle(): void;
  closeAll(): void;
};

const RETRY_AFTER_MS = 1000;

export function attachSocketServer(
  deps: SocketDeps & SocketServerDeps,
  http: HttpServer,
): SocketServer {
  const served = new WeakMap<CoachSocket, { watching(): number }>();
  const server = createSocketServer<CoachClientEvents, CoachServerEvents>(
    deps,
    http,
    coachSocket.path,
    (socket, actor) => served.set(socket, serveSocket(deps, socket, actor)),
  );

  function dismiss(socket: CoachSocket): void {
    socket.emit('server:retry', { afterMs: RETRY_AFTER_MS });
    socket.disconnect(true);
  }

  return {
    closeIdle() {
      for (const socket of server.sockets()) if (!served.get(socket)?.watching()) dismiss(socket);
    },
    closeAll() {
      for (const socket of server.sockets()) dismiss(socket);
    },
    [Symbol.dispose]: () => server[Symbol.dispose](),
  };
}
