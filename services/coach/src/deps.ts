import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { createCoachDb, readControl, type CoachDb } from '@evensplit/db';
import { createTokenVerifier, TOKEN_AUDIENCE } from '@evensplit/platform/auth/access-token';
import { createAuthenticator, type Authenticator } from '@evensplit/platform/auth/authenticate';
import { startControlPoll, type ControlPoll } from '@evensplit/platform/auth/control-poll';
import { createSessionCookies } from '@evensplit/platform/auth/cookies';
import type { IdentifyDeps } from '@evensplit/platform/auth/identify';
import { systemClock, type Clock } from '@evensplit/platform/clock';
import { createHealth, type Health } from '@evensplit/platform/http/health';
import { startLoadGauge, type LoadGauge } from '@evensplit/platform/http/shed-load';
import { createLog, partLog, type Log } from '@evensplit/platform/log';
import {
  closeRedis,
  createBlockingClient,
  createCommandClient,
  pingWithin,
  readyWithin,
} from '@evensplit/platform/redis';
import { createMetrics, type Metrics } from '@evensplit/platform/metrics';
import type { RequestHandler } from 'express';
import type { Redis } from 'ioredis';
import { createBaseline } from './baseline/create-baseline.ts';
import { productBriefingTimings, type BriefingTimings } from './briefing/briefing-timings.ts';
import { startBriefings, type Briefings } from './briefing/start-briefings.ts';
import { createCoachMetrics, type CoachMetrics } from './coach-metrics.ts';
import type { Env } from './env.ts';
import { limitSessions } from './limits.ts';
import { startLogReader, type LogReader } from './log/log-reader.ts';
import type { AllowDeps } from './model/allow-model.ts';
import { createModelResponder } from './model/create-model-responder.ts';
import { createProviders } from './model/create-providers.ts';
import { modelLines } from './model/model-line.ts';
import { createModelMetrics, type ModelMetrics } from './model/model-metrics.ts';
import { readSwitches } from './model/model-switches.ts';
import { productProviderTimings, type ProviderTimings } from './providers/provider-timings.ts';
import { createRowWatch, type RowWatch } from './tails/row-watch.ts';
import { createTailRegistry, type TailRegistry } from './tails/tail-registry.ts';
import { productTimings, type Timings } from './timings.ts';
import { releaseTurnsOfEarlierBoot } from './turns/reap-turns.ts';
import { createOneAtATime, type OneAtATime } from './turns/one-at-a-time.ts';
import type { Responder } from './turns/responder.ts';
import { createRunningTurns, type RunningTurns } from './turns/running-turns.ts';
import { engineTasks } from './turns/engine-tasks.ts';
import { startUpkeep } from './upkeep.ts';

export type Deps = AsyncDisposable &
  IdentifyDeps & {
    publicUrl: string;
    log: Log;
    clock: Clock;
    db: CoachDb;
    commands: Redis;
    reader: LogReader;
    rowWatch: RowWatch;
    running: RunningTurns;
    startsInLine: OneAtATime;
    tails: TailRegistry;
    responders: readonly Responder[];
    modelUse: AllowDeps;
    timings: Timings;
    /** `<replica>:<bootId>`, the name under which this process holds leases. */
    owner: string;
    authenticator: Authenticator;
    control: ControlPoll;
    health: Health;
    loadGauge: LoadGauge;
    metrics: Metrics & CoachMetrics & ModelMetrics;
    limited: RequestHandler;
    /** Heartbeats, saved texts, the reaper and the look at quiet rows. */
    upkeep: AsyncDisposable;
    briefings: Briefings;
  };

/** What a test or a benchmark may replace; the product replaces nothing. */
export type Overrides = {
  db?: CoachDb;
  timings?: Timings;
  briefingTimings?: BriefingTimings;
  providerTimings?: ProviderTimings;
  responders?: (made: { db: CoachDb; clock: Clock }) => readonly Responder[];
  log?: Log;
  clock?: Clock;
  /** Distinguishes replicas that share a host. */
  replica?: string;
  loadGauge?: LoadGauge;
};

export async function createDeps(env: Env, overrides: Overrides = {}): Promise<Deps> {
  const timings = overrides.timings ?? productTimings;
  const clock = overrides.clock ?? systemClock;
  const log =
    overrides.log ?? createLog({ service: 'coach', level: env.LOG_LEVEL, format: env.LOG_FORMAT });
  // The port is part of the name because two replicas may share a machine, but not a port on it.
  const replica = overrides.replica ?? `${hostname()}/${env.PORT}`;
  const owner = `${replica}:${randomUUID()}`;
  const db =
    overrides.db ??
    createCoachDb({
      url: env.DATABASE_URL,
      poolSize: env.DB_POOL,
      applicationName: 'evensplit-coach',
    });
  const redisLog = partLog(log, 'redis');
  const processMetrics = createMetrics('coach');
  const commands = createCommandClient(env.REDIS_CACHE_URL, {
    name: 'coach',
    log: redisLog,
    onError: () => processMetrics.countRedisError('coach'),
  });
  const blocking = createBlockingClient(env.REDIS_CACHE_URL, {
    name: 'coach-reader',
    log: redisLog,
    onError: () => processMetrics.countRedisError('coach-reader'),
  });
  const running = createRunningTurns(env.COACH_MAX_TURNS);
  const tails = createTailRegistry(env.COACH_MAX_TAILS);
  const metrics = {
    ...processMetrics,
    ...createCoachMetrics(processMetrics.registry, { running, tails }),
    ...createModelMetrics(processMetrics.registry),
  };
  const reader = startLogReader({
    blocking,
    commands,
    log: partLog(log, 'log-reader'),
    onCancel: (turnId) => running.get(turnId)?.abort({ kind: 'stop' }),
  });
  const rowWatch = createRowWatch({ db, timings, readerConnected: reader.connected });
  const control = await startControlPoll({
    log: partLog(log, 'control'),
    read: () => readControl(db),
  });
  const stopCutting = control.onRevoked(tails.cutSession);
  const identify = {
    verifier: createTokenVerifier({
      jwks: env.AUTH_PUBLIC_JWKS,
      audience: TOKEN_AUDIENCE,
      clock,
    }),
    cookies: createSessionCookies(env.PUBLIC_URL),
    control,
  };
  const briefings = startBriefings(
    {
      db,
      clock,
      control,
      metrics,
      log: partLog(log, 'briefings'),
      timings: overrides.briefingTimings ?? productBriefingTimings,
    },
    env.REDIS_QUEUE_URL,
  );
  const health = createHealth({
    log: partLog(log, 'health'),
    checks: [
      {
        name: 'postgres',
        severity: 'required',
        timeoutMs: 500,
        run: () => db.$queryRaw`SELECT 1`,
      },
      // Answers depend on neither Redis: streams then live from the row, and briefings wait.
      {
        name: 'redis',
        severity: 'degraded',
        timeoutMs: 500,
        run: () => pingWithin(commands, 500),
      },
      { name: 'queue', severity: 'degraded', timeoutMs: 500, run: () => briefings.ping(500) },
    ],
  });
  const loadGauge = overrides.loadGauge ?? startLoadGauge();
  const engine = { db, commands, timings, running, metrics, owner, log: partLog(log, 'turns') };
  await readyWithin(commands, 1000);
  await releaseTurnsOfEarlierBoot({ db }, { name: replica, owner }).catch((error: unknown) => {
    log.warn({ err: error }, 'turns of an earlier boot are left to their leases');
  });
  const upkeep = startUpkeep({ log: partLog(log, 'upkeep') }, engineTasks({ ...engine, rowWatch }));
  const providerTimings = overrides.providerTimings ?? productProviderTimings;
  const lines = modelLines(createProviders(env, providerTimings));
  const switches = readSwitches(control, lines);
  const modelDeps = {
    db,
    clock,
    metrics,
    switches,
    timings: providerTimings,
    random: Math.random,
    log: partLog(log, 'models'),
  };
  const responders = overrides.responders?.({ db, clock }) ?? [
    ...lines.map((line) => createModelResponder(modelDeps, line)),
    createBaseline({ db, clock }),
  ];

  return {
    ...identify,
    publicUrl: env.PUBLIC_URL,
    log,
    clock,
    db,
    commands,
    reader,
    rowWatch,
    running,
    startsInLine: createOneAtATime(),
    tails,
    responders,
    modelUse: { clock, switches, dailyTokens: env.COACH_DAILY_TOKENS },
    timings,
    owner,
    authenticator: createAuthenticator(identify),
    control,
    health,
    loadGauge,
    metrics,
    limited: limitSessions(commands),
    upkeep,
    briefings,
    async [Symbol.asyncDispose]() {
      await upkeep[Symbol.asyncDispose]();
      await briefings[Symbol.asyncDispose]();
      stopCutting();
      control.stop();
      loadGauge[Symbol.dispose]();
      await reader[Symbol.asyncDispose]();
      await closeRedis(commands);
      await db.$disconnect();
    },
  };
}
