import { describe, expect, it } from '@jest/globals';
import { captureLog } from '../../test/capture-log.ts';
import { createMetrics } from '../metrics.ts';
import { createHealth } from './health.ts';
import { serveInside } from './serve-inside.ts';

async function startInside() {
  const { log } = captureLog();
  const metrics = createMetrics('core-api');
  const health = createHealth({ checks: [], log });
  const server = await serveInside({ health, metrics, log }, 0);
  const ask = (path: string) => fetch(`http://127.0.0.1:${server.port}${path}`);
  return { metrics, health, ask, [Symbol.asyncDispose]: () => server.close() };
}

describe('the inside port', () => {
  it('tells metrics', async () => {
    await using inside = await startInside();
    inside.metrics.countRedisError('cache');
    const answer = await inside.ask('/metrics');
    expect(answer.headers.get('content-type')).toContain('text/plain');
    expect(await answer.text()).toContain(
      'redis_errors_total{connection="cache",service="core-api"} 1',
    );
  });

  it('tells health as the other port does, with a request id and not to be stored', async () => {
    await using inside = await startInside();
    const live = await inside.ask('/health/live');
    expect([live.status, await live.json()]).toEqual([200, { status: 'live' }]);
    expect(live.headers.get('cache-control')).toBe('no-store');
    expect(live.headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
    inside.health.drain();
    expect((await inside.ask('/health')).status).toBe(503);
  });

  it('has nothing else', async () => {
    await using inside = await startInside();
    const answer = await inside.ask('/v1/me');
    const body = (await answer.json()) as { error: { code: string } };
    expect([answer.status, body.error.code]).toEqual([404, 'not_found']);
  });
});
