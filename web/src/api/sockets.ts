import type {
  CoachClientEvents,
  CoachServerEvents,
  coachSocket,
  ImportClientEvents,
  ImportServerEvents,
  importSocket,
} from '@evensplit/contracts';
import { io, type Socket } from 'socket.io-client';
import { api, whenSignedOut } from './api.ts';

// The contract's literals by type only: importing the values would put the schema library into the bundle.
const COACH_PATH: (typeof coachSocket)['path'] = '/v1/coach/socket.io';
const IMPORT_PATH: (typeof importSocket)['path'] = '/v1/ingest/socket.io';

export type CoachSocket = Socket<CoachServerEvents, CoachClientEvents>;
export type ImportSocket = Socket<ImportServerEvents, ImportClientEvents>;

let coach: CoachSocket | null = null;
let imports: ImportSocket | null = null;

export function coachConnection(): CoachSocket {
  coach ??= open<CoachSocket>(COACH_PATH);
  return coach;
}

export function importConnection(): ImportSocket {
  imports ??= open<ImportSocket>(IMPORT_PATH);
  return imports;
}

whenSignedOut(() => {
  coach?.disconnect();
  imports?.disconnect();
  coach = null;
  imports = null;
});

function open<S extends Socket>(path: string): S {
  const socket = io({
    path,
    transports: ['websocket'],
    reconnectionDelay: 1000,
    reconnectionDelayMax: 15_000,
    randomizationFactor: 0.5,
  });
  let checkedAt = Number.NEGATIVE_INFINITY;
  // A handshake carries the access cookie; when it ran out, reconnecting alone would fail for ever.
  socket.on('connect_error', () => {
    const due = performance.now() - checkedAt > 30_000;
    if (due) checkedAt = performance.now();
    const checked = due ? api.send('GET', '/v1/me') : Promise.resolve();
    checked.then(
      () => {
        // A refusal by the server ends socket.io's own attempts; a broken transport does not.
        if (!socket.active) setTimeout(() => socket.connect(), 1000 + Math.random() * 4000);
      },
      () => undefined,
    );
  });
  // The server closes sockets when it drains or a session ends; only the former deserves another try.
  socket.on('disconnect', (reason) => {
    if (reason !== 'io server disconnect') return;
    api.send('GET', '/v1/me').then(
      () => setTimeout(() => socket.connect(), 500 + Math.random() * 1500),
      () => undefined,
    );
  });
  return socket as unknown as S;
}
