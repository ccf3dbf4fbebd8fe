import { describe, expect, it } from '@jest/globals';
import { createMetrics } from './metrics.ts';

describe('metrics', () => {
  it('tell what was counted, and watch the process', async () => {
    const metrics = createMetrics('core-api');
    metrics.observeRequest({ method: 'GET', route: '/v1/runs/:id', status: 200, seconds: 0.03 });
    metrics.countJob({ queue: 'parse', name: 'file', outcome: 'done' });
    metrics.countRedisError('cache');
    const text = await metrics.registry.metrics();
    expect(text).toMatch(
      /http_request_duration_seconds_bucket\{le="0.05",service="core-api",method="GET",route="\/v1\/runs\/:id",status="200"\} 1/,
    );
    expect(text).toContain(
      'jobs_total{queue="parse",name="file",outcome="done",service="core-api"} 1',
    );
    expect(text).toContain('redis_errors_total{connection="cache",service="core-api"} 1');
    expect(text).toContain('unhandled_errors_total{kind="rejection",service="core-api"} 0');
    expect(text).toContain('nodejs_eventloop_lag_p99_seconds');
  });

  it('read queues when asked, and keep the last values while a queue cannot be reached', async () => {
    const metrics = createMetrics('ingest');
    let reachable = true;
    const counts = { waiting: 3, active: 1, delayed: 0, paused: 0, completed: 9, failed: 0 };
    metrics.watchQueue({
      name: 'parse',
      counts: () => (reachable ? Promise.resolve(counts) : Promise.reject(new Error('away'))),
      age: () => Promise.resolve({ waitingMs: 1500, overdueMs: 0 }),
      isAlive: () => reachable,
    });
    const before = await metrics.registry.metrics();
    expect(before).toContain('queue_jobs{queue="parse",state="waiting",service="ingest"} 3');
    expect(before).toContain(
      'queue_age_seconds{queue="parse",kind="waiting",service="ingest"} 1.5',
    );
    expect(before).toContain('queue_worker_alive{queue="parse",service="ingest"} 1');
    reachable = false;
    const after = await metrics.registry.metrics();
    expect(after).toContain('queue_jobs{queue="parse",state="waiting",service="ingest"} 3');
    expect(after).toContain('queue_worker_alive{queue="parse",service="ingest"} 0');
  });

  it('of two processes in one test do not collide', () => {
    expect(() => [createMetrics('a'), createMetrics('b')]).not.toThrow();
  });
});
