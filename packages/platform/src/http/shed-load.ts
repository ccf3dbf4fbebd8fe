import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { RequestHandler } from 'express';
import { AppError } from '../app-error.ts';

export type Load = { eventLoopP99Ms: number; utilization: number };
export type LoadGauge = Disposable & { current(): Load };

const SAMPLE_MS = 1000;
const MAX_P99_MS = 200;
const MAX_UTILIZATION = 0.95;

export function isOverloaded(load: Load): boolean {
  return load.eventLoopP99Ms > MAX_P99_MS || load.utilization > MAX_UTILIZATION;
}

/** Measures the event loop over the last second, as @fastify/under-pressure does. */
export function startLoadGauge(): LoadGauge {
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  let utilizationAt = performance.eventLoopUtilization();
  let load: Load = { eventLoopP99Ms: 0, utilization: 0 };
  const timer = setInterval(() => {
    const now = performance.eventLoopUtilization();
    load = {
      eventLoopP99Ms: delay.percentile(99) / 1e6,
      utilization: performance.eventLoopUtilization(now, utilizationAt).utilization,
    };
    utilizationAt = now;
    delay.reset();
  }, SAMPLE_MS).unref();
  return {
    current: () => load,
    [Symbol.dispose]() {
      clearInterval(timer);
      delay.disable();
    },
  };
}

/**
 * Refuses early instead of answering everybody late. Signing in and staying signed in go first, so their
 * paths are never refused here (they have their own limits); health routes stand before this handler.
 */
export function shedLoad(gauge: Pick<LoadGauge, 'current'>, neverShed: string[]): RequestHandler {
  const exempt = new Set(neverShed);
  return (req, _res, next) => {
    if (!isOverloaded(gauge.current()) || exempt.has(req.path)) return next();
    next(new AppError('overloaded', 'Too busy right now: try again shortly.', { retryAfterS: 2 }));
  };
}
