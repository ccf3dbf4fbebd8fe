import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { coachSocket, type CoachClientEvents, type CoachServerEvents } from '@evensplit/contracts';
import { io, type Socket } from 'socket.io-client';
import type { Person } from '../bench/people.ts';

/** An event as it came in, whichever way. */
export type Heard = { id: string; type: string; data: Record<string, unknown> };

export type Wire = 'sse' | 'socket';
export const wires: readonly [Wire, Wire] = ['sse', 'socket'];

export type ListenTo = {
  url: string;
  /** The address that people type: sockets are refused to pages of any other. */
  origin: string;
  person: Person;
  turnId: string;
  cursor?: string | undefined;
  onEvent: (event: Heard) => void;
};

/** `closed` tells why a connection is over: an SSE status other than 200, a refusal, or `cut`, `ended`, `lost`. */
export type Line = { opened: Promise<void>; closed: Promise<string>; cut: () => void };

/** One connection that brings the events of one turn, until either side has enough of it. */
export function listen(wire: Wire, to: ListenTo): Line {
  return wire === 'sse' ? listenOverSse(to) : listenOverSocket(to);
}

/** The same, once it is open: many at a time may be told to come back, and do. */
export async function openLine(wire: Wire, to: ListenTo): Promise<Line> {
  for (let tries = 0; ; tries += 1) {
    const line = listen(wire, to);
    const refused = await Promise.race([line.opened, line.closed]);
    if (refused === undefined) return line;
    if (tries === 20) throw new Error(`a stream was refused twenty times: ${refused}`);
    await sleep(500);
  }
}

function listenOverSse({ url, person, turnId, cursor, onEvent }: ListenTo): Line {
  const opened = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<string>();
  const stream = request(new URL(`/v1/coach/turns/${turnId}/events`, url), {
    headers: { cookie: person.cookie, ...(cursor ? { 'last-event-id': cursor } : {}) },
    agent: false,
  });
  stream.on('response', (response) => {
    if (response.statusCode !== 200) {
      closed.resolve(String(response.statusCode));
      response.resume();
      return;
    }
    opened.resolve();
    let rest = '';
    response.setEncoding('utf8');
    response.on('data', (piece: string) => {
      const frames = (rest + piece).split('\n\n');
      rest = frames.pop() ?? '';
      for (const frame of frames) {
        const event = parseFrame(frame);
        if (event) onEvent(event);
      }
    });
    response.on('end', () => closed.resolve('ended'));
    response.on('error', () => closed.resolve('lost'));
    response.on('close', () => closed.resolve('lost'));
  });
  stream.on('error', () => closed.resolve('lost'));
  stream.end();
  return {
    opened: opened.promise,
    closed: closed.promise,
    cut() {
      closed.resolve('cut');
      stream.destroy();
    },
  };
}

/** A whole frame with an id; pings have none. */
function parseFrame(frame: string): Heard | undefined {
  let id: string | undefined;
  let type: string | undefined;
  let data = '{}';
  for (const line of frame.split('\n')) {
    if (line.startsWith('id: ')) id = line.slice(4);
    else if (line.startsWith('event: ')) type = line.slice(7);
    else if (line.startsWith('data: ')) data = line.slice(6);
  }
  if (id === undefined || type === undefined) return undefined;
  return { id, type, data: JSON.parse(data) as Record<string, unknown> };
}

function listenOverSocket({ url, origin, person, turnId, cursor, onEvent }: ListenTo): Line {
  const opened = Promise.withResolvers<void>();
  const closed = Promise.withResolvers<string>();
  const socket: Socket<CoachServerEvents, CoachClientEvents> = io(url, {
    path: coachSocket.path,
    transports: ['websocket'],
    extraHeaders: { cookie: person.cookie, origin },
    reconnection: false,
    forceNew: true,
  });
  socket.on('connect_error', () => closed.resolve('lost'));
  socket.on('disconnect', () => closed.resolve('lost'));
  socket.on('turn:event', ({ turnId: about, ...event }) => {
    if (about === turnId) onEvent(event as Heard);
  });
  socket.on('connect', () => {
    socket.emit('turn:watch', { turnId, ...(cursor ? { cursor } : {}) }, (answer) => {
      if (answer.ok) return opened.resolve();
      closed.resolve(answer.code);
      socket.disconnect();
    });
  });
  return {
    opened: opened.promise,
    closed: closed.promise,
    cut() {
      closed.resolve('cut');
      socket.disconnect();
    },
  };
}
