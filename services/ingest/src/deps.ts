import { mkdir } from 'node:fs/promises';
import { createIngestDb, readControl, type IngestDb } from '@evensplit/db';
import { createTokenVerifier, TOKEN_AUDIENCE } from '@evensplit/platform/auth/access-token';
import {
  actorOf,
  createAuthenticator,
  type Authenticator,
} from '@evensplit/platform/auth/authenticate';
import { startControlPoll, type ControlPoll } from '@evensplit/platform/auth/control-poll';
import { createSessionCookies } from '@evensplit/platform/auth/cookies';
import type { IdentifyDeps } from '@evensplit/platform/auth/identify';
import { createBullQueue } from '@evensplit/platform/bull-queue';
import { systemClock, type Clock } from '@evensplit/platform/clock';
import type { Health } from '@evensplit/platform/http/health';
import { startLoadGauge, type LoadGauge } from '@evensplit/platform/http/shed-load';
import { createLog, partLog, type Log } from '@evensplit/platform/log';
import { createMetrics, type Metrics } from '@evensplit/platform/metrics';
import { connectProducer } from '@evensplit/platform/queue-connection';
import { createLimiter, limit } from '@evensplit/platform/rate-limit';
import {
  closeRedis,
  createCommandClient,
  createWorkerClient,
  readyWithin,
} from '@evensplit/platform/redis';
import type { RequestHandler } from 'express';
import { watchHealth } from './check-health.ts';
import type { Env } from './env.ts';
import { deriveJobs, importJobs, type DeriveQueue, type ImportQueue } from './jobs/catalogue.ts';
import { createParserPool, type ParserPool } from './parse/parser-pool.ts';
import { createDoorbell, type Doorbell } from './progress/doorbell.ts';
import { startWatchers, type Watchers } from './progress/watchers.ts';
import { createRawStore, type RawStore } from './uploads/raw-store.ts';
import { readBatch } from './uploads/read-batch.ts';

export type Deps = AsyncDisposable &
  IdentifyDeps & {
    publicUrl: string;
    log: Log;
    clock: Clock;
    db: IngestDb;
    control: ControlPoll;
    authenticator: Authenticator;
    limits: { session: RequestHandler };
    health: Health;
    loadGauge: LoadGauge;
    metrics: Metrics;
    store: RawStore;
    parsers: ParserPool;
    /** For adding and looking only; workers have connections that wait out an outage (jobs/start-workers.ts). */
    imports: ImportQueue;
    derivations: DeriveQueue;
    doorbell: Doorbell;
    watchers: Watchers;
  };

/** What a test may replace; the product replaces nothing. */
export type Overrides = {
  db?: IngestDb;
  log?: Log;
  clock?: Clock;
  store?: RawStore;
  loadGauge?: LoadGauge;
  controlEveryMs?: number;
};

export const QUEUE_PREFIX = '{ingest}';

export async function createDeps(env: Env, overrides: Overrides = {}): Promise<Deps> {
  const clock = overrides.clock ?? systemClock;
  const log =
    overrides.log ?? createLog({ service: 'ingest', level: env.LOG_LEVEL, format: env.LOG_FORMAT });
  const metrics = createMetrics('ingest');
  const db =
    overrides.db ??
    createIngestDb({
      url: env.DATABASE_URL,
      poolSize: env.DB_POOL,
      applicationName: 'evensplit-ingest',
    });
  const named = (name: string) => ({
    name,
    log: partLog(log, 'redis'),
    onError: () => metrics.countRedisError(name),
  });
  const cache = createCommandClient(env.REDIS_CACHE_URL, named('ingest-cache'));
  const subscriber = createWorkerClient(env.REDIS_CACHE_URL, named('ingest-doorbell'));
  const pings = createCommandClient(env.REDIS_QUEUE_URL, named('ingest-queue-ping'));
  const producer = connectProducer(env.REDIS_QUEUE_URL, named('ingest-producer'));
  const queue = { prefix: QUEUE_PREFIX, log: partLog(log, 'queue') };
  const imports = createBullQueue(producer, { ...queue, name: 'imports', jobs: importJobs });
  const derivations = createBullQueue(producer, { ...queue, name: 'derive', jobs: deriveJobs });
  const control = await startControlPoll({
    log: partLog(log, 'control'),
    read: () => readControl(db),
    ...(overrides.controlEveryMs === undefined ? {} : { everyMs: overrides.controlEveryMs }),
  });
  const identify = {
    verifier: createTokenVerifier({ jwks: env.AUTH_PUBLIC_JWKS, audience: TOKEN_AUDIENCE, clock }),
    cookies: createSessionCookies(env.PUBLIC_URL),
    control,
  };
  const sessions = createLimiter({
    redis: cache,
    keyPrefix: 'ingest:session',
    points: 300,
    durationS: 60,
  });
  await mkdir(env.RAW_FILES_DIR, { recursive: true });
  const store = overrides.store ?? createRawStore(env.RAW_FILES_DIR);
  const parsers = createParserPool({
    rawFolder: store.folder,
    size: env.PARSER_CHILDREN,
    onLoss: (loss) => log.warn({ part: 'parser', loss }, 'a parser child was lost'),
  });
  const doorbell = createDoorbell(cache);
  const watchers = startWatchers({
    log: partLog(log, 'watchers'),
    subscriber,
    read: (athleteId, batchId) => readBatch({ db, control }, athleteId, batchId),
  });
  // Workers keep this process busy by design, so only waiting, not utilization, means that it is overloaded.
  const loadGauge = overrides.loadGauge ?? startLoadGauge({ maxUtilization: 1 });
  await Promise.all([readyWithin(cache, 1000), readyWithin(producer.clientFor('client'), 1000)]);

  return {
    ...identify,
    publicUrl: env.PUBLIC_URL,
    log,
    clock,
    db,
    control,
    authenticator: createAuthenticator(identify),
    limits: { session: limit(sessions, (req) => actorOf(req).sessionId) },
    health: watchHealth({ db, pings, cache, log: partLog(log, 'health') }),
    loadGauge,
    metrics,
    store,
    parsers,
    imports,
    derivations,
    doorbell,
    watchers,
    async [Symbol.asyncDispose]() {
      control.stop();
      loadGauge[Symbol.dispose]();
      await watchers[Symbol.asyncDispose]();
      doorbell[Symbol.dispose]();
      await parsers.close();
      await producer.close();
      await Promise.all([pings, subscriber, cache].map(closeRedis));
      await db.$disconnect();
    },
  };
}
