import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TurnEvent, TurnView } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
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
  const socket = {
    connected: true,
    on: (name: string, listener: (...args: never[]) => void) => wire.on(name, listener as never),
    off: (name: string, listener: (...args: never[]) => void) => wire.off(name, listener as never),
    emit(name: string, message: { cursor?: string }) {
      if (name === 'turn:watch') watched.push(message.cursor);
    },
  };
  return {
    socket: socket as TurnSocket & { connected: boolean },
    watched,
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
) {
  const server = fakeSocket();
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
    await sleep(60);
    expect(last()).toMatchObject({ status: 'error', errorCode: 'replica_lost', text: 'half' });
    expect([fetched.length, ended()]).toEqual([1, 1]);
  });

  it('lives from the row while no socket can be had', async () => {
    const finished: TurnView = { ...turn, status: 'done', text: 'whole', cursor: '1-9' };
    const { server, last, ended } = watching([turn, finished], { pollMs: 10 });
    server.drop();
    await sleep(60);
    expect(last()).toMatchObject({ status: 'done', text: 'whole' });
    expect(ended()).toBe(1);
  });

  it('keeps waiting when the row cannot be read', async () => {
    const { server, last, fetched, stop } = watching([], { pollMs: 10 });
    server.drop();
    await sleep(35);
    expect(fetched.length).toBeGreaterThan(1);
    expect(last()?.status).toBe('running');
    stop();
  });
});
