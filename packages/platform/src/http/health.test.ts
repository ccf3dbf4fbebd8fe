import { describe, expect, it } from '@jest/globals';
import express from 'express';
import request from 'supertest';
import { captureLog } from '../../test/capture-log.ts';
import { createHealth, type HealthCheck } from './health.ts';

function appWith(...checks: HealthCheck[]) {
  const { log } = captureLog();
  const health = createHealth({ checks, log });
  return { health, app: express().use(health.routes) };
}

function check(name: string, severity: HealthCheck['severity'], run: () => Promise<unknown>) {
  return { name, severity, timeoutMs: 50, run };
}

describe('health', () => {
  it('is ready when every check passes, and asks each check once a second', async () => {
    let asked = 0;
    const { app } = appWith(check('postgres', 'required', async () => void (asked += 1)));
    const answers = await Promise.all([1, 2, 3].map(() => request(app).get('/health/ready')));
    expect(answers.map((res) => res.status)).toEqual([200, 200, 200]);
    expect(answers[0]?.body).toEqual({ status: 'ready', checks: { postgres: 'ok' } });
    expect(asked).toBe(1);
  });

  it('is degraded, with 200, when only a helpful part is away', async () => {
    const { app } = appWith(
      check('postgres', 'required', async () => 1),
      check('redis', 'degraded', () => Promise.reject(new Error('away'))),
    );
    const res = await request(app).get('/health');
    expect(res.status).toBe(200);
    expect(res.body).toEqual({ status: 'degraded', checks: { postgres: 'ok', redis: 'failed' } });
  });

  it('is not ready when a required part hangs, and says so within the limit of the check', async () => {
    const { app } = appWith(check('postgres', 'required', () => new Promise(() => undefined)));
    // The check never ends: nothing but its limit can bring an answer.
    const res = await request(app).get('/health/ready');
    expect([res.status, res.body.status]).toEqual([503, 'unready']);
  });

  it('is live but not ready while draining', async () => {
    const { app, health } = appWith();
    health.drain();
    expect((await request(app).get('/health/ready')).status).toBe(503);
    expect((await request(app).get('/health/live')).status).toBe(200);
  });

  it('is live without asking anything', async () => {
    const { app } = appWith(
      check('never', 'required', () => Promise.reject(new Error('must not be asked'))),
    );
    expect((await request(app).get('/health/live')).body).toEqual({ status: 'live' });
  });
});
