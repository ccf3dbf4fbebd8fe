import type { Server as HttpServer } from 'node:http';
import {
  importSocket,
  type ImportClientEvents,
  type ImportServerEvents,
} from '@evensplit/contracts';
import { AppError } from '@evensplit/platform/app-error';
import type { Actor } from '@evensplit/platform/auth/actor';
import { authenticateSocket } from '@evensplit/platform/auth/authenticate-socket';
import type { ControlPoll } from '@evensplit/platform/auth/control-poll';
import type { IdentifyDeps } from '@evensplit/platform/auth/identify';
import { Server } from 'socket.io';
import { serveSocket, type ImportSocket, type SocketDeps } from './serve-socket.ts';

export type SocketServer = AsyncDisposable & { closeAll(): void };

export type SocketServerDeps = SocketDeps &
  IdentifyDeps & { publicUrl: string; control: Pick<ControlPoll, 'isRevoked' | 'onRevoked'> };

/** WebSocket only, so that any replica can serve any client without sticky sessions. */
export function attachSocketServer(deps: SocketServerDeps, http: HttpServer): SocketServer {
  const io = new Server<ImportClientEvents, ImportServerEvents>(http, {
    path: importSocket.path,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 65_536,
    pingInterval: 25_000,
    pingTimeout: 20_000,
    connectTimeout: 5000,
  });
  const actors = new Map<ImportSocket, Actor>();
  const admitted = new WeakMap<object, Actor>();

  io.use((socket, next) => {
    authenticateSocket(deps, socket.handshake).then(
      (actor) => {
        admitted.set(socket, actor);
        next();
      },
      (error: unknown) => next(refusal(error)),
    );
  });
  io.on('connection', (socket) => {
    const actor = admitted.get(socket);
    // The session may have ended between the handshake and here.
    if (!actor || deps.control.isRevoked(actor.sessionId)) return void socket.disconnect(true);
    actors.set(socket, actor);
    socket.on('disconnect', () => actors.delete(socket));
    serveSocket(deps, socket, actor);
  });
  const stopListening = deps.control.onRevoked((sessionId) => {
    for (const [socket, actor] of actors) {
      if (actor.sessionId === sessionId) socket.disconnect(true);
    }
  });
  return {
    closeAll() {
      for (const socket of actors.keys()) socket.disconnect(true);
    },
    async [Symbol.asyncDispose]() {
      stopListening();
      await io.close();
    },
  };
}

/** Socket.IO hands `data` to the client's `connect_error`: enough to know whether to refresh or to sign in. */
function refusal(error: unknown): Error {
  const code = error instanceof AppError ? error.code : 'internal';
  return Object.assign(new Error(code), { data: { code } });
}
