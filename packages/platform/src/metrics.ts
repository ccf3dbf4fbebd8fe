import { Counter, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { JobOutcome } from './bull-queue.ts';
import type { RequestSeen } from './http/observe-requests.ts';
import { createQueueWatch, type WatchedQueue } from './queue-metrics.ts';

export type Metrics = {
  /** Services add their own here. Labels never carry ids of athletes, rows or sessions. */
  readonly registry: Registry;
  observeRequest(seen: RequestSeen): void;
  countJob(outcome: { queue: string; name: string; outcome: JobOutcome }): void;
  countRedisError(connection: string): void;
  countUnhandled(kind: 'rejection' | 'exception'): void;
  /** Reads a queue's depth and age whenever metrics are asked for; an unreachable queue keeps the last values. */
  watchQueue(queue: WatchedQueue): void;
};

/** One registry per process, made by main.ts; importing this module registers nothing. */
export function createMetrics(service: string): Metrics {
  const registry = new Registry();
  registry.setDefaultLabels({ service });
  collectDefaultMetrics({ register: registry });
  const registers = [registry];

  const requests = new Histogram({
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests by route pattern.',
    labelNames: ['method', 'route', 'status'],
    // 50 ms is the health target, 200 ms the home page, 400 ms login; 15 s is where the gateway gives up.
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.4, 1, 2.5, 5, 15],
    registers,
  });
  const jobs = new Counter({
    name: 'jobs_total',
    help: 'Jobs by how their run ended.',
    labelNames: ['queue', 'name', 'outcome'],
    registers,
  });
  const redisErrors = new Counter({
    name: 'redis_errors_total',
    help: 'Connection errors by connection name.',
    labelNames: ['connection'],
    registers,
  });
  const unhandled = new Counter({
    name: 'unhandled_errors_total',
    help: 'Rejections and exceptions that nobody handled: each is a bug.',
    labelNames: ['kind'],
    registers,
  });
  // Present from the start: an alert on an increase needs a zero to start from.
  unhandled.inc({ kind: 'rejection' }, 0);
  unhandled.inc({ kind: 'exception' }, 0);

  return {
    registry,
    observeRequest({ method, route, status, seconds }) {
      requests.observe({ method, route, status: String(status) }, seconds);
    },
    countJob: (outcome) => jobs.inc(outcome),
    countRedisError: (connection) => redisErrors.inc({ connection }),
    countUnhandled: (kind) => unhandled.inc({ kind }),
    watchQueue: createQueueWatch(registers),
  };
}
