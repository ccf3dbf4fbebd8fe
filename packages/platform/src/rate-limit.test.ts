import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import express from 'express';
import { randomUUID } from 'node:crypto';
import type { Redis } from 'ioredis';
import request from 'supertest';
import { captureLog } from '../test/capture-log.ts';
import { startRedis, type TestRedis } from '../test/start-redis.ts';
import { mapErrors } from './http/map-errors.ts';
import { createLimiter, limit, type LimiterOptions } from './rate-limit.ts';
import { closeRedis, createCommandClient, pingWithin, readyWithin } from './redis.ts';

let server: TestRedis;
let redis: Redis;
beforeAll(async () => {
  server = await startRedis();
  redis = createCommandClient(
    server.url,
    { name: 'cache', log: captureLog().log },
    { commandTimeoutMs: 200 },
  );
  await readyWithin(redis, 5000);
});
afterAll(async () => {
  await closeRedis(redis);
  await server[Symbol.asyncDispose]();
});

function aLimiter(overrides: Partial<LimiterOptions> = {}) {
  return createLimiter({ redis, keyPrefix: randomUUID(), points: 2, durationS: 60, ...overrides });
}

describe('a limiter', () => {
  it('counts for all processes together', async () => {
    const keyPrefix = randomUUID();
    const [here, there] = [aLimiter({ keyPrefix }), aLimiter({ keyPrefix })];
    expect(await here.consume('a')).toEqual({ allowed: true, remaining: 1 });
    expect(await there.consume('a')).toEqual({ allowed: true, remaining: 0 });
    expect(await here.consume('a')).toEqual({ allowed: false, retryAfterS: 60 });
    expect(await here.consume('b')).toEqual({ allowed: true, remaining: 1 });
  });

  it('can be asked without using it up, blocked and reset', async () => {
    const limiter = aLimiter();
    expect(await limiter.peek('a')).toEqual({ allowed: true, remaining: 2 });
    await limiter.consume('a', 2);
    expect(await limiter.peek('a')).toEqual({ allowed: false, retryAfterS: 60 });
    await limiter.reset('a');
    expect(await limiter.peek('a')).toEqual({ allowed: true, remaining: 2 });
    await limiter.block('a', 300);
    expect(await limiter.consume('a')).toEqual({ allowed: false, retryAfterS: 300 });
    await limiter.reset('a');
    expect(await limiter.consume('a')).toMatchObject({ allowed: true });
  });

  it('can block for longer than its window', async () => {
    const limiter = aLimiter({ blockS: 900 });
    await limiter.consume('a', 2);
    expect(await limiter.consume('a')).toEqual({ allowed: false, retryAfterS: 900 });
  });

  it('goes on counting by itself while Redis is frozen or killed, and never throws', async () => {
    const limiter = aLimiter();
    server.freeze();
    try {
      expect(await limiter.consume('a')).toEqual({ allowed: true, remaining: 1 });
    } finally {
      server.thaw();
      await pingWithin(redis, 5000);
    }
    await server.kill('SIGKILL');
    try {
      expect(await limiter.consume('a')).toEqual({ allowed: true, remaining: 0 });
      expect(await limiter.consume('a')).toMatchObject({ allowed: false });
      expect(await limiter.peek('a')).toMatchObject({ allowed: false });
      await limiter.reset('a');
      expect(await limiter.peek('a')).toMatchObject({ allowed: true });
      await limiter.block('a', 30);
      expect(await limiter.consume('a')).toMatchObject({ allowed: false });
    } finally {
      await server.start();
      await readyWithin(redis, 5000);
    }
    expect(await limiter.consume('b')).toEqual({ allowed: true, remaining: 1 });
  });
});

describe('a limited route', () => {
  it('answers 429 with Retry-After and the code', async () => {
    const app = express();
    app.get(
      '/',
      limit(aLimiter({ points: 1 }), (req) => req.ip ?? 'unknown'),
      (_req, res) => {
        res.end('ok');
      },
    );
    app.use(mapErrors({ log: captureLog().log }));
    expect((await request(app).get('/')).status).toBe(200);
    const res = await request(app).get('/');
    expect([res.status, res.body.error.code]).toEqual([429, 'rate_limited']);
    expect(Number(res.headers['retry-after'])).toBeGreaterThan(50);
  });
});
