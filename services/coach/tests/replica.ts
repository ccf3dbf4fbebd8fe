import {
  createTokenSigner,
  generateSigningKey,
  publicJwksOf,
  TOKEN_AUDIENCE,
} from '@evensplit/platform/auth/access-token';
import { createLog } from '@evensplit/platform/log';
import { testDatabase, testRedis, type TestDatabase } from '@evensplit/testkit/database';
import { waitFor } from '@evensplit/testkit/wait-for';
import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { createDeps, type Deps, type Overrides } from '../src/deps.ts';
import type { Env } from '../src/env.ts';
import { startService } from '../src/start-service.ts';
import { productTimings, type Timings } from '../src/timings.ts';

export const PUBLIC_URL = 'http://coach.test';

/** The product's timings, ten to a hundred times faster, in the same order. */
export const quick: Timings = {
  ...productTimings,
  turn: 20_000,
  lease: 1000,
  deadlineGrace: 500,
  heartbeat: 200,
  partial: 80,
  reaper: 100,
  reaperLease: 1500,
  reaperPause: 300,
  finalizeGrace: 400,
  flush: 10,
  logRetry: 100,
  quiet: 400,
  quietWithoutReader: 150,
  quietScan: 40,
  gapRetry: 40,
};

/** As quick, but on a busy machine nobody takes a turn over from somebody who is merely slow. */
export const steady: Timings = { ...quick, lease: productTimings.lease };

export type Replica = {
  url: string;
  deps: Deps;
  /** As if the process had been killed: no more heartbeats, nothing saved; what hangs goes on hanging. */
  abandon(): Promise<void>;
  /** The steps after SIGTERM; a test that says when each is over depends on no clock. */
  shutDown(until?: { noticed?: Promise<unknown>; outOfPatience?: Promise<unknown> }): Promise<void>;
  close(): Promise<void>;
};

export type Stage = {
  database: TestDatabase;
  redisUrl: string;
  queueUrl: string;
  /** The cache of somebody who may do everything. */
  adminRedisUrl: string;
  sql<Row extends pg.QueryResultRow>(text: string, values?: unknown[]): Promise<Row[]>;
  athlete(fields?: {
    units?: 'km' | 'mi';
  }): Promise<{ id: string; sessionId: string; token: string }>;
  replica(
    overrides?: Overrides & {
      redisUrl?: string;
      queueUrl?: string;
      maxTurns?: number;
      maxTails?: number;
      env?: Partial<Env>;
    },
  ): Promise<Replica>;
  /** What an operator may set; resolves when this replica has heard of it. */
  set(one: Pick<Replica, 'deps'>, key: string, value: boolean): Promise<void>;
  closeReplicas(): Promise<void>;
  close(): Promise<void>;
};

const signingKey = await generateSigningKey('test');

/** One database and one Redis with as many replicas of the service as a test wants. */
export async function setStage(clock = () => new Date()): Promise<Stage> {
  const database = await testDatabase();
  const redis = await testRedis('coach');
  const admin = new pg.Pool({ connectionString: database.adminUrl, max: 4 });
  const signer = await createTokenSigner({
    privateJwk: signingKey,
    audience: TOKEN_AUDIENCE,
    clock,
  });
  const replicas = new Set<Replica>();
  let made = 0;

  async function replica(options: Parameters<Stage['replica']>[0] = {}): Promise<Replica> {
    const { redisUrl = redis.cacheUrl, queueUrl = redis.queueUrl, ...more } = options;
    const { maxTurns = 500, maxTails = 2000, env = {}, ...overrides } = more;
    const deps = await createDeps(
      {
        ROLE: 'all',
        PORT: 0,
        METRICS_PORT: 0,
        PUBLIC_URL,
        DATABASE_URL: database.urls.coach,
        // Test files run side by side on one server.
        DB_POOL: 3,
        REDIS_CACHE_URL: redisUrl,
        REDIS_QUEUE_URL: queueUrl,
        AUTH_PUBLIC_JWKS: publicJwksOf(signingKey),
        COACH_MAX_TURNS: maxTurns,
        COACH_MAX_TAILS: maxTails,
        COACH_PROVIDERS: [],
        COACH_DAILY_TOKENS: 500_000,
        OPENAI_REASONING: false,
        GEMINI_REASONING: false,
        SHUTDOWN_DELAY_S: 0,
        LOG_LEVEL: 'silent',
        LOG_FORMAT: 'json',
        ...env,
      },
      {
        timings: steady,
        clock,
        replica: `replica-${made++}`,
        log: createLog({ service: 'coach', level: logLevel() }),
        // Both replicas of a test share one process: its load says nothing about either.
        loadGauge: {
          overloaded: () => false,
          [Symbol.dispose]: () => undefined,
        },
        ...overrides,
      },
    );
    const service = await startService(deps, 0);
    const { briefings } = deps;
    // Orders are refused until it is connected, which a busy machine takes its time for.
    if (briefings && options.queueUrl === undefined)
      await waitFor('the queue', () =>
        briefings.ping(500).then(
          () => true,
          () => false,
        ),
      );
    const self: Replica = {
      url: `http://127.0.0.1:${service.port}`,
      deps,
      abandon: async () => deps.upkeep[Symbol.asyncDispose](),
      async shutDown({ noticed = sleep(100), outOfPatience } = {}) {
        service.refuse();
        await noticed;
        await Promise.race([service.drain(), outOfPatience ?? sleep(300)]);
        await service.abort();
      },
      async close() {
        if (!replicas.delete(self)) return;
        for (const turn of deps.running.list()) turn.abort({ kind: 'fenced' });
        await service[Symbol.asyncDispose]();
        await deps.running.idle();
        await deps[Symbol.asyncDispose]();
      },
    };
    replicas.add(self);
    return self;
  }

  async function athlete(fields: { units?: 'km' | 'mi' } = {}) {
    const id = randomUUID();
    const sessionId = randomUUID();
    await admin.query(
      `INSERT INTO "Athlete" (id, email, "displayName", "timeZone", units) VALUES ($1, $2, 'Ada', 'Europe/Berlin', $3)`,
      [id, `${id}@example.org`, fields.units ?? 'km'],
    );
    await admin.query(
      `INSERT INTO "Session" (id, "athleteId", device, "expiresAt") VALUES ($1, $2, 'test', now() + interval '1 day')`,
      [sessionId, id],
    );
    const { token } = await signer.sign({ athleteId: id, sessionId, roles: ['athlete'] });
    return { id, sessionId, token };
  }

  async function set(one: Pick<Replica, 'deps'>, key: string, value: boolean): Promise<void> {
    await admin.query(
      `INSERT INTO "SystemSetting" (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = $2`,
      [key, JSON.stringify(value)],
    );
    await waitFor('the poll', () => one.deps.control.setting(key) === value);
  }

  async function closeReplicas(): Promise<void> {
    await Promise.all([...replicas].map((one) => one.close()));
  }

  return {
    database,
    redisUrl: redis.cacheUrl,
    queueUrl: redis.queueUrl,
    adminRedisUrl: redis.admin.cacheUrl,
    sql: async <Row extends pg.QueryResultRow>(text: string, values?: unknown[]) =>
      (await admin.query<Row>(text, values)).rows,
    athlete,
    replica,
    set,
    closeReplicas,
    async close() {
      await closeReplicas();
      await admin.end();
      await database.drop();
    },
  };
}

function logLevel() {
  return process.env['COACH_TEST_LOG'] === 'on' ? 'debug' : 'silent';
}
