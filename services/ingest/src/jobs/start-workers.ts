import { createBullQueue } from '@evensplit/platform/bull-queue';
import { partLog } from '@evensplit/platform/log';
import { connectWorker } from '@evensplit/platform/queue-connection';
import { QUEUE_PREFIX, type Deps } from '../deps.ts';
import type { Env } from '../env.ts';
import { deriveAthlete } from '../derive/derive-athlete.ts';
import { rebuildAthlete } from '../derive/rebuild-athlete.ts';
import { buryJob } from './bury-job.ts';
import { deriveJobs, importJobs } from './catalogue.ts';
import { importFile } from './import-file.ts';

export type Workers = AsyncDisposable & {
  /** Takes no more jobs; resolves when the running ones have ended. */
  drain(): Promise<void>;
  /** Running jobs go back to the queue, unfinished. */
  handBack(): Promise<void>;
};

/** Takes jobs from the queues, on connections that wait out an outage. */
export function startWorkers(deps: Deps, env: Env): Workers {
  const { log, metrics } = deps;
  const connection = connectWorker(env.REDIS_QUEUE_URL, {
    name: 'ingest-worker',
    log: partLog(log, 'redis'),
    onError: () => metrics.countRedisError('ingest-worker'),
  });
  const options = {
    prefix: QUEUE_PREFIX,
    log: partLog(log, 'jobs'),
    onOutcome: (outcome: Parameters<Deps['metrics']['countJob']>[0]) => metrics.countJob(outcome),
  };
  const imports = createBullQueue(connection, { ...options, name: 'imports', jobs: importJobs });
  const derivations = createBullQueue(connection, { ...options, name: 'derive', jobs: deriveJobs });
  metrics.watchQueue(imports);
  metrics.watchQueue(derivations);
  imports.process('import-file', env.WORKER_CONCURRENCY, ({ payload, signal }) =>
    importFile(deps, payload.fileId, signal),
  );
  derivations.process('derive', 1, ({ payload, signal }) =>
    deriveAthlete(deps, payload.athleteId, signal),
  );
  derivations.process('rebuild', 1, ({ payload, signal }) =>
    rebuildAthlete(deps, payload.athleteId, signal),
  );
  for (const queue of [imports, derivations]) queue.onDead((job) => buryJob(deps, job));
  return {
    async drain() {
      await Promise.all([imports.drain(), derivations.drain()]);
    },
    async handBack() {
      imports.handBack();
      derivations.handBack();
    },
    [Symbol.asyncDispose]: () => connection.close(),
  };
}
