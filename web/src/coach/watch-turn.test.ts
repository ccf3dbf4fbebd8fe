import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TurnEvent, TurnView } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { ApiError } from '../api/api-error.ts';
import { type TurnSocket, type WatchedTurn, watchTurn } from './watch-turn.ts';

const turn: TurnView = {
  id: 't',
  conversationId: 'c',
  question: '?',
  status: 'running',
  text: '',
  writer: null,
  errorCode: null,
  facts: [],
  cursor: '0-0',
  createdAt: '2026-11-20T10:00:00Z',
  deadlineAt: '2026-11-20T10:02:00Z',
  finishedAt: null,
  now: '2026-11-20T10:00:00Z',
};

/** A socket whose server side the test plays. */
function fakeSocket() {
  const wire = new EventEmitter();
  const watched: (string | undefined)[] = [];
  let refusing = false;
  const socket = {
    connected: true,
    on: (name: string, listener: (...args: never[]) => void) => wire.on(name, listener as never),
    off: (name: string, listener: (...args: never[]) => void) => wire.off(name, listener as never),
    emit(name: string, message: { cursor?: string }, ack?: (answer: { ok: boolean }) => void) {
      if (name !== 'turn:watch') return;
      watched.push(message.cursor);
      ack?.({ ok: !refusing });
    },
  };
  return {
    socket: socket as TurnSocket & { connected: boolean },
    watched,
    refuse(yes: boolean) {
      refusing = yes;
    },
    say: (event: TurnEvent) => wire.emit('turn:event', { turnId: 't', ...event }),
    listeners: () =>
      ['connect', 'disconnect', 'turn:event'].map((name) => wire.listenerCount(name)),
    drop() {
      socket.connected = false;
      wire.emit('disconnect');
    },
    reconnect() {
      socket.connected = true;
      wire.emit('connect');
    },
  };
}

function watching(
  rows: TurnView[],
  options: { graceMs?: number; pollMs?: number } = {},
  from: TurnView = turn,
  server = fakeSocket(),
) {
  const seen: WatchedTurn[] = [];
  const fetched: string[] = [];
  let ended = 0;
  const stop = watchTurn(
    {
      socket: server.socket,
      fetchTurn: async (id) => {
        fetched.push(id);
        const row = rows.shift();
        if (!row) throw new Error('no row');
        return row;
      },
      ...options,
    },
    from,
    (state, over) => {
      seen.push(state);
      if (over) ended += 1;
    },
  );
  return { server, seen, fetched, stop, last: () => seen.at(-1), ended: () => ended };
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await sleep(2);
}

const delta = (id: string, d: string): TurnEvent => ({ id, type: 'delta', data: { d } });
const done = (id: string, chars: number): TurnEvent => ({
  id,
  type: 'end',
  data: { status: 'done', writer: 'baseline', chars, retryable: false },
});

describe('watching a turn', () => {
  it('resumes from the last cursor after a lost connection', () => {
    const { server, last, ended } = watching([]);
    server.say(delta('1-1', 'a'));
    server.say(delta('1-2', 'b'));
    server.drop();
    expect(last()?.connection).toBe('reconnecting');
    server.reconnect();
    expect(server.watched).toEqual(['0-0', '1-2']);
    server.say(delta('1-3', 'c'));
    server.say(done('1-4', 3));
    expect(last()).toMatchObject({ text: 'abc', status: 'done', connection: 'live' });
    expect(ended()).toBe(1);
    expect(server.listeners()).toEqual([0, 0, 0]);
  });

  it('reads the row at a gap and watches on from there', async () => {
    const { server, last, stop } = watching([{ ...turn, text: 'abc', cursor: '1-3' }]);
    server.say(delta('1-1', 'a'));
    server.say(delta('1-3', 'c'));
    await sleep(5);
    expect(last()?.text).toBe('abc');
    expect(server.watched).toEqual(['0-0', '1-3']);
    stop();
  });

  it('reads the row when the deadline passes in silence', async () => {
    const silent = { ...turn, deadlineAt: '2026-11-20T10:00:00.010Z' };
    const row: TurnView = { ...turn, status: 'error', errorCode: 'replica_lost', text: 'half' };
    const { last, fetched, ended } = watching([row], { graceMs: 20 }, silent);
    expect(fetched).toEqual([]);
    await until(() => ended() === 1);
    expect(last()).toMatchObject({ status: 'error', errorCode: 'replica_lost', text: 'half' });
    expect([fetched.length, ended()]).toEqual([1, 1]);
  });

  it('lives from the row while no socket can be had', async () => {
    const finished: TurnView = { ...turn, status: 'done', text: 'whole', cursor: '1-9' };
    const { server, last, ended } = watching([turn, finished], { pollMs: 10 });
    server.drop();
    await until(() => ended() === 1);
    expect(last()).toMatchObject({ status: 'done', text: 'whole' });
    expect(ended()).toBe(1);
  });

  it('shows what is saved meanwhile, and goes on from there', async () => {
    const saved: TurnView = { ...turn, text: 'half', cursor: '1-5' };
    const { server, last, stop } = watching([saved], { pollMs: 10 });
    server.say(delta('1-1', 'h'));
    server.drop();
    await sleep(25);
    expect(last()).toMatchObject({ text: 'half', connection: 'reconnecting' });
    server.reconnect();
    expect(server.watched).toEqual(['0-0', '1-5']);
    stop();
  });

  it('asks again when a server has no room to watch, and lives from the row until then', async () => {
    const full = fakeSocket();
    full.refuse(true);
    const saved: TurnView = { ...turn, text: 'half', cursor: '1-5' };
    const { server, last, ended } = watching([turn, saved, saved], { pollMs: 15 }, turn, full);
    await sleep(25);
    expect(last()).toMatchObject({ text: 'half', connection: 'reconnecting' });
    server.refuse(false);
    await sleep(20);
    expect(server.watched.at(-1)).toBe('1-5');
    expect(last()?.connection).toBe('live');
    const watches = server.watched.length;
    await sleep(40);
    expect(server.watched.length).toBe(watches);
    server.say(delta('1-6', ' and half'));
    server.say(done('1-7', 13));
    expect(last()).toMatchObject({ text: 'half and half', status: 'done' });
    expect(ended()).toBe(1);
  });

  it('ends when the turn is deleted while nobody could tell', async () => {
    const server = fakeSocket();
    const seen: [WatchedTurn, boolean][] = [];
    watchTurn(
      {
        socket: server.socket,
        fetchTurn: () => Promise.reject(new ApiError('not_found', 'No such turn', { status: 404 })),
        pollMs: 10,
      },
      turn,
      (...told) => seen.push(told),
    );
    server.say(delta('1-1', 'so far'));
    server.drop();
    await until(() => seen.at(-1)?.[1] === true);
    expect(seen.at(-1)?.[0]).toMatchObject({ status: 'stopped', text: 'so far' });
    expect(server.listeners()).toEqual([0, 0, 0]);
  });

  it('keeps waiting when the row cannot be read', async () => {
    const { server, last, fetched, stop } = watching([], { pollMs: 10 });
    server.drop();
    await until(() => fetched.length > 1);
    expect(last()?.status).toBe('running');
    stop();
  });
});
