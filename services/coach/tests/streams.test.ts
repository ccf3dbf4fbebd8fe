import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import {
  ask,
  call,
  endsOf,
  getTurn,
  lastId,
  openSocket,
  readSse,
  textOf,
  until,
  watchTurn,
  type Heard,
} from './clients.ts';
import { setStage, type Replica, type Stage } from './replica.ts';
import { aFact, end, scripted, talker, text } from './scripted-responder.ts';

const pieces = Array.from({ length: 60 }, (_, i) => `Piece ${i} of a long answer… `);
const whole = pieces.join('');

describe('following a turn', () => {
  let stage: Stage;
  let redis: Redis;
  let open: Replica[] = [];
  beforeAll(async () => {
    stage = await setStage();
    redis = new Redis(stage.adminRedisUrl);
  });
  afterEach(async () => {
    await Promise.all(open.map((one) => one.close()));
    open = [];
  });
  afterAll(async () => {
    redis.disconnect();
    await stage.close();
  });

  async function two(responders: Parameters<Stage['replica']>[0] = {}) {
    const made = await Promise.all([stage.replica(responders), stage.replica(responders)]);
    open.push(...made);
    return made as [Replica, Replica];
  }

  it('streams an answer whole over SSE, from the other replica, with a receipt before its words', async () => {
    const fact = aFact('f1');
    const script = scripted();
    const [a, b] = await two({ responders: () => [script.responder] });
    const who = await stage.athlete({ units: 'mi' });
    const { turnId } = await ask(a.url, who, 'How far?');
    const reading = readSse(b.url, who, turnId);
    script.say(
      text('You ran '),
      { type: 'receipt', fact },
      text('. '),
      { type: 'receipt', fact },
      end,
    );
    const { events, raw, status } = await reading;
    expect(status).toBe(200);
    expect(raw.startsWith('retry: 1000\n\n')).toBe(true);
    expect(events[0]).toEqual({ id: '1-1', type: 'status', data: { phase: 'started' } });
    const link = '[6.21 mi](#fact:f1)';
    expect(textOf(events)).toBe(`You ran ${link}. ${link}`);
    const receipts = events.filter(({ type }) => type === 'receipt');
    expect(receipts.map(({ data }) => data)).toEqual([{ fact }]);
    const mentioned = events.findIndex(({ data }) => String(data['d']).includes('#fact:f1'));
    expect(events.findIndex(({ type }) => type === 'receipt')).toBeLessThan(mentioned);
    expect(events.at(-1)?.data).toEqual({
      status: 'done',
      writer: 'baseline',
      chars: `You ran ${link}. ${link}`.length,
      retryable: false,
    });
    const turn = await getTurn(b.url, who, turnId);
    expect(turn).toMatchObject({
      status: 'done',
      text: textOf(events),
      writer: 'baseline',
      facts: [fact],
    });
    expect(turn.cursor).toBe(lastId(events));
  });

  it.each(['sse', 'socket'] as const)(
    'resumes over %s after random cuts, over two replicas, with the stored answer',
    async (wire) => {
      const replicas = await two({ responders: () => [talker(pieces, 12)] });
      const clients = await Promise.all(
        Array.from({ length: 8 }, async () => {
          const who = await stage.athlete();
          const { turnId } = await ask(replicas[0].url, who, 'Tell me');
          return { who, turnId };
        }),
      );
      const answers = await Promise.all(
        clients.map(async ({ who, turnId }) => {
          const events: Heard[] = [];
          let cuts = 0;
          for (let turn = 0; endsOf(events).length === 0; turn += 1) {
            const { url } = replicas[turn % 2] ?? replicas[0];
            const cursor = lastId(events);
            const enough = 1 + Math.floor(Math.random() * 8);
            if (wire === 'socket') {
              const limit = (heard: Heard[]) => heard.length >= enough;
              events.push(...(await watchTurn(url, who, turnId, { cursor, until: limit })));
            } else {
              const cut = new AbortController();
              let count = 0;
              const onEvent = () => {
                count += 1;
                if (count >= enough) cut.abort();
              };
              const heard = await readSse(url, who, turnId, {
                cursor,
                signal: cut.signal,
                onEvent,
              });
              events.push(...heard.events);
            }
            cuts += 1;
          }
          const stored = await getTurn(replicas[0].url, who, turnId);
          return { events, stored, cuts };
        }),
      );
      for (const { events, stored, cuts } of answers) {
        expect(cuts).toBeGreaterThanOrEqual(5);
        expect(stored.text).toBe(whole);
        expect(textOf(events)).toBe(whole);
        expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
        expect(endsOf(events)).toHaveLength(1);
        expect(endsOf(events)[0]?.data['chars']).toBe(whole.length);
      }
    },
  );

  it('serves both wires and many subscribers of one turn the same events', async () => {
    const [a, b] = await two({ responders: () => [talker(pieces.slice(0, 20), 10)] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const heard = await Promise.all([
      readSse(a.url, who, turnId).then(({ events }) => events),
      readSse(b.url, who, turnId).then(({ events }) => events),
      watchTurn(a.url, who, turnId),
      watchTurn(b.url, who, turnId),
    ]);
    for (const events of heard) expect(events).toEqual(heard[0]);
    expect(textOf(heard[0])).toBe(pieces.slice(0, 20).join(''));
  });

  it('answers 204 at and past the terminal, replays from an earlier cursor, refuses a bad one', async () => {
    const [a] = await two({ responders: () => [talker(['One. ', 'Two.'], 30)] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const { events } = await readSse(a.url, who, turnId);
    const terminal = lastId(events) ?? '';
    expect((await readSse(a.url, who, turnId, { cursor: terminal })).status).toBe(204);
    expect((await readSse(a.url, who, turnId, { cursor: '9-9' })).status).toBe(204);
    const replay = await readSse(a.url, who, turnId, { cursor: '1-1', query: true });
    expect(replay.events).toEqual(events.slice(1));
    const bad = await call(a.url, who, 'GET', `/turns/${turnId}/events?cursor=yesterday`);
    expect([bad.status, bad.body['error']?.['code']]).toEqual([400, 'invalid_cursor']);
    expect(await watchTurn(a.url, who, turnId)).toEqual(events);
    await redis.del(`coach:{${turnId}}:ev`);
    const fromRow = await readSse(a.url, who, turnId, { cursor: '1-1' });
    expect(fromRow.events.map(({ type }) => type)).toEqual(['snapshot', 'end']);
    expect([textOf(fromRow.events), lastId(fromRow.events)]).toEqual(['One. Two.', terminal]);
  });

  it('lets a header win over the query, and ends for a cursor from the future', async () => {
    const [a] = await two({ responders: () => [talker(pieces.slice(0, 30), 15)] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const future = await readSse(a.url, who, turnId, { cursor: '1-99999' });
    expect(endsOf(future.events)).toHaveLength(1);
    expect(textOf(future.events)).toBe(pieces.slice(0, 30).join(''));
  });

  it('stops from another replica, and tells everybody once', async () => {
    const [a, b] = await two({
      responders: () => [scripted({ opening: 'So far so good. ' }).responder],
    });
    const took: number[] = [];
    for (let i = 0; i < 3; i += 1) {
      const who = await stage.athlete();
      const { turnId } = await ask(a.url, who, 'Tell me');
      const reading = readSse(b.url, who, turnId);
      await until('some words', async () => Number(await redis.xlen(`coach:{${turnId}}:ev`)) >= 2);
      const startedAt = performance.now();
      const stopped = await call(b.url, who, 'POST', `/turns/${turnId}/stop`);
      expect(stopped.status).toBe(202);
      const { events } = await reading;
      took.push(performance.now() - startedAt);
      expect(endsOf(events).map(({ data }) => data['status'])).toEqual(['stopped']);
      expect(await getTurn(a.url, who, turnId)).toMatchObject({
        status: 'stopped',
        text: 'So far so good. ',
      });
      const again = await call(b.url, who, 'POST', `/turns/${turnId}/stop`);
      expect([again.status, again.body['status']]).toEqual([200, 'stopped']);
    }
    // The best of three, because a test machine may be busy with other things.
    expect(Math.min(...took)).toBeLessThan(250);
  });

  it('stops over a socket', async () => {
    const script = scripted();
    const [a, b] = await two({ responders: () => [script.responder] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const socket = openSocket(b.url, who);
    const acknowledged = await new Promise((resolve) => {
      socket.on('connect', () => socket.emit('turn:stop', { turnId }, resolve));
    });
    socket.disconnect();
    expect(acknowledged).toEqual({ ok: true });
    const turn = await until('the stop', async () => {
      const row = await getTurn(a.url, who, turnId);
      return row.status !== 'running' && row;
    });
    expect(turn).toMatchObject({ status: 'stopped', text: '', writer: null });
  });

  it('goes on without its clients', async () => {
    const [a] = await two({ responders: () => [talker(pieces.slice(0, 20), 10)] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const cut = new AbortController();
    await readSse(a.url, who, turnId, { signal: cut.signal, onEvent: () => cut.abort() });
    await until('the tail to be gone', async () => a.deps.tails.size() === 0);
    const turn = await until('the end', async () => {
      const row = await getTurn(a.url, who, turnId);
      return row.status === 'done' && row;
    });
    expect(turn.text).toBe(pieces.slice(0, 20).join(''));
  });

  it('pings without an id, so that a resumed cursor is always one of the log', async () => {
    const { quick } = await import('./replica.ts');
    const script = scripted();
    const [a] = await two({
      timings: { ...quick, ping: 20 },
      responders: () => [script.responder],
    });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const { raw } = await readSse(a.url, who, turnId, {
      onRaw(soFar) {
        if ((soFar.match(/event: ping\ndata: \{\}\n\n/g)?.length ?? 0) > 3)
          script.say(text('Hi.'), end);
      },
    });
    expect(raw).not.toMatch(/id: [^\n]*\nevent: ping/);
  });
});
