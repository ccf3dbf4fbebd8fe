import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '@evensplit/platform/app-error';
import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { Redis } from 'ioredis';
import pg from 'pg';
import { productProviderTimings } from '../src/providers/provider-timings.ts';
import { askCoach } from '../src/turns/ask-coach.ts';
import { ask, call, endsOf, getTurn, post, readSse, textOf, until } from './clients.ts';
import { setModelStage, type ModelStage } from './model-stage.ts';
import { quick, steady } from './replica.ts';
import { scripted, text } from './scripted-responder.ts';

/** Things that happen at the same moment, or in the order that nobody thinks of first. */
describe('races of a turn', () => {
  let world: ModelStage;
  let stage: ModelStage['stage'];
  let redis: Redis;
  beforeAll(async () => {
    world = await setModelStage();
    ({ stage } = world);
    redis = new Redis(stage.adminRedisUrl);
  });
  afterEach(() => stage.closeReplicas());
  afterAll(async () => {
    redis.disconnect();
    await world.close();
  });

  /** A model that says something and then nothing, for as long as a test takes. */
  const stalled = () =>
    world.replica({ openai: 'stall' }, {}, { providerTimings: productProviderTimings });

  async function usageOf(athleteId: string) {
    const [row] = await stage.sql<{ used: number; reserved: number }>(
      `SELECT used, reserved FROM "Usage" WHERE "athleteId" = $1`,
      [athleteId],
    );
    return row ?? { used: 0, reserved: 0 };
  }

  it('refuses a second question while the first one is being ended, and neither stands in the other’s way', async () => {
    const a = await stalled();
    const who = await world.runner();
    const { turnId, conversationId } = await ask(a.url, who, 'First');
    expect((await usageOf(who.id)).reserved).toBeGreaterThan(0);
    // An ending as Postgres sees it: the turn's row, then the day's tokens. The question comes in between.
    const ending = new pg.Client({ connectionString: stage.database.adminUrl });
    await ending.connect();
    try {
      await ending.query('BEGIN');
      await ending.query(`UPDATE "Turn" SET status = 'done', "finishedAt" = now() WHERE id = $1`, [
        turnId,
      ]);
      const second = await post(a.url, who, 'Second', { conversationId });
      expect([second.status, second.body['error']?.['code']]).toEqual([409, 'turn_active']);
      await ending.query(`UPDATE "Usage" SET reserved = 0 WHERE "athleteId" = $1`, [who.id]);
      await ending.query('COMMIT');
    } finally {
      await ending.end();
    }
    expect(await usageOf(who.id)).toEqual({ used: 0, reserved: 0 });
  });

  it('keeps the places of a replica for everybody when one athlete sends many questions at once', async () => {
    const { responder } = scripted();
    const a = await stage.replica({ responders: () => [responder], maxTurns: 4 });
    const [loud, quiet] = [await stage.athlete(), await stage.athlete()];
    const many = Array.from({ length: 30 }, () =>
      askCoach(a.deps, loud.id, { text: 'Me!' }, randomUUID()).catch((error: unknown) => error),
    );
    const asked = await askCoach(a.deps, quiet.id, { text: 'And me?' }, randomUUID());
    expect(asked.isNew).toBe(true);
    const refused = (await Promise.all(many)).filter((answer) => answer instanceof AppError);
    expect(refused.map(({ code }) => code)).toEqual(Array.from({ length: 28 }, () => 'turn_limit'));
  });

  it('ends the turns of a killed owner although one of their logs cannot be understood', async () => {
    const script = scripted();
    const a = await stage.replica({ responders: () => [script.responder], timings: quick });
    const b = await stage.replica();
    const asked = [];
    for (let i = 0; i < 2; i += 1) {
      const who = await stage.athlete();
      asked.push({ who, turnId: (await ask(a.url, who, 'Tell me')).turnId });
    }
    script.say(text('Half an answer'));
    for (const { who, turnId } of asked) {
      await until('the text', async () => (await getTurn(b.url, who, turnId)).text !== '');
    }
    await a.abandon();
    const ofTomorrow = JSON.stringify({ fact: { unit: 'parsec' } });
    const key = `coach:{${asked[0]?.turnId}}:ev`;
    await redis.xadd(key, '1-500', 't', 'receipt', 'd', ofTomorrow);
    for (const { who, turnId } of asked) {
      const ended = await until('the end', async () => {
        const turn = await getTurn(b.url, who, turnId);
        return turn.status === 'running' ? undefined : turn;
      });
      expect(ended).toMatchObject({ errorCode: 'replica_lost', text: 'Half an answer' });
    }
  });

  it('counts what was set aside for an answer that is deleted when nobody is left to end it', async () => {
    const a = await stalled();
    const b = await stalled();
    const who = await world.runner();
    const { conversationId } = await ask(a.url, who, 'Tell me');
    const { reserved } = await usageOf(who.id);
    await a.abandon();
    await a.deps.reader[Symbol.asyncDispose]();
    const deleted = await call(b.url, who, 'DELETE', `/conversations/${conversationId}`);
    expect(deleted.status).toBe(204);
    expect(reserved).toBeGreaterThan(0);
    expect(await usageOf(who.id)).toEqual({ used: reserved, reserved: 0 });
  });

  it('lets go of a stream whose client went away while its row was read', async () => {
    const { responder } = scripted();
    const a = await stage.replica({ responders: () => [responder] });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const admin = new pg.Client({ connectionString: stage.database.adminUrl });
    await admin.connect();
    const opened = jest.spyOn(a.deps.tails, 'open');
    try {
      await admin.query('BEGIN');
      await admin.query('LOCK TABLE "Turn" IN ACCESS EXCLUSIVE MODE');
      const gone = new AbortController();
      const reading = readSse(a.url, who, turnId, { cursor: '1-1', signal: gone.signal });
      await sleep(150);
      gone.abort();
      await expect(reading).rejects.toThrow('abort');
      await sleep(50);
      await admin.query('COMMIT');
    } finally {
      await admin.end();
    }
    await until('the stream', async () => opened.mock.calls.length === 1);
    await until('it to be let go', async () => a.deps.tails.size() === 0, 1000);
  });

  it('takes an id in capitals for the same turn, over both replicas', async () => {
    const script = scripted();
    // Neither a heartbeat brings the stop, nor a look at a quiet row the words.
    const still = { ...steady, heartbeat: 60_000, quiet: 60_000 };
    const a = await stage.replica({ responders: () => [script.responder], timings: still });
    const b = await stage.replica({ timings: still });
    const who = await stage.athlete();
    const { turnId } = await ask(a.url, who, 'Tell me');
    const shouted = turnId.toUpperCase();
    const reading = readSse(b.url, who, shouted);
    await until('the tail', async () => b.deps.tails.size() === 1);
    await sleep(100);
    script.say(text('Well, '));
    await sleep(100);
    expect((await call(b.url, who, 'POST', `/turns/${shouted}/stop`)).status).toBe(202);
    const { events } = await reading;
    expect(textOf(events)).toBe('Well, ');
    expect(endsOf(events).map(({ data }) => data['status'])).toEqual(['stopped']);
  });
});
