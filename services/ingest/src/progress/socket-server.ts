import type { Server as HttpServer } from 'node:http';
import {
  importSocket,
  type ImportClientEvents,
  type ImportServerEvents,
} from '@evensplit/contracts';
import {
  createSocketServer,
  type SocketServerDeps,
} from '@evensplit/platform/socket/create-socket-server';
import { serveSocket, type SocketDeps } from './serve-socket.ts';

export type SocketServer = Disposable & { closeAll(): void };

export function attachSocketServer(
  deps: SocketDeps & SocketServerDeps,
  http: HttpServer,
): SocketServer {
  const server = createSocketServer<ImportClientEvents, ImportServerEvents>(
    deps,
    http,
    importSocket.path,
    (socket, actor) => serveSocket(deps, socket, actor),
  );
  return {
    closeAll() {
      for (const socket of server.sockets()) socket.disconnect(true);
    },
    [Symbol.dispose]: () => server[Symbol.dispose](),
  };
}
