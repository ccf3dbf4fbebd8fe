import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { createTokenVerifier, TOKEN_AUDIENCE } from '@evensplit/platform/auth/access-token';
import { createAuthenticator, type Authenticator } from '@evensplit/platform/auth/authenticate';
import { createSessionCookies } from '@evensplit/platform/auth/cookies';
import type { IdentifyDeps } from '@evensplit/platform/auth/identify';
import { createHealth, type Health } from '@evensplit/platform/http/health';
import { startLoadGauge, type LoadGauge } from '@evensplit/platform/http/shed-load';
import { partLog } from '@evensplit/platform/log';
import {
  closeRedis,
  createBlockingClient,
  createCommandClient,
  pingWithin,
  readyWithin,
} from '@evensplit/platform/redis';
import type { RequestHandler } from 'express';
import type { Redis } from 'ioredis';
import { createBaseline } from './baseline/create-baseline.ts';
import type { Briefings } from './briefing/start-briefings.ts';
import { createCoachMetrics, type CoachMetrics } from './coach-metrics.ts';
import type { Env } from './env.ts';
import {
  layFoundation,
  startBriefingsOn,
  type Foundation,
  type FoundationOverrides,
} from './foundation.ts';
import { limitSessions } from './limits.ts';
import { startLogReader, type LogReader } from './log/log-reader.ts';
import type { AllowDeps } from './model/allow-model.ts';
import { createModelResponder } from './model/create-model-responder.ts';
import { createRowWatch, type RowWatch } from './tails/row-watch.ts';
import { createTailRegistry, type TailRegistry } from './tails/tail-registry.ts';
import { productTimings, type Timings } from './timings.ts';
import { releaseTurnsOfEarlierBoot } from './turns/reap-turns.ts';
import { createOneAtATime, type OneAtATime } from './turns/one-at-a-time.ts';
import type { Responder } from './turns/responder.ts';
import { createRunningTurns, type RunningTurns } from './turns/running-turns.ts';
import { engineTasks } from './turns/engine-tasks.ts';
import { startUpkeep } from './upkeep.ts';

/** A process that answers questions. */
export type Deps = Foundation &
  IdentifyDeps & {
    publicUrl: string;
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
    health: Health;
    loadGauge: LoadGauge;
    metrics: Foundation['metrics'] & CoachMetrics;
    limited: RequestHandler;
    /** Heartbeats, saved texts, the reaper and the look at quiet rows. */
    upkeep: AsyncDisposable;
    /** Undefined when another process writes them. */
    briefings: Briefings | undefined;
  };

/** What a test or a benchmark may replace; the product replaces nothing. */
export type Overrides = FoundationOverrides & {
  timings?: Timings;
  responders?: (made: Pick<Foundation, 'db' | 'clock'>) => readonly Responder[];
  /** Distinguishes replicas that share a host. */
  replica?: string;
  loadGauge?: LoadGauge;
};

export async function createDeps(env: Env, overrides: Overrides = {}): Promise<Deps> {
  const timings = overrides.timings ?? productTimings;
  const base = await layFoundation(env, overrides);
  const { log, clock, db, control, lines, models } = base;
  // The port is part of the name because two replicas may share a machine, but not a port on it.
  const replica = overrides.replica ?? `${hostname()}/${env.PORT}`;
  const owner = `${replica}:${randomUUID()}`;
  const redisLog = partLog(log, 'redis');
  const commands = createCommandClient(env.REDIS_CACHE_URL, {
    name: 'coach',
    log: redisLog,
    onError: () => base.metrics.countRedisError('coach'),
  });
  const blocking = createBlockingClient(env.REDIS_CACHE_URL, {
    name: 'coach-reader',
    log: redisLog,
    onError: () => base.metrics.countRedisError('coach-reader'),
  });
  const running = createRunningTurns(env.COACH_MAX_TURNS);
  const tails = createTailRegistry(env.COACH_MAX_TAILS);
  const metrics = {
    ...base.metrics,
    ...createCoachMetrics(base.metrics.registry, { running, tails }),
  };
  const reader = startLogReader({
    blocking,
    commands,
    log: partLog(log, 'log-reader'),
    onCancel: (turnId) => running.get(turnId)?.abort({ kind: 'stop' }),
  });
  const rowWatch = createRowWatch({ db, timings, readerConnected: reader.connected });
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
  const briefings = env.ROLE === 'web' ? undefined : startBriefingsOn(base, env, overrides);
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
      ...(briefings
        ? [
            {
              name: 'queue',
              severity: 'degraded' as const,
              timeoutMs: 500,
              run: () => briefings.ping(500),
            },
          ]
        : []),
    ],
  });
  const loadGauge = overrides.loadGauge ?? startLoadGauge();
  const engine = { db, commands, timings, running, metrics, owner, log: partLog(log, 'turns') };
  await readyWithin(commands, 1000);
  await releaseTurnsOfEarlierBoot({ db }, { name: replica, owner }).catch((error: unknown) => {
    log.warn({ err: error }, 'turns of an earlier boot are left to their leases');
  });
  const upkeep = startUpkeep({ log: partLog(log, 'upkeep') }, engineTasks({ ...engine, rowWatch }));
  const responders = overrides.responders?.({ db, clock }) ?? [
    ...lines.map((line) => createModelResponder(models, line)),
    createBaseline({ db, clock }),
  ];

  return {
    ...base,
    ...identify,
    publicUrl: env.PUBLIC_URL,
    commands,
    reader,
    rowWatch,
    running,
    startsInLine: createOneAtATime(),
    tails,
    responders,
    modelUse: models,
    timings,
    owner,
    authenticator: createAuthenticator(identify),
    health,
    loadGauge,
    metrics,
    limited: limitSessions(commands),
    upkeep,
    briefings,
    async [Symbol.asyncDispose]() {
      await upkeep[Symbol.asyncDispose]();
      await briefings?.[Symbol.asyncDispose]();
      stopCutting();
      loadGauge[Symbol.dispose]();
      await reader[Symbol.asyncDispose]();
      await closeRedis(commands);
      await base[Symbol.asyncDispose]();
    },
  };
}
