import { randomUUID } from 'node:crypto';
import {
  coachSocket,
  turnEventData,
  type CoachClientEvents,
  type CoachServerEvents,
  type TurnAccepted,
  type TurnEventType,
  type TurnView,
} from '@evensplit/contracts';
import { checkAnswer } from '@evensplit/testkit/check-answer';
import { io, type Socket } from 'socket.io-client';
import { PUBLIC_URL } from './replica.ts';

export type Heard = { id: string; type: string; data: Record<string, unknown> };
type Who = { token: string };

export async function call(
  url: string,
  who: Who | null,
  method: string,
  path: string,
  options: { body?: unknown; headers?: Record<string, string> } = {},
): Promise<{ status: number; body: Json; headers: Headers }> {
  const response = await fetch(`${url}/v1/coach${path}`, {
    method,
    headers: {
      ...(who ? { authorization: `Bearer ${who.token}` } : {}),
      ...(options.body === undefined ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
  });
  const text = await response.text();
  const body = text === '' ? null : JSON.parse(text);
  const { status, headers } = response;
  checkAnswer({ method, path: `/v1/coach${path}`, status, body });
  return { status, body, headers };
}

/** An answer whose shape the asserting test knows. */
export type Json = { readonly [name: string]: Json };

export async function ask(
  url: string,
  who: Who,
  words: string,
  options: { key?: string; conversationId?: string } = {},
): Promise<TurnAccepted> {
  const answer = await post(url, who, words, options);
  if (answer.status !== 202) throw new Error(`asked, got ${answer.status}`);
  return answer.body as unknown as TurnAccepted;
}

export function post(
  url: string,
  who: Who,
  words: string,
  options: { key?: string; conversationId?: string } = {},
) {
  const { key = randomUUID(), conversationId } = options;
  return call(url, who, 'POST', '/turns', {
    body: { text: words, ...(conversationId === undefined ? {} : { conversationId }) },
    headers: { 'idempotency-key': key },
  });
}

export async function getTurn(url: string, who: Who, turnId: string): Promise<TurnView> {
  const { body } = await call(url, who, 'GET', `/turns/${turnId}`);
  return body as unknown as TurnView;
}

/** What a client makes of the events: the one rule both wires share. */
export function textOf(events: Heard[]): string {
  let text = '';
  for (const { type, data } of events) {
    if (type === 'delta') text += String(data['d']);
    if (type === 'snapshot') text = String(data['text']);
  }
  return text;
}

export const lastId = (events: Heard[]) => events.at(-1)?.id;
export const endsOf = (events: Heard[]) => events.filter(({ type }) => type === 'end');

export type SseOptions = {
  cursor?: string | undefined;
  query?: boolean;
  signal?: AbortSignal;
  onEvent?: (event: Heard) => void;
  /** All that has come, events or not. */
  onRaw?: (raw: string) => void;
};

/** One SSE connection, read to its end or until it is cut. */
export async function readSse(
  url: string,
  who: Who,
  turnId: string,
  options: SseOptions = {},
): Promise<{ status: number; events: Heard[]; raw: string }> {
  const events: Heard[] = [];
  let raw = '';
  const query = options.query && options.cursor ? `?cursor=${options.cursor}` : '';
  const response = await fetch(`${url}/v1/coach/turns/${turnId}/events${query}`, {
    headers: {
      authorization: `Bearer ${who.token}`,
      ...(options.cursor && !options.query ? { 'last-event-id': options.cursor } : {}),
    },
    ...(options.signal ? { signal: options.signal } : {}),
  });
  try {
    if (response.body && response.ok) {
      let rest = '';
      const decoder = new TextDecoder();
      for await (const chunk of response.body) {
        const piece = decoder.decode(chunk, { stream: true });
        raw += piece;
        options.onRaw?.(raw);
        rest += piece;
        const frames = rest.split('\n\n');
        rest = frames.pop() ?? '';
        for (const frame of frames) {
          const event = parseFrame(frame);
          if (!event) continue;
          events.push(event);
          options.onEvent?.(event);
        }
      }
    }
  } catch {
    // Cut: whole frames count, the rest is what a client never saw.
  }
  for (const { type, data } of events) {
    turnEventData[type as TurnEventType].strict().parse(data);
  }
  return { status: response.status, events, raw };
}

function parseFrame(frame: string): Heard | undefined {
  const fields = new Map(
    frame.split('\n').map((line) => {
      const colon = line.indexOf(': ');
      return [line.slice(0, colon), line.slice(colon + 2)] as const;
    }),
  );
  const id = fields.get('id');
  const type = fields.get('event');
  if (id === undefined || type === undefined) return undefined;
  return { id, type, data: JSON.parse(fields.get('data') ?? '{}') as Record<string, unknown> };
}

export type TestSocket = Socket<CoachServerEvents, CoachClientEvents>;

export function openSocket(
  url: string,
  who: Who | null,
  headers: Record<string, string> = { origin: PUBLIC_URL },
): TestSocket {
  return io(url, {
    path: coachSocket.path,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    extraHeaders: { ...headers, ...(who ? { authorization: `Bearer ${who.token}` } : {}) },
  });
}

/** Watches until the end event, or until `until` says enough. */
export async function watchTurn(
  url: string,
  who: Who,
  turnId: string,
  options: { cursor?: string | undefined; until?: (events: Heard[]) => boolean } = {},
): Promise<Heard[]> {
  const socket = openSocket(url, who);
  const events: Heard[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      socket.on('connect_error', reject);
      socket.on('disconnect', () => resolve());
      socket.on('turn:event', ({ turnId: about, ...event }) => {
        if (about !== turnId) return reject(new Error('an event of another turn'));
        events.push(event as Heard);
        if (event.type === 'end' || options.until?.(events)) resolve();
      });
      socket.on('connect', () => {
        const message = { turnId, ...(options.cursor ? { cursor: options.cursor } : {}) };
        socket.emit('turn:watch', message, (answer) => {
          if (!answer.ok) reject(new Error(answer.code));
        });
      });
    });
  } finally {
    socket.disconnect();
  }
  return events;
}

export async function until<T>(
  what: string,
  look: () => Promise<T | undefined | false>,
  limitMs = 8000,
): Promise<T> {
  const stop = performance.now() + limitMs;
  for (;;) {
    const found = await look();
    if (found) return found;
    if (performance.now() > stop) throw new Error(`waited ${limitMs} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 15));
  }
}
