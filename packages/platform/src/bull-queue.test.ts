import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { queueOf, rulesOf } from '@evensplit/local-parts/redis-users';
import { Redis } from 'ioredis';
import { z } from 'zod';
import { captureLog } from '../test/capture-log.ts';
import { startRedis, type TestRedis } from '../test/start-redis.ts';
import { waitFor } from '../test/wait-for.ts';
import { createBullQueue, type JobOutcome } from './bull-queue.ts';
import { DeferError, GiveUpError, type DeadJob } from './job-queue.ts';
import { connectProducer, connectWorker, type QueueConnection } from './queue-connection.ts';

const jobs = { parse: z.object({ fileId: z.string() }), derive: z.object({ day: z.string() }) };

/** Whoever has a queue in the product may do no more than this. */
const user = `user worker on nopass ${rulesOf(queueOf('{test}')).join(' ')}`;

let server: TestRedis;
let url: string;
beforeAll(async () => {
  server = await startRedis({ persist: true, users: [user] });
  url = server.url.replace('//', '//worker:any@');
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

function aQueue(connection: QueueConnection, name: string = randomUUID()) {
  const { log } = captureLog();
  const outcomes: JobOutcome[] = [];
  const queue = createBullQueue(connection, {
    name,
    prefix: '{test}',
    jobs,
    log,
    onOutcome: ({ outcome }) => void outcomes.push(outcome),
  });
  const dead: DeadJob[] = [];
  queue.onDead((job) => void dead.push(job));
  return { queue, outcomes, dead };
}

const worker = () => connectWorker(url, { name: 'worker', log: captureLog().log });
const producer = () => connectProducer(url, { name: 'producer', log: captureLog().log });

/** Delayed jobs are due now: tests do not wait for back-offs. */
async function makeDelayedDue(name: string) {
  const redis = new Redis(server.url);
  const key = `{test}:${name}:delayed`;
  for (const id of await redis.zrange(key, 0, -1)) await redis.zadd(key, 'XX', 1, id);
  await redis.publish(key, '1');
  redis.disconnect();
}

describe('a queue', () => {
  it('hands each job to the handler of its name, once', async () => {
    await using connection = worker();
    const { queue, outcomes } = aQueue(connection);
    const seen: string[] = [];
    queue.process('parse', 2, async (job) => {
      seen.push(`${job.name} ${job.payload.fileId} ${job.attempt}`);
    });
    queue.process('derive', 1, async (job) => {
      seen.push(`${job.name} ${job.payload.day}`);
    });
    await queue.add('parse', { fileId: 'f1' });
    await queue.add('derive', { day: '2026-11-20' });
    await waitFor('both jobs', () => outcomes.length === 2);
    expect(seen.toSorted()).toEqual(['derive 2026-11-20', 'parse f1 1']);
    expect(await queue.counts()).toMatchObject({ waiting: 0, active: 0, completed: 2, failed: 0 });
  });

  it('ignores a job id it already knows, and tells what became of it', async () => {
    await using connection = worker();
    const { queue, outcomes } = aQueue(connection);
    expect(await queue.stateOf('strava-1')).toBe('gone');
    await queue.add('parse', { fileId: 'f1' }, { jobId: 'strava-1' });
    await queue.add('parse', { fileId: 'f1' }, { jobId: 'strava-1' });
    expect(await queue.stateOf('strava-1')).toBe('waiting');
    expect((await queue.counts()).waiting).toBe(1);
    queue.process('parse', 1, async () => undefined);
    await waitFor('the job', () => outcomes.length === 1);
    await queue.add('parse', { fileId: 'f1' }, { jobId: 'strava-1' });
    expect(await queue.stateOf('strava-1')).toBe('completed');
    expect((await queue.counts()).waiting).toBe(0);
  });

  it('refuses large payloads, and calls jobs dead whose payload nobody can read', async () => {
    await using connection = worker();
    const { queue, dead } = aQueue(connection);
    await expect(queue.add('parse', { fileId: 'x'.repeat(10_001) })).rejects.toThrow('too large');
    const raw = createBullQueue(connection, {
      name: queue.name,
      prefix: '{test}',
      jobs: { parse: z.object({ old: z.number() }) },
      log: captureLog().log,
    });
    await raw.add('parse', { old: 1 });
    queue.process('parse', 1, async () => undefined);
    await waitFor('the dead job', () => dead.length === 1);
    expect(dead[0]).toMatchObject({ errorClass: 'GiveUpError', attempts: 1, payload: { old: 1 } });
  });

  it('pauses for every process at once and loses nothing', async () => {
    await using connection = worker();
    await using elsewhere = producer();
    const { queue, outcomes } = aQueue(connection);
    const remote = aQueue(elsewhere, queue.name).queue;
    queue.process('parse', 5, async () => undefined);
    await waitFor('the producer', async () => (await remote.counts().catch(() => null)) !== null);
    await remote.pause();
    for (let i = 0; i < 20; i += 1) await remote.add('parse', { fileId: `f${i}` });
    await sleep(200);
    expect([outcomes.length, (await remote.counts()).paused]).toEqual([0, 20]);
    await remote.resume();
    await waitFor('all jobs', () => outcomes.length === 20);
  });
});

describe('a failing job', () => {
  it('is not charged for deferrals: four of them and two failures fit into three attempts', async () => {
    await using connection = worker();
    const { queue, outcomes, dead } = aQueue(connection);
    const attempts: number[] = [];
    queue.process('parse', 1, async (job) => {
      attempts.push(job.attempt);
      const run = attempts.length;
      if (run <= 2 || run === 4 || run === 5) throw new DeferError(20);
      if (run <= 6) throw new Error('no answer');
    });
    await queue.add('parse', { fileId: 'f1' }, { attempts: 3 });
    while (outcomes.at(-1) !== 'done') {
      const before = outcomes.length;
      await waitFor('the next outcome', () => outcomes.length > before);
      if (outcomes.at(-1) !== 'done') await makeDelayedDue(queue.name);
    }
    expect(attempts).toEqual([1, 1, 1, 2, 2, 2, 3]);
    expect(outcomes.filter((outcome) => outcome === 'deferred')).toHaveLength(4);
    expect(dead).toEqual([]);
  });

  it('is dead after its attempts, or at once when it gives up, and blocks nobody', async () => {
    await using connection = worker();
    const { queue, outcomes, dead } = aQueue(connection);
    queue.onDead(() => {
      throw new Error('one bad listener');
    });
    queue.process('parse', 1, async (job) => {
      if (job.payload.fileId === 'bad') throw new TypeError('no runs in es_pat_canary');
      if (job.payload.fileId === 'hopeless') throw new GiveUpError('not a run');
    });
    await queue.add('parse', { fileId: 'bad' }, { jobId: 'j1', attempts: 1 });
    await queue.add('parse', { fileId: 'hopeless' }, { jobId: 'j2' });
    await queue.add('parse', { fileId: 'good' });
    await waitFor('all outcomes', () => outcomes.length === 3);
    expect(outcomes).toEqual(['dead', 'dead', 'done']);
    const common = { queue: queue.name, name: 'parse', attempts: 1 };
    expect(dead).toEqual([
      {
        ...common,
        jobId: 'j1',
        payload: { fileId: 'bad' },
        errorClass: 'TypeError',
        message: 'no runs in [redacted]',
      },
      {
        ...common,
        jobId: 'j2',
        payload: { fileId: 'hopeless' },
        errorClass: 'GiveUpError',
        message: 'not a run',
      },
    ]);
  });
});

describe('shutdown', () => {
  it('takes no more jobs, waits for the running one, and leaves the rest to others', async () => {
    await using connection = worker();
    const { queue, outcomes } = aQueue(connection);
    let release: () => void = () => undefined;
    let started = 0;
    queue.process('parse', 1, async () => {
      started += 1;
      await new Promise<void>((resolve) => (release = resolve));
    });
    await queue.add('parse', { fileId: 'f1' });
    await queue.add('parse', { fileId: 'f2' });
    await waitFor('the first job', () => started === 1);
    const drained = queue.drain();
    await sleep(300);
    release();
    await drained;
    await waitFor('its outcome', () => outcomes.length === 1);
    await using other = worker();
    const successor = aQueue(other, queue.name);
    successor.queue.process('parse', 1, async () => undefined);
    await waitFor('the second job', () => successor.outcomes.length === 1);
    expect(started).toBe(1);
  });

  it('hands a running job back without using an attempt', async () => {
    const connection = worker();
    const { queue, outcomes } = aQueue(connection);
    queue.process('parse', 1, async (job) => {
      await sleep(60_000, undefined, { signal: job.signal });
    });
    await queue.add('parse', { fileId: 'f1' }, { attempts: 1 });
    await waitFor('the job', async () => (await queue.counts()).active === 1);
    await connection.close();
    expect(outcomes).toEqual(['deferred']);
    await using other = worker();
    const successor = aQueue(other, queue.name);
    const attempts: number[] = [];
    successor.queue.process('parse', 1, async (job) => void attempts.push(job.attempt));
    await waitFor('the second run', () => attempts.length === 1);
    expect(attempts).toEqual([1]);
  });

  it('does not hang when Redis is gone, connected before or never', async () => {
    await using own = await startRedis();
    const connections = ['redis://127.0.0.1:1', own.url].map((url) =>
      connectWorker(url, { name: 'worker', log: captureLog().log }),
    );
    const [, connected] = connections.map((connection) => {
      const { queue } = aQueue(connection);
      queue.process('parse', 1, async () => undefined);
      return queue;
    });
    await connected?.counts();
    await own.kill('SIGKILL');
    const startedAt = performance.now();
    await Promise.all(connections.map((connection) => connection.close()));
    expect(performance.now() - startedAt).toBeLessThan(8000);
  });
});

describe('an outage of Redis', () => {
  it('loses no accepted job, and workers resume by themselves', async () => {
    await using connection = worker();
    await using adding = producer();
    const { queue } = aQueue(connection);
    const remote = aQueue(adding, queue.name).queue;
    const seen = new Set<string>();
    queue.process('parse', 4, async (job) => {
      await sleep(5);
      seen.add(job.payload.fileId);
    });
    await waitFor('the producer', async () => (await remote.counts().catch(() => null)) !== null);
    const accepted: string[] = [];
    const addOne = async (fileId: string) => {
      await remote.add('parse', { fileId });
      accepted.push(fileId);
    };
    for (let i = 0; i < 100; i += 1) await addOne(`before-${i}`);
    await server.kill('SIGKILL');

    // Refused at once: nothing here says that a limit was waited for.
    await expect(addOne('during')).rejects.toThrow(/writeable|closed|retries/i);
    await sleep(1500);
    await server.start();
    const backAt = performance.now();
    await waitFor('the producer', async () => (await remote.counts().catch(() => null)) !== null);
    for (let i = 0; i < 100; i += 1) await addOne(`after-${i}`);
    await waitFor('the last job', () => seen.has('after-99'));
    expect(performance.now() - backAt).toBeLessThan(5000);
    // What was running at the kill comes back through the stalled check.
    await waitFor('every accepted job', () => accepted.every((id) => seen.has(id)), 30_000);
    expect(queue.isAlive()).toBe(true);
  }, 45_000);

  it('answers a producer within its limit when Redis is frozen', async () => {
    await using connection = producer();
    const { queue } = aQueue(connection);
    await waitFor('the producer', async () => (await queue.counts().catch(() => null)) !== null);
    server.freeze();
    try {
      await expect(queue.add('parse', { fileId: 'f1' })).rejects.toThrow('timed out');
    } finally {
      server.thaw();
    }
  });

  it('cannot make a producer take jobs', async () => {
    await using connection = producer();
    const { queue } = aQueue(connection);
    expect(() => queue.process('parse', 1, async () => undefined)).toThrow('producer');
  });
});
