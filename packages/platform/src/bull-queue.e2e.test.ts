import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { captureLog } from '../test/capture-log.ts';
import { startRedis, type TestRedis } from '../test/start-redis.ts';
import { waitFor } from '../test/wait-for.ts';
import { createBullQueue } from './bull-queue.ts';
import type { DeadJob } from './job-queue.ts';
import { connectWorker } from './queue-connection.ts';

const program = fileURLToPath(new URL('../test/mortal-worker.ts', import.meta.url));

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

function aMortalWorker(name: string) {
  const child = spawn(process.execPath, [program, server.url, name], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const started = new Promise<void>((resolve) => child.stdout.once('data', () => resolve()));
  return { child, ended, started };
}

function aPeer(name: string) {
  const { log } = captureLog();
  const connection = connectWorker(server.url, { name: 'peer', log });
  const jobs = { slow: z.object({}), die: z.object({}) };
  return {
    connection,
    queue: createBullQueue(connection, { name, prefix: '{test}', jobs, log }),
  };
}

describe('idle workers with several slots', () => {
  it('still take the next job at once, although each slot polls behind the others', async () => {
    const { connection, queue } = aPeer(randomUUID());
    await using _closed = connection;
    let ran = 0;
    queue.process('slow', 4, async () => void (ran += 1));
    await sleep(25_000);
    for (let i = 1; i <= 4; i += 1) {
      await queue.add('slow', {});
      await waitFor(`job ${i}`, () => ran === i, 1000);
    }
    expect(ran).toBe(4);
  }, 60_000);
});

describe('after kill -9 of a worker', () => {
  it('a peer runs its job again within 30 s', async () => {
    const name = randomUUID();
    const { connection, queue } = aPeer(name);
    await using _closed = connection;
    const { child, ended, started } = aMortalWorker(name);
    await queue.add('slow', {});
    await started;
    let ranAgain = false;
    queue.process('slow', 1, async () => {
      ranAgain = true;
    });
    child.kill('SIGKILL');
    await ended;
    const killedAt = performance.now();
    await waitFor('the second run', () => ranAgain, 30_000);
    expect(ranAgain).toBe(true);
    console.log(`recovered after ${((performance.now() - killedAt) / 1000).toFixed(1)} s`);
  }, 60_000);

  it('a job that always kills its worker is dead after two rescues', async () => {
    const name = randomUUID();
    const { connection, queue } = aPeer(name);
    await using _closed = connection;
    const dead: DeadJob[] = [];
    queue.onDead((job) => void dead.push(job));
    await queue.add('die', {}, { jobId: 'fatal' });
    for (let deaths = 0; deaths < 3; deaths += 1) await aMortalWorker(name).ended;
    // Only now: a peer that took the job would be this test's own process.
    queue.process('slow', 1, async () => undefined);
    await waitFor('the verdict', () => dead.length === 1, 60_000);
    expect(dead[0]).toMatchObject({ jobId: 'fatal', errorClass: 'JobStalled' });
  }, 180_000);
});
