import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { RequestHandler } from 'express';
import { AppError } from '../app-error.ts';
import { calm, judgeLoad, loadRules, type LoadRules } from './judge-load.ts';

export type LoadGauge = Disposable & { overloaded(): boolean };

const LOOK_MS = 1000;

/** Looks at the event loop every second; the rules decide how many bad seconds are an overload. */
export function startLoadGauge(own: Partial<LoadRules> = {}): LoadGauge {
  const rules = { ...loadRules, ...own };
  const delay = monitorEventLoopDelay({ resolution: 10 });
  delay.enable();
  const startedAt = performance.now();
  let lookedAt = startedAt;
  let utilizationAt = performance.eventLoopUtilization();
  let state = calm;
  const timer = setInterval(() => {
    const now = performance.now();
    const utilization = performance.eventLoopUtilization();
    const load = {
      eventLoopP99Ms: delay.percentile(99) / 1e6,
      utilization: performance.eventLoopUtilization(utilization, utilizationAt).utilization,
      forMs: now - lookedAt,
    };
    state = judgeLoad(rules, state, load, now - startedAt);
    lookedAt = now;
    utilizationAt = utilization;
    delay.reset();
  }, LOOK_MS).unref();
  return {
    overloaded: () => state.overloaded,
    [Symbol.dispose]() {
      clearInterval(timer);
      delay.disable();
    },
  };
}

/** A route as Express writes it, behind its method: `POST /v1/things/:id/stop`. */
export type NamedRoute = `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} /${string}`;

/**
 * Refuses early instead of answering everybody late. Signing in and staying signed in go first, and what ends work
 * takes load away, so such routes are never refused here (they have their own limits); health routes stand before
 * this handler.
 */
export function shedLoad(
  gauge: Pick<LoadGauge, 'overloaded'>,
  neverShed: readonly NamedRoute[],
): RequestHandler {
  const exempt = neverShed.map((route) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`));
  return (req, _res, next) => {
    if (!gauge.overloaded() || exempt.some((route) => route.test(`${req.method} ${req.path}`))) {
      return next();
    }
    next(new AppError('overloaded', 'Too busy right now: try again shortly.', { retryAfterS: 2 }));
  };
}
