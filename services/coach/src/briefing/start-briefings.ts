import type { CoachDb } from '@evensplit/db';
import type { ControlPoll } from '@evensplit/platform/auth/control-poll';
import { createBullQueue } from '@evensplit/platform/bull-queue';
import type { Clock } from '@evensplit/platform/clock';
import { partLog, type Log } from '@evensplit/platform/log';
import type { Metrics } from '@evensplit/platform/metrics';
import { connectProducer, connectWorker } from '@evensplit/platform/queue-connection';
import { pingWithin } from '@evensplit/platform/redis';
import { Counter } from 'prom-client';
import { startUpkeep } from '../upkeep.ts';
import { giveUpBriefing } from './briefing-row.ts';
import type { BriefingTimings } from './briefing-timings.ts';
import { briefingJobs } from './catalogue.ts';
import { orderBriefings } from './order-briefings.ts';
import { writeBriefing } from './write-briefing.ts';

export type Briefings = AsyncDisposable & {
  /** Orders what is due now; the beat does it by itself. */
  order(): Promise<void>;
  /** Rejects when the queue's Redis does not answer. */
  ping(withinMs: number): Promise<void>;
  /** Takes no more jobs; resolves when the running one has ended. */
  drain(): Promise<void>;
  /** The running job goes back to the queue, unfinished. */
  handBack(): void;
};

export type BriefingsDeps = {
  db: CoachDb;
  clock: Clock;
  log: Log;
  control: Pick<ControlPoll, 'setting'>;
  metrics: Metrics;
  timings: BriefingTimings;
};

/** One at a time: a briefing may wait, an answer may not, and both share the connections to Postgres. */
const AT_ONCE = 1;

/**
 * The beat that finds what is due and the worker that writes it. Nothing here is waited for: with the queue's Redis
 * away both stand still, and questions are answered as ever.
 */
export function startBriefings(deps: BriefingsDeps, queueUrl: string): Briefings {
  const { log, metrics, timings } = deps;
  const named = (name: string) => ({
    name,
    log: partLog(log, 'redis'),
    onError: () => metrics.countRedisError(name),
  });
  const producer = connectProducer(queueUrl, named('coach-producer'));
  const worker = connectWorker(queueUrl, named('coach-worker'));
  const about = {
    name: 'briefings',
    prefix: '{coach}',
    jobs: briefingJobs,
    log: partLog(log, 'jobs'),
  };
  const orders = createBullQueue(producer, about);
  const jobs = createBullQueue(worker, {
    ...about,
    onOutcome: (outcome) => metrics.countJob(outcome),
  });
  const looked = new Counter({
    name: 'coach_briefings_total',
    help: 'Looks at a briefing by what came of them.',
    labelNames: ['outcome'],
    registers: [metrics.registry],
  });
  metrics.watchQueue(jobs);
  jobs.onDead(async ({ payload }) => {
    const job = briefingJobs.brief.safeParse(payload);
    if (job.success) await giveUpBriefing(deps, job.data.athleteId, timings.fresh);
  });
  jobs.process('brief', AT_ONCE, async ({ payload, signal }) => {
    looked.inc({ outcome: await writeBriefing(deps, payload.athleteId, signal) });
  });
  const order = () => orderBriefings({ ...deps, queue: orders });
  const upkeep = startUpkeep({ log }, [
    { name: 'briefings', everyMs: timings.beat * 0.8, jitterMs: timings.beat * 0.4, run: order },
  ]);

  return {
    order,
    ping: (ms) => pingWithin(producer.clientFor('client'), ms),
    drain: () => jobs.drain(),
    handBack: () => jobs.handBack(),
    async [Symbol.asyncDispose]() {
      await upkeep[Symbol.asyncDispose]();
      await Promise.all([worker.close(), producer.close()]);
    },
  };
}
