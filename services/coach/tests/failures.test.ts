import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { startRedis, type RedisPart } from '@evensplit/local-parts/redis';
import { tempDir } from '@evensplit/local-parts/temp-dir';
import { Redis } from 'ioredis';
import {
  ask,
  call,
  endsOf,
  getTurn,
  lastId,
  readSse,
  textOf,
  until,
  watchTurn,
  type Heard,
} from './clients.ts';
import { quick, setStage, type Replica, type Stage } from './replica.ts';
import { aFact, end, scripted, talker, text } from './scripted-responder.ts';

const pieces = Array.from({ length: 50 }, (_, i) => `Piece ${i} of an answer… `);
const whole = pieces.join('');

describe('when parts die', () => {
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

  async function replica(options: Parameters<Stage['replica']>[0] = {}) {
    const made = await stage.replica({ timings: quick, ...options });
    open.push(made);
    return made;
  }
  const logLength = (turnId: string) => redis.xlen(`coach:{${turnId}}:ev`);

  it('ends the turn of a killed owner with its partial text; the zombie writes nothing more', async () => {
    const script = scripted({ heedsSignal: false });
    const a = await replica({ responders: () => [script.responder] });
    const b = await replica();
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const reading = readSse(b.url, who, turnId);
    const watching = watchTurn(a.url, who, turnId);
    script.say(text('Half an '), { type: 'receipt', fact: aFact('f1') });
    await until('the words in the log', async () => (await logLength(turnId)) >= 4);
    await a.abandon();
    const { events } = await reading;
    const shown = 'Half an [10.0 km](#fact:f1)';
    expect(endsOf(events).map(({ data }) => data)).toMatchObject([
      { status: 'error', errorCode: 'replica_lost', chars: shown.length, retryable: true },
    ]);
    expect(textOf(events)).toBe(shown);
    expect(lastId(events)).toBe('2-1');
    const length = await logLength(turnId);
    script.say(text('answer that nobody may see.'), end);
    await until('the zombie to notice', async () => a.deps.running.size() === 0);
    expect(await getTurn(b.url, who, turnId)).toMatchObject({
      status: 'error',
      errorCode: 'replica_lost',
      text: shown,
      facts: [aFact('f1')],
      cursor: '2-1',
    });
    expect(await logLength(turnId)).toBe(length);
    expect(endsOf(await watching)).toHaveLength(1);
  });

  it('keeps the saved text of a killed owner when the log is lost as well', async () => {
    const script = scripted();
    const a = await replica({ responders: () => [script.responder] });
    const b = await replica();
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    script.say(text('Saved words. '), { type: 'receipt', fact: aFact('f2') });
    await until('the words in the row', async () =>
      (await getTurn(a.url, who, turnId)).text.includes('#fact:f2'),
    );
    await a.abandon();
    await redis.del(`coach:{${turnId}}:ev`);
    const { events } = await readSse(b.url, who, turnId);
    expect(textOf(events)).toBe('Saved words. [10.0 km](#fact:f2)');
    expect(endsOf(events)).toHaveLength(1);
    expect(await getTurn(b.url, who, turnId)).toMatchObject({
      status: 'error',
      text: textOf(events),
      facts: [aFact('f2')],
      writer: 'baseline',
    });
  });

  it('ends a killed owner as stopped when a stop was asked for', async () => {
    const script = scripted();
    const a = await replica({ responders: () => [script.responder] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    await a.abandon();
    await stage.sql(`UPDATE "Turn" SET "cancelRequestedAt" = now() WHERE id = $1`, [turnId]);
    const b = await replica();
    const { events } = await readSse(b.url, who, turnId);
    expect(endsOf(events)[0]?.data).toMatchObject({ status: 'stopped', retryable: false });
  });

  it('takes up at once what an earlier boot of the same replica left behind', async () => {
    const timings = { ...quick, lease: 60_000 };
    const script = scripted();
    const a = await replica({ responders: () => [script.responder], replica: 'box', timings });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    await a.abandon();
    const elsewhere = await replica({ replica: 'box-2', timings });
    await new Promise((resolve) => setTimeout(resolve, 400));
    expect((await getTurn(elsewhere.url, who, turnId)).status).toBe('running');
    const again = await replica({ replica: 'box', timings });
    // The lease would hold it for a minute.
    await until('the end', async () => (await getTurn(again.url, who, turnId)).status === 'error');
  });

  it('cannot keep a turn alive past its deadline by heartbeats', async () => {
    const stuck = scripted({ heedsSignal: false });
    const a = await replica({
      responders: () => [stuck.responder],
      timings: { ...quick, turn: 500, deadlineGrace: 200 },
    });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    stuck.say(text('And then'));
    const { events } = await readSse(a.url, who, turnId);
    expect(endsOf(events).map(({ data }) => data['errorCode'])).toEqual(['hard_timeout']);
    expect(await getTurn(a.url, who, turnId)).toMatchObject({ status: 'error', text: 'And then' });
  });

  it('lets a stop through that only the row carries', async () => {
    const script = scripted();
    const a = await replica({ responders: () => [script.responder] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    await stage.sql(`UPDATE "Turn" SET "cancelRequestedAt" = now() WHERE id = $1`, [turnId]);
    const stopped = await until('the heartbeat', async () => {
      const turn = await getTurn(a.url, who, turnId);
      return turn.status !== 'running' && turn;
    });
    expect(stopped.status).toBe('stopped');
  });

  it('loses nothing to FLUSHALL in the middle of turns', async () => {
    const a = await replica({ responders: () => [talker(pieces, 15)] });
    const b = await replica();
    const turns = await Promise.all(
      Array.from({ length: 5 }, async () => {
        const who = await stage.athlete();
        return { who, ...(await ask(a.url, who, 'Tell me')) };
      }),
    );
    const reading = turns.map(({ who, turnId }, i) =>
      i % 2
        ? watchTurn(b.url, who, turnId)
        : readSse(b.url, who, turnId).then(({ events }) => events),
    );
    for (let i = 0; i < 4; i += 1) {
      await new Promise((resolve) => setTimeout(resolve, 130));
      await redis.flushdb();
    }
    for (const [i, { who, turnId }] of turns.entries()) {
      const events = (await reading[i]) ?? [];
      expect(events.some(({ type }) => type === 'snapshot')).toBe(true);
      expect(textOf(events)).toBe(whole);
      expect(endsOf(events)).toHaveLength(1);
      expect(await getTurn(b.url, who, turnId)).toMatchObject({ status: 'done', text: whole });
    }
  });

  it('bridges a hole in the log with the saved text', async () => {
    const a = await replica({ responders: () => [talker(pieces, 15)] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const key = `coach:{${turnId}}:ev`;
    await until('a dozen entries', async () => (await logLength(turnId)) > 12);
    for (const id of ['1-5', '1-6']) await redis.xdel(key, id);
    const { events } = await readSse(a.url, who, turnId, { cursor: '1-3' });
    expect(events.some(({ type }) => type === 'snapshot')).toBe(true);
    expect(textOf(events)).toBe(whole);
    expect(endsOf(events)).toHaveLength(1);
  });

  it('is fenced by a later epoch in Redis alone, and leaves the row to its owner', async () => {
    const script = scripted();
    const a = await replica({ responders: () => [script.responder] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    script.say(text('One. '));
    await until('the log', async () => (await logLength(turnId)) >= 2);
    await redis.xadd(`coach:{${turnId}}:ev`, '7-0', 't', 'fence', 'd', '{}');
    script.say(text('Two. '), end);
    await until('the fenced writer to leave', async () => a.deps.running.size() === 0);
    expect(
      await stage.sql<{ answer: string }>(
        `SELECT answer FROM "Turn" WHERE id = $1 AND status = 'done'`,
        [turnId],
      ),
    ).toEqual([]);
    await until(
      'the reaper',
      async () => (await getTurn(a.url, who, turnId)).errorCode === 'replica_lost',
    );
  });
});

describe('without Redis', () => {
  let stage: Stage;
  let part: RedisPart;
  let dir: Awaited<ReturnType<typeof tempDir>>;
  beforeAll(async () => {
    stage = await setStage();
    dir = await tempDir('coach-redis');
    part = await startRedis({ profile: 'cache', dir: dir.path });
  });
  afterEach(() => stage.closeReplicas());
  afterAll(async () => {
    await stage.close();
    await part.stop();
    await dir.remove();
  });

  it('answers a whole turn from the row, streams it, and stops another', async () => {
    const a = await stage.replica({ responders: () => [talker(pieces, 15)], redisUrl: part.url });
    const b = await stage.replica({ responders: () => [talker(pieces, 15)], redisUrl: part.url });
    await part.stop();
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const [sse, socket] = await Promise.all([
      readSse(b.url, who, turnId).then(({ events }) => events),
      watchTurn(a.url, who, turnId),
    ]);
    for (const events of [sse, socket]) {
      expect(textOf(events)).toBe(whole);
      expect(endsOf(events)).toHaveLength(1);
      expect(events.filter(({ type }) => type === 'snapshot').length).toBeGreaterThan(1);
    }
    expect(await getTurn(b.url, who, turnId)).toMatchObject({ status: 'done', text: whole });
    const other = await ask(a.url, who, 'Tell me more');
    expect((await call(b.url, who, 'POST', `/turns/${other.turnId}/stop`)).status).toBe(202);
    await until(
      'the heartbeat',
      async () => (await getTurn(b.url, who, other.turnId)).status === 'stopped',
    );
    const health = await fetch(`${a.url}/health/ready`);
    expect([health.status, await health.json()]).toMatchObject([200, { status: 'degraded' }]);
  });

  it('goes back to the log when Redis returns in the middle of a turn', async () => {
    part = await startRedis({ profile: 'cache', dir: dir.path, port: part.port });
    const script = scripted();
    const a = await stage.replica({ responders: () => [script.responder], redisUrl: part.url });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const heard: Heard[] = [];
    const reading = readSse(a.url, who, turnId, { onEvent: (event) => heard.push(event) });
    let said = '';
    /** Goes on talking, word by word, until the reader has heard what is waited for. */
    const talkUntil = (what: string, hears: () => boolean) =>
      until(what, async () => {
        const word = `Word ${said.length}. `;
        said += word;
        script.say(text(word));
        await new Promise((resolve) => setTimeout(resolve, 25));
        return hears();
      });
    const deltasSince = (from: number) =>
      heard.slice(Math.max(0, from)).filter(({ type }) => type === 'delta').length;
    const lastSnapshot = () => heard.findLastIndex(({ type }) => type === 'snapshot');
    await talkUntil('words from the log', () => deltasSince(0) > 2);
    await part.stop();
    await talkUntil('words from the row', () => lastSnapshot() > 0);
    part = await startRedis({ profile: 'cache', dir: dir.path, port: part.port });
    await talkUntil('words from the log again', () => deltasSince(lastSnapshot()) > 2);
    script.say(end);
    const { events } = await reading;
    expect(textOf(events)).toBe(said);
    expect(endsOf(events)).toHaveLength(1);
    expect(await getTurn(a.url, who, turnId)).toMatchObject({ status: 'done', text: said });
  });
});
