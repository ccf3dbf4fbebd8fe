import type { Server as HttpServer } from 'node:http';
import { Server, type Socket } from 'socket.io';
import { AppError } from '../app-error.ts';
import type { Actor } from '../auth/actor.ts';
import { authenticateSocket } from '../auth/authenticate-socket.ts';
import type { ControlPoll } from '../auth/control-poll.ts';
import type { IdentifyDeps } from '../auth/identify.ts';

/** Event names and their listeners, as the contracts write them down. */
type EventsMap = Record<string, (...args: never[]) => void>;

export type SocketServerDeps = IdentifyDeps & {
  publicUrl: string;
  control: Pick<ControlPoll, 'isRevoked' | 'onRevoked'>;
};

export type SocketServer<Client extends EventsMap, Sent extends EventsMap> = Disposable & {
  /** Every signed-in socket that is connected now. */
  sockets(): Iterable<Socket<Client, Sent>>;
};

/** Of one athlete on one replica: more tabs than anybody has, and too few to fill what the gateway lets through. */
const MAX_SOCKETS = 50;

/**
 * Socket.IO as both services need it. WebSocket only, so that any replica can serve any client; no adapter and no
 * state recovery, because rows and logs are the state (recovery keeps every packet of every socket in memory). The
 * handshake is authenticated like a request, and a session that ends takes its sockets along.
 */
export function createSocketServer<Client extends EventsMap, Sent extends EventsMap>(
  deps: SocketServerDeps,
  http: HttpServer,
  path: string,
  serve: (socket: Socket<Client, Sent>, actor: Actor) => void,
): SocketServer<Client, Sent> {
  const io = new Server<Client, Sent>(http, {
    path,
    transports: ['websocket'],
    serveClient: false,
    perMessageDeflate: false,
    maxHttpBufferSize: 65_536,
    pingInterval: 25_000,
    pingTimeout: 20_000,
    connectTimeout: 5000,
  });
  const served = new Map<Socket<Client, Sent>, Actor>();
  const admitted = new WeakMap<object, Actor>();
  const perAthlete = new Map<string, number>();

  async function admit(socket: Socket<Client, Sent>): Promise<void> {
    const actor = await authenticateSocket(deps, socket.handshake);
    if ((perAthlete.get(actor.athleteId) ?? 0) >= MAX_SOCKETS) {
      throw new AppError('rate_limited', 'You have too many connections open.', { retryAfterS: 5 });
    }
    admitted.set(socket, actor);
  }

  function count(athleteId: string, change: 1 | -1): void {
    const open = (perAthlete.get(athleteId) ?? 0) + change;
    if (open > 0) perAthlete.set(athleteId, open);
    else perAthlete.delete(athleteId);
  }

  io.use((socket, next) => {
    admit(socket).then(
      () => next(),
      (error: unknown) => next(refusal(error)),
    );
  });
  io.on('connection', (socket) => {
    const actor = admitted.get(socket);
    // The session may have ended between the handshake and here.
    if (!actor || deps.control.isRevoked(actor.sessionId)) return void socket.disconnect(true);
    served.set(socket, actor);
    count(actor.athleteId, 1);
    socket.on('disconnect', () => {
      served.delete(socket);
      count(actor.athleteId, -1);
    });
    serve(socket, actor);
  });
  const stopListening = deps.control.onRevoked((sessionId) => {
    for (const [socket, actor] of served)
      if (actor.sessionId === sessionId) socket.disconnect(true);
  });
  return {
    sockets: () => served.keys(),
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
