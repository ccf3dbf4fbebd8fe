import { createCoreDb, readControl, type CoreDb } from '@evensplit/db';
import { createAuthenticator, type Authenticator } from '@evensplit/platform/auth/authenticate';
import {
  createTokenSigner,
  createTokenVerifier,
  publicJwksOf,
  TOKEN_AUDIENCE,
  type TokenSigner,
} from '@evensplit/platform/auth/access-token';
import { startControlPoll, type ControlPoll } from '@evensplit/platform/auth/control-poll';
import { createSessionCookies, type SessionCookies } from '@evensplit/platform/auth/cookies';
import { systemClock, type Clock } from '@evensplit/platform/clock';
import { createHealth, type Health } from '@evensplit/platform/http/health';
import { startLoadGauge, type LoadGauge } from '@evensplit/platform/http/shed-load';
import { createLog, type Log } from '@evensplit/platform/log';
import { createMetrics, type Metrics } from '@evensplit/platform/metrics';
import {
  closeRedis,
  createCommandClient,
  pingWithin,
  readyWithin,
} from '@evensplit/platform/redis';
import type { RequestHandler } from 'express';
import { createHashGate, type HashGate } from './auth/hash-gate.ts';
import { createLoginDoor, type LoginDoor } from './auth/login-door.ts';
import { createKnownDevices, type KnownDevices } from './auth/known-devices.ts';
import { createLoginLimits, type LoginLimits } from './auth/login-limits.ts';
import type { Env } from './env.ts';
import { createLimits, type Limits } from './limits.ts';
import { whenWritable } from './writable.ts';

/** Everything core-api is made of. Use cases take the few they need as their first argument. */
export type Deps = {
  env: Env;
  log: Log;
  clock: Clock;
  db: CoreDb;
  control: ControlPoll;
  health: Health;
  loadGauge: Pick<LoadGauge, 'overloaded'>;
  metrics: Metrics;
  signer: TokenSigner;
  cookies: SessionCookies;
  authenticator: Authenticator;
  hashGate: HashGate;
  loginDoor: LoginDoor;
  knownDevices: KnownDevices;
  loginLimits: LoginLimits;
  limits: Limits;
  writable: RequestHandler;
  demoEmail: string;
} & AsyncDisposable;

export async function createDeps(
  env: Env,
  given: { clock?: Clock; log?: Log; loadGauge?: LoadGauge; db?: CoreDb } = {},
): Promise<Deps> {
  const clock = given.clock ?? systemClock;
  const log =
    given.log ?? createLog({ service: 'core-api', level: env.LOG_LEVEL, format: env.LOG_FORMAT });
  const metrics = createMetrics('core-api');
  const db =
    given.db ??
    createCoreDb({
      url: env.DATABASE_URL,
      poolSize: env.DB_POOL,
      applicationName: 'core-api',
    });
  const redis = createCommandClient(
    env.REDIS_CACHE_URL,
    { name: 'core-cache', log, onError: () => metrics.countRedisError('core-cache') },
    // Redis holds only counters here: half a second, then the process counts for itself.
    { commandTimeoutMs: 500 },
  );
  await readyWithin(redis, 500);
  const control = await startControlPoll({ log, read: () => readControl(db) });
  const cookies = createSessionCookies(env.PUBLIC_URL);
  const verifier = createTokenVerifier({
    jwks: publicJwksOf(env.AUTH_PRIVATE_JWK),
    audience: TOKEN_AUDIENCE,
    clock,
  });
  const signer = await createTokenSigner({
    privateJwk: env.AUTH_PRIVATE_JWK,
    audience: TOKEN_AUDIENCE,
    clock,
  });
  const loadGauge = given.loadGauge ?? startLoadGauge();
  const hashGate = createHashGate({ atOnce: 2, queue: 50, waitMs: 1200 });
  return {
    env,
    log,
    clock,
    db,
    control,
    metrics,
    signer,
    cookies,
    loadGauge,
    health: createHealth({
      log,
      checks: [
        {
          name: 'postgres',
          severity: 'required',
          timeoutMs: 500,
          run: () => db.$queryRaw`SELECT 1`,
        },
        { name: 'redis', severity: 'degraded', timeoutMs: 500, run: () => pingWithin(redis, 400) },
      ],
    }),
    authenticator: createAuthenticator({ verifier, cookies, control }),
    hashGate,
    // Two hash while two are at the database; the pool of ten stays open to everybody else. Being accepted and
    // answered takes up to 0.8 s more when everybody comes at once, and two seconds are the limit.
    loginDoor: createLoginDoor({ atOnce: 4, queue: 48, waitMs: 1200 }),
    knownDevices: createKnownDevices({ db, secret: env.REFRESH_SECRET, publicUrl: env.PUBLIC_URL }),
    loginLimits: createLoginLimits(redis),
    limits: createLimits(redis),
    writable: whenWritable(control),
    demoEmail: env.DEMO_EMAIL,
    async [Symbol.asyncDispose]() {
      control.stop();
      loadGauge[Symbol.dispose]();
      await hashGate.close();
      await closeRedis(redis);
      await db.$disconnect();
    },
  };
}
