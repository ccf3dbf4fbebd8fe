import { describe, expect, it } from '@jest/globals';
import express, { Router } from 'express';
import request from 'supertest';
import { z } from 'zod';
import { captureLog } from '../../test/capture-log.ts';
import { AppError } from '../app-error.ts';
import { createHttpApp, type HttpAppOptions } from './create-http-app.ts';
import { createHealth } from './health.ts';
import type { RequestSeen } from './observe-requests.ts';
import { parse } from './parse.ts';

const Lap = z.object({ laps: z.array(z.object({ distanceM: z.number().positive() })) });

function anApp(overrides: Partial<HttpAppOptions> = {}) {
  const captured = captureLog();
  const { log } = captured;
  const seen: RequestSeen[] = [];
  const app = createHttpApp({
    log,
    publicUrl: 'https://run.example.org',
    health: createHealth({ checks: [], log }),
    loadGauge: { overloaded: () => false },
    jsonBodyLimit: '1kb',
    onRequest: (one) => void seen.push(one),
    mount: (routes) => {
      const runs = Router();
      runs.post('/:id/laps', (req, res) => {
        res.status(201).json(parse(Lap, req.body));
      });
      runs.get('/:id/broken', () => {
        throw Object.assign(new Error('select * from "Secret"'), { status: 418 });
      });
      runs.get('/:id/cut', (_req, res) => {
        res.write('half');
        throw new Error('too late for an answer');
      });
      routes.use('/v1/runs', runs);
      routes.get('/v1/ip', (req, res) => res.json({ ip: req.ip }));
      routes.get('/v1/busy', async () => {
        throw new AppError('rate_limited', 'Slow down.', {
          retryAfterS: 1.2,
          details: { left: 0 },
        });
      });
      routes.get('/v1/zod', () => void Lap.parse({}));
      routes.get('/v1/gone', () => {
        throw new TypeError('database is away');
      });
    },
    isOutage: (error) => error instanceof TypeError,
    ...overrides,
  });
  return { app, seen, ...captured };
}

describe('the error mapper', () => {
  it('answers an AppError with its code, status, details and Retry-After', async () => {
    const { app } = anApp();
    const res = await request(app).get('/v1/busy').set('X-Request-Id', 'abcdef-123');
    expect(res.status).toBe(429);
    expect(res.headers['retry-after']).toBe('2');
    expect(res.headers['x-request-id']).toBe('abcdef-123');
    expect(res.body).toEqual({
      error: {
        code: 'rate_limited',
        message: 'Slow down.',
        requestId: 'abcdef-123',
        details: { left: 0 },
      },
    });
  });

  it('answers a body that breaks the contract with the paths', async () => {
    const { app } = anApp();
    const res = await request(app)
      .post('/v1/runs/7/laps')
      .send({ laps: [{ distanceM: 400 }, { distanceM: -1 }] });
    expect(res.status).toBe(400);
    expect(res.body.error.code).toBe('invalid_request');
    expect(res.body.error.details.issues).toEqual([
      { path: 'laps.1.distanceM', message: expect.any(String) },
    ]);
    expect((await request(app).get('/v1/zod')).body.error.code).toBe('invalid_request');
  });

  it('answers unreadable, oversized and oddly encoded bodies with 400, 413 and 415', async () => {
    const { app } = anApp();
    const post = () => request(app).post('/v1/runs/7/laps').set('Content-Type', 'application/json');
    const malformed = await post().send('{"laps":');
    expect([malformed.status, malformed.body.error.code]).toEqual([400, 'malformed_body']);
    const large = await post().send(JSON.stringify({ text: 'x'.repeat(2000) }));
    expect([large.status, large.body.error.code]).toEqual([413, 'too_large']);
    const odd = await post().set('Content-Encoding', 'odd').send('{}');
    expect([odd.status, odd.body.error.code]).toEqual([415, 'unsupported_media']);
  });

  it('answers an unknown address with 404 and an undecodable one with 400', async () => {
    const { app } = anApp();
    const unknown = await request(app).get('/v1/nothing');
    expect([unknown.status, unknown.body.error.code]).toEqual([404, 'not_found']);
    const undecodable = await request(app).get('/v1/runs/%E0%A4%A/broken');
    expect([undecodable.status, undecodable.body.error.code]).toEqual([400, 'invalid_request']);
  });

  it('answers what nobody planned with a bare 500 and logs it whole', async () => {
    const { app, text } = anApp();
    const res = await request(app).get('/v1/runs/7/broken');
    expect(res.status).toBe(500);
    expect(Object.keys(res.body.error)).toEqual(['code', 'message', 'requestId']);
    expect(res.text).not.toContain('Secret');
    expect(text()).toContain('select * from');
  });

  it('tells a database that is away from a mistake of ours', async () => {
    const { app, text } = anApp();
    const res = await request(app).get('/v1/gone');
    expect([res.status, res.body.error.code]).toEqual([503, 'service_unavailable']);
    expect(text()).toContain('database is away');
  });

  it('cuts the connection when half an answer is already out', async () => {
    const { app } = anApp();
    await expect(request(app).get('/v1/runs/7/cut')).rejects.toThrow(/aborted|hang up/);
  });
});

describe('requests', () => {
  it('get an id of their own when the given one is not acceptable', async () => {
    const { app } = anApp();
    const res = await request(app).get('/v1/ip').set('X-Request-Id', 'no spaces');
    expect(res.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('are logged and measured by route pattern, without ids and query strings', async () => {
    const { app, seen, lines, text } = anApp();
    await request(app).get('/v1/runs/4711/broken?code=abcdefgh');
    await request(app).post('/v1/runs/4711/laps').send({ laps: [] });
    await request(app).get('/v1/feeds/secret-feed-name.ics');
    expect(seen.map(({ method, route, status }) => [method, route, status])).toEqual([
      ['GET', '/v1/runs/:id/broken', 500],
      ['POST', '/v1/runs/:id/laps', 201],
      ['GET', 'none', 404],
    ]);
    const access = lines().filter((line) => line['msg'] === 'request');
    expect(access).toHaveLength(3);
    expect(access[0]).toMatchObject({ errorCode: 'internal', requestId: expect.any(String) });
    expect(text()).not.toMatch(/4711|abcdefgh|secret-feed-name/);
  });

  it('carry helmet headers and are not stored', async () => {
    const { app } = anApp();
    const res = await request(app).get('/v1/ip');
    expect(res.headers['cache-control']).toBe('no-store');
    expect(res.headers['x-content-type-options']).toBe('nosniff');
    expect(res.headers['x-powered-by']).toBeUndefined();
    expect(res.headers['etag']).toBeUndefined();
  });

  it('are attributed to the address that the one trusted hop saw', async () => {
    const { app } = anApp();
    const res = await request(app).get('/v1/ip').set('X-Forwarded-For', '6.6.6.6, 203.0.113.7');
    expect(res.body.ip).toBe('203.0.113.7');
  });
});

describe('cross-site refusal', () => {
  const refused = [
    { 'Sec-Fetch-Site': 'cross-site' },
    { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://run.example.org' },
    { 'Sec-Fetch-Site': 'same-site', Origin: 'https://other.example.org' },
    { Origin: 'https://evil.example.com' },
    { Origin: 'null' },
  ];
  const accepted = [
    {},
    { 'Sec-Fetch-Site': 'same-origin' },
    { 'Sec-Fetch-Site': 'none' },
    { Origin: 'https://run.example.org' },
  ];
  const post = (headers: Record<string, string>) =>
    request(anApp().app).post('/v1/runs/7/laps').set(headers).send({ laps: [] });

  it.each(refused)('refuses a change with %j', async (headers) => {
    const res = await post(headers);
    expect([res.status, res.body.error.code]).toEqual([403, 'cross_site']);
  });

  it.each(accepted)('accepts a change with %j', async (headers) => {
    expect((await post(headers)).status).toBe(201);
  });

  it('lets other sites link to us', async () => {
    const res = await request(anApp().app).get('/v1/ip').set('Sec-Fetch-Site', 'cross-site');
    expect(res.status).toBe(200);
  });
});

describe('overload', () => {
  it('sheds with 503 and Retry-After, but never health nor the routes that go first', async () => {
    const { app } = anApp({
      loadGauge: { overloaded: () => true },
      neverShed: ['GET /v1/busy', 'POST /v1/runs/:id/laps'],
    });
    const shed = await request(app).get('/v1/ip');
    expect([shed.status, shed.body.error.code]).toEqual([503, 'overloaded']);
    expect(Number(shed.headers['retry-after'])).toBeGreaterThan(0);
    expect((await request(app).get('/v1/busy')).status).toBe(429);
    expect((await request(app).post('/v1/busy')).status).toBe(503);
    expect((await request(app).post('/v1/runs/7/laps').send({ laps: [] })).status).toBe(201);
    expect((await request(app).post('/v1/runs/7/8/laps').send({ laps: [] })).status).toBe(503);
    expect((await request(app).post('/v1/runs/7/laps/8').send({ laps: [] })).status).toBe(503);
    expect((await request(app).get('/health/live')).status).toBe(200);
    expect((await request(app).get('/health')).status).toBe(200);
  });
});

describe('routes that read the stream themselves', () => {
  it('get the raw body', async () => {
    const { app } = anApp({
      mountBeforeBody: (routes) =>
        routes.post('/v1/hook', express.raw({ type: () => true }), (req, res) => {
          res.json({ raw: Buffer.isBuffer(req.body) && req.body.toString() });
        }),
    });
    const res = await request(app).post('/v1/hook').send({ a: 1 });
    expect(res.body).toEqual({ raw: '{"a":1}' });
  });
});
