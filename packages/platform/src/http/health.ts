import { Router } from 'express';
import type { Log } from '../log.ts';
import { withinMs } from '../time-limit.ts';

export type Severity = 'required' | 'degraded';

export type HealthCheck = {
  name: string;
  /** `required`: without it the service cannot work (503). `degraded`: it works, with less (200). */
  severity: Severity;
  timeoutMs: number;
  run: () => Promise<unknown>;
};

export type Readiness = {
  status: 'ready' | 'degraded' | 'unready' | 'draining';
  checks: Record<string, 'ok' | 'failed'>;
};

export type Health = {
  ready(): Promise<Readiness>;
  /** From now on not ready: balancers look elsewhere while running requests finish. */
  drain(): void;
  routes: Router;
};

const CACHE_MS = 1000;

/**
 * `/health/live` answers from the event loop and touches nothing: a database that is away must not get a
 * healthy process restarted. `/health/ready` asks the parts it needs, at most once a second whoever asks.
 */
export function createHealth(deps: { checks: HealthCheck[]; log: Log }): Health {
  let draining = false;
  let cached: { at: number; result: Promise<Readiness> } | undefined;
  let lastStatus: Readiness['status'] = 'ready';

  async function runChecks(): Promise<Readiness> {
    const outcomes = await Promise.all(
      deps.checks.map(async (check) => {
        try {
          await withinMs(check.timeoutMs, check.name, check.run());
          return { ...check, ok: true };
        } catch (error) {
          deps.log.debug({ err: error, check: check.name }, 'health check failed');
          return { ...check, ok: false };
        }
      }),
    );
    const status = worstOf(outcomes);
    if (status !== lastStatus) {
      const failed = outcomes.filter((outcome) => !outcome.ok).map((outcome) => outcome.name);
      deps.log.warn({ status, failed }, 'readiness changed');
      lastStatus = status;
    }
    const checks = outcomes.map(({ name, ok }) => [name, ok ? 'ok' : 'failed'] as const);
    return { status, checks: Object.fromEntries(checks) };
  }

  async function ready(): Promise<Readiness> {
    if (cached === undefined || performance.now() - cached.at > CACHE_MS) {
      cached = { at: performance.now(), result: runChecks() };
    }
    const readiness = await cached.result;
    return draining ? { ...readiness, status: 'draining' } : readiness;
  }

  const routes = Router();
  routes.get('/health/live', (_req, res) => {
    res.json({ status: 'live' });
  });
  routes.get(['/health', '/health/ready'], async (_req, res) => {
    const readiness = await ready();
    res.status(isServing(readiness) ? 200 : 503).json(readiness);
  });
  return { ready, drain: () => void (draining = true), routes };
}

export function isServing(readiness: Readiness): boolean {
  return readiness.status === 'ready' || readiness.status === 'degraded';
}

function worstOf(outcomes: { severity: Severity; ok: boolean }[]): Readiness['status'] {
  const failed = outcomes.filter((outcome) => !outcome.ok);
  if (failed.some((outcome) => outcome.severity === 'required')) return 'unready';
  return failed.length > 0 ? 'degraded' : 'ready';
}
