import type { CoachDb } from '@evensplit/db';
import type { ControlPoll } from '@evensplit/platform/auth/control-poll';
import { createBullQueue } from '@evensplit/platform/bull-queue';
import type { Clock } from '@evensplit/platform/clock';
import { partLog, type Log } from '@evensplit/platform/log';
import type { Metrics } from '@evensplit/platform/metrics';
import { connectProducer, connectWorker } from '@evensplit/platform/queue-connection';
import { pingWithin } from '@evensplit/platform/redis';
import { startUpkeep } from '../upkeep.ts';
import { createBriefingMetrics } from './briefing-metrics.ts';
import { giveUpBriefing } from './briefing-row.ts';
import type { BriefingTimings } from './briefing-timings.ts';
import { briefingJobs, draftJobs } from './catalogue.ts';
import { deliverBriefings, deliverDrafts } from './deliver.ts';
import { closeDraft } from './draft-row.ts';
import { orderBriefings } from './order-briefings.ts';
import type { BriefingModels } from './speak-draft.ts';
import { writeBriefing } from './write-briefing.ts';
import { writeDraft } from './write-draft.ts';

export type Briefings = AsyncDisposable & {
  /** Orders what is due now; the beat does it by itself. */
  order(): Promise<void>;
  /** Rejects when the queue's Redis does not answer. */
  ping(withinMs: number): Promise<void>;
  /** Takes no more jobs; resolves when the running ones have ended. */
  drain(): Promise<void>;
  /** The running jobs go back to the queue, unfinished; a model's try ends and is settled. */
  handBack(): void;
};

export type BriefingsDeps = {
  db: CoachDb;
  clock: Clock;
  log: Log;
  control: Pick<ControlPoll, 'setting'>;
  metrics: Metrics;
  timings: BriefingTimings;
  models: BriefingModels;
};

/** One at a time: a briefing may wait, an answer may not, and both share the connections to Postgres. */
const AT_ONCE = 1;
/** A draft waits for its model nearly all of the time and holds no connection meanwhile. */
const DRAFTS_AT_ONCE = 4;

/**
 * The beat that finds what is due and the workers that write it. Nothing here is waited for: with the queue's Redis
 * away all of it stands still, and questions are answered as ever.
 */
export function startBriefings(deps: BriefingsDeps, queueUrl: string): Briefings {
  const { db, log, metrics, timings } = deps;
  const counted = createBriefingMetrics(metrics.registry);
  const named = (name: string) => ({
    name,
    log: partLog(log, 'redis'),
    onError: () => metrics.countRedisError(name),
  });
  const producer = connectProducer(queueUrl, named('coach-producer'));
  const worker = connectWorker(queueUrl, named('coach-worker'));
  const common = { prefix: '{coach}', log: partLog(log, 'jobs') };
  const briefings = { ...common, name: 'briefings', jobs: briefingJobs };
  const drafts = { ...common, name: 'briefing-drafts', jobs: draftJobs };
  const onOutcome: typeof metrics.countJob = (outcome) => metrics.countJob(outcome);
  const looks = createBullQueue(worker, { ...briefings, onOutcome });
  const tries = createBullQueue(worker, { ...drafts, onOutcome });
  const queues = [looks, tries];
  for (const queue of queues) metrics.watchQueue(queue);
  const toBriefings = deliverBriefings(db, createBullQueue(producer, briefings));
  const toDrafts = deliverDrafts(db, createBullQueue(producer, drafts));

  looks.onDead(async ({ payload }) => {
    const job = briefingJobs.brief.safeParse(payload);
    if (job.success) await giveUpBriefing(deps, job.data.athleteId, timings.fresh);
  });
  tries.onDead(async ({ payload }) => {
    const job = draftJobs.draft.safeParse(payload);
    if (job.success) await closeDraft(db, job.data.athleteId, 'failed');
  });
  looks.process('brief', AT_ONCE, async ({ payload, signal }) => {
    const work = { ...deps, drafts: toDrafts };
    const outcome = await writeBriefing(work, payload.athleteId, signal);
    counted.looked(outcome);
    if (outcome === 'written') counted.wrote('baseline');
  });
  tries.process('draft', DRAFTS_AT_ONCE, async ({ payload, signal }) => {
    const { outcome, writer } = await writeDraft(deps, payload.athleteId, signal);
    counted.drafted(outcome);
    if (writer) counted.wrote(writer);
  });
  const order = () => orderBriefings({ ...deps, briefings: toBriefings, drafts: toDrafts });
  const upkeep = startUpkeep({ log }, [
    { name: 'briefings', everyMs: timings.beat * 0.8, jitterMs: timings.beat * 0.4, run: order },
  ]);

  return {
    order,
    ping: (ms) => pingWithin(producer.clientFor('client'), ms),
    async drain() {
      await Promise.all(queues.map((queue) => queue.drain()));
    },
    handBack() {
      for (const queue of queues) queue.handBack();
    },
    async [Symbol.asyncDispose]() {
      await upkeep[Symbol.asyncDispose]();
      await Promise.all([worker.close(), producer.close()]);
    },
  };
}
