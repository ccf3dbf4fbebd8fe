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
import { comeBack } from './come-back.ts';

// The contract's literals by type only: importing the values would put the schema library into the bundle.
const COACH_PATH: (typeof coachSocket)['path'] = '/v1/coach/socket.io';
const IMPORT_PATH: (typeof importSocket)['path'] = '/v1/ingest/socket.io';

export type CoachSocket = Socket<CoachServerEvents, CoachClientEvents>;
export type ImportSocket = Socket<ImportServerEvents, ImportClientEvents>;

let coach: CoachSocket | null = null;
let imports: ImportSocket | null = null;
/** Those of whoever is signed in: an older one must not come back as somebody else. */
const wanted = new Set<Socket>();

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
  wanted.clear();
});

// The network is back: whoever looks at the page should not have to wait for the next of the attempts.
window.addEventListener('online', () => {
  for (const socket of wanted) if (!socket.connected) socket.disconnect().connect();
});

function open<S extends Socket>(path: string): S {
  const socket = io({
    path,
    transports: ['websocket'],
    reconnectionDelay: 1000,
    reconnectionDelayMax: 15_000,
    randomizationFactor: 0.5,
  });
  wanted.add(socket);
  comeBack(socket, {
    check: () => api.send('GET', '/v1/me'),
    isWanted: () => wanted.has(socket),
    later: setTimeout,
  });
  return socket as unknown as S;
}
