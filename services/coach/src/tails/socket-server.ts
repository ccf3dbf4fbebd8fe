import type { Server as HttpServer } from 'node:http';
import { coachSocket, type CoachClientEvents, type CoachServerEvents } from '@evensplit/contracts';
import { AppError } from '@evensplit/platform/app-error';
import type { Actor } from '@evensplit/platform/auth/actor';
import { authenticateSocket } from '@evensplit/platform/auth/authenticate-socket';
import type { ControlPoll } from '@evensplit/platform/auth/control-poll';
import type { IdentifyDeps } from '@evensplit/platform/auth/identify';
import { Server } from 'socket.io';
import { serveSocket, type SocketDeps } from './serve-socket.ts';
import type { CoachSocket } from './socket-sink.ts';

export type SocketServer = Disposable & {
  /** Sockets that watch nothing are asked to come back elsewhere. */
  closeIdle(): void;
  closeAll(): void;
};

export type SocketServerDeps = SocketDeps &
  IdentifyDeps & { publicUrl: string; control: Pick<ControlPoll, 'isRevoked' | 'onRevoked'> };

type Served = { actor: Actor; watching(): number };

const RETRY_AFTER_MS = 1000;

/**
 * WebSocket only, so that any replica can serve any client; no adapter and no state recovery, because the log
 * and the client's cursor are both (recovery keeps every packet of every socket in memory).
 */
export function attachSocketServer(deps: SocketServerDeps, http: HttpServer): SocketServer {
  const io = new Server<CoachClientEvents, CoachServerEvents>(http, {
    path: coachSocket.path,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 65_536,
    pingInterval: 25_000,
    pingTimeout: 20_000,
    connectTimeout: 5000,
  });
  const served = new Map<CoachSocket, Served>();
  const actors = new WeakMap<object, Actor>();

  io.use((socket, next) => {
    authenticateSocket(deps, socket.handshake).then(
      (actor) => {
        actors.set(socket, actor);
        next();
      },
      (error: unknown) => next(refusal(error)),
    );
  });
  io.on('connection', (socket) => {
    const actor = actors.get(socket);
    if (!actor) return socket.disconnect(true);
    served.set(socket, { actor, ...serveSocket(deps, socket, actor) });
    socket.on('disconnect', () => served.delete(socket));
    // The session may have ended between the handshake and here.
    if (deps.control.isRevoked(actor.sessionId)) socket.disconnect(true);
    return undefined;
  });
  const stopListening = deps.control.onRevoked((sessionId) => {
    for (const [socket, { actor }] of served) {
      if (actor.sessionId === sessionId) socket.disconnect(true);
    }
  });

  function dismiss(socket: CoachSocket): void {
    socket.emit('server:retry', { afterMs: RETRY_AFTER_MS });
    socket.disconnect(true);
  }

  return {
    closeIdle() {
      for (const [socket, one] of served) if (one.watching() === 0) dismiss(socket);
    },
    closeAll() {
      for (const socket of served.keys()) dismiss(socket);
    },
    [Symbol.dispose]() {
      stopListening();
      io.disconnectSockets(true);
      // Not `io.close()`: it would close the HTTP server and wait for whatever is still open on it.
      io.engine.close();
    },
  };
}

/** Socket.IO hands `data` to the client's `connect_error`: enough to know whether to refresh or to sign in. */
function refusal(error: unknown): Error {
  const code = error instanceof AppError ? error.code : 'internal';
  return Object.assign(new Error(code), { data: { code } });
}
