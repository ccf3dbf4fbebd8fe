import { setTimeout as sleep } from 'node:timers/promises';
import type { Log } from './log.ts';

export type ShutdownSteps = {
  /** At once: not ready any more, no new turns or jobs. HTTP is still served, balancers need time to notice. */
  refuse?: () => void | Promise<void>;
  /** After 5 s: stop listening, end idle streams; resolves when running work has finished. */
  drain?: () => Promise<unknown>;
  /** At 20 s, only if the drain is not over: give up what still runs, in the way that loses least. */
  abort?: () => void | Promise<void>;
  /** At 23 s at the latest: queues, then the database, then Redis. */
  close?: () => Promise<void>;
};

/** Seconds after the signal. Orchestrators kill after 30 s (compose) or more. */
export type ShutdownBudget = { drainS: number; abortS: number; closeS: number; exitS: number };

/** A machine without a balancer in front needs no delay before it stops listening: `shutdownBudget(0)`. */
export function shutdownBudget(drainS = 5): ShutdownBudget {
  return { drainS, abortS: 20, closeS: 23, exitS: 25 };
}

export type ShutdownDeps = {
  log: Log;
  budget?: ShutdownBudget;
};

/**
 * Waits for SIGTERM or SIGINT, then takes the steps in order and resolves, so that main.ts can end and its
 * `await using` parts close. No step may hold up the next beyond its time; a process that still lives at the end
 * of the budget, or gets a second signal, exits at once.
 */
export async function onSigterm(deps: ShutdownDeps, steps: ShutdownSteps): Promise<void> {
  const { log, budget: at = shutdownBudget() } = deps;
  await firstSignal(log);
  const startedAt = performance.now();
  const elapsedS = () => (performance.now() - startedAt) / 1000;
  const untilS = (second: number) => Math.max(0, second - elapsedS()) * 1000;
  log.info('shutting down');
  setTimeout(() => {
    log.error({ seconds: at.exitS }, 'shutdown took too long: exiting');
    process.exit(1);
  }, at.exitS * 1000).unref();

  async function step(name: string, work: () => unknown, limitMs: number): Promise<boolean> {
    const timeUp = new AbortController();
    const finished = Promise.resolve()
      .then(work)
      .then(
        () => true,
        (error: unknown) => {
          log.error({ err: error, step: name }, 'a shutdown step failed');
          return true;
        },
      );
    try {
      return await Promise.race([finished, sleep(limitMs, false, { signal: timeUp.signal })]);
    } finally {
      timeUp.abort();
    }
  }

  await step('refuse', () => steps.refuse?.(), untilS(at.drainS));
  await sleep(untilS(at.drainS));
  const drained = await step('drain', () => steps.drain?.(), untilS(at.abortS));
  if (!drained) {
    log.warn({ afterS: at.abortS }, 'work is still running: it is given up');
    await step('abort', () => steps.abort?.(), untilS(at.closeS));
  }
  await step('close', () => steps.close?.(), untilS(at.exitS));
  log.info({ seconds: Math.round(elapsedS() * 10) / 10 }, 'shut down');
}

function firstSignal(log: Log): Promise<void> {
  let signals = 0;
  return new Promise((resolve) => {
    function onSignal(signal: NodeJS.Signals): void {
      signals += 1;
      log.info({ signal }, 'signal received');
      if (signals > 1) process.exit(1);
      resolve();
    }
    process.on('SIGTERM', onSignal);
    process.on('SIGINT', onSignal);
  });
}

/**
 * Makes bugs visible without making them outages: a forgotten rejection is logged and counted, and the process
 * goes on. After an uncaught exception nobody knows what is half done, so the process ends and is started anew.
 */
export function watchForBugs(deps: {
  log: Log;
  count: (kind: 'rejection' | 'exception') => void;
}): void {
  const { log, count } = deps;
  process.on('unhandledRejection', (reason) => {
    count('rejection');
    log.error({ err: reason }, 'unhandled rejection');
  });
  process.on('uncaughtException', (error) => {
    count('exception');
    log.fatal({ err: error }, 'uncaught exception');
    process.exit(1);
  });
}
