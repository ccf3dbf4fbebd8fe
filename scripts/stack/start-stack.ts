import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { migrate, serviceRoles } from '@evensplit/db/migrate';
import { startCaddy } from '@evensplit/local-parts/caddy';
import type { Part } from '@evensplit/local-parts/child';
import { freePort } from '@evensplit/local-parts/free-port';
import { startPostgres } from '@evensplit/local-parts/postgres';
import { urlAs } from '@evensplit/local-parts/redis-users';
import { createDatabase } from './create-database.ts';
import { startSimulatedModel } from './model-behind-coach.ts';
import { caddyfile, webDist } from './paths.ts';
import { requireReachable } from './require-reachable.ts';
import { loadSecrets, publicKeysOf, type Secrets } from './secrets.ts';
import { startService, type ServiceName, type ServicePart } from './start-service.ts';
import { bringRedisUsers, startStoreRedis } from './store-redis.ts';

export type StackOptions = {
  dataDir: string;
  port: number;
  /** The address people type; decides cookies and which Origin may open sockets. */
  publicUrl?: string | undefined;
  demoEmail?: string;
  /** Data that nobody will miss: no fsync, quieter. For tests, benchmarks and `--check`. */
  throwaway?: boolean;
  /** An existing Postgres (superuser or owner URL) or Redis (a user that may create users) instead of our own. */
  databaseUrl?: string | undefined;
  redisUrl?: string | undefined;
  /** Other entry points or settings for a service: how benchmarks put a stalling responder behind the coach. */
  overrides?: Partial<
    Record<ServiceName, { entry?: string; env?: Record<string, string>; nice?: number }>
  >;
  /** The coach's settings about models. */
  models?: Record<string, string>;
  /** The gateway's own settings: a local one takes more streams than a deployed one unless told otherwise. */
  gatewayEnv?: Record<string, string>;
  /** Puts a simulated model behind the coach instead. */
  modelSim?: boolean;
  log: (source: string, line: string) => void;
};

export type Stack = {
  url: string;
  secrets: Secrets;
  services: Record<ServiceName, ServicePart>;
  /** The settings of each service but its ports: enough to start another replica of it. */
  envs: Record<ServiceName, Record<string, string>>;
  parts: { name: string; pid: number }[];
  /** Of those who may do everything: the services' own are in `envs`. */
  urls: { admin: string; cache: string; queue: string };
  /** Resolves with a reason when any part ends by itself. */
  died: Promise<string>;
  stop: () => Promise<void>;
};

/**
 * Starts everything in order and answers when all of it is ready; a failure on the way stops what had been started.
 * Stopping goes the other way: gateway, services, then the stores, so that no service loses its database while draining.
 */
export async function startStack(options: StackOptions): Promise<Stack> {
  if (options.databaseUrl) await requireReachable('DATABASE_URL', options.databaseUrl);
  if (options.redisUrl) await requireReachable('REDIS_URL', options.redisUrl);
  await mkdir(options.dataDir, { recursive: true, mode: 0o711 });
  const started: { name: string; part: Part; level: number }[] = [];
  const keep = <P extends Part>(name: string, level: number, part: P): P => {
    started.push({ name, part, level });
    return part;
  };
  async function stop(): Promise<void> {
    for (const level of [2, 1, 0])
      await Promise.all(started.filter((one) => one.level === level).map((one) => one.part.stop()));
  }
  try {
    const secrets = await loadSecrets(options.dataDir);
    const stores = await startStores(options, secrets, keep);
    await migrate(stores.admin, secrets.rolePasswords);
    if (options.redisUrl) await bringRedisUsers(options.redisUrl, secrets);
    const models = options.modelSim ? await simulatedModel(options, keep) : options.models;
    const envs = serviceEnvs({ ...options, models: models ?? {} }, secrets, stores);
    const services = await startServices(options, envs, keep);
    const publicUrl = options.publicUrl ?? `http://localhost:${options.port}`;
    keep(
      'gateway',
      2,
      await startCaddy({
        caddyfile,
        port: options.port,
        webRoot: webDist,
        stateDir: join(options.dataDir, 'caddy'),
        upstreams: {
          core: `127.0.0.1:${services['core-api'].port}`,
          coreHealth: `127.0.0.1:${services['core-api'].metricsPort}`,
          coach: `127.0.0.1:${services.coach.port}`,
          ingest: `127.0.0.1:${services.ingest.port}`,
        },
        env: { COACH_MAX_REQUESTS: '20000', ...options.gatewayEnv },
        log: (line) => options.log('gateway', line),
      }),
    );
    return {
      url: publicUrl,
      secrets,
      services,
      envs,
      parts: started.map(({ name, part }) => ({ name, pid: part.pid })),
      urls: stores,
      died: Promise.race(started.map(({ part }) => part.died)),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

type Keep = <P extends Part>(name: string, level: number, part: P) => P;
type Stores = { admin: string; queue: string; cache: string };

async function startStores(options: StackOptions, secrets: Secrets, keep: Keep): Promise<Stores> {
  const [admin, queue, cache] = await Promise.all([
    options.databaseUrl ?? ownPostgres(options, secrets, keep),
    options.redisUrl ?? ownRedis(options, 'queue', secrets, keep),
    options.redisUrl ?? ownRedis(options, 'cache', secrets, keep),
  ]);
  return { admin, queue, cache };
}

async function ownPostgres(options: StackOptions, secrets: Secrets, keep: Keep): Promise<string> {
  const postgres = keep(
    'postgres',
    0,
    await startPostgres({
      dir: join(options.dataDir, 'postgres'),
      password: secrets.postgresPassword,
      throwaway: options.throwaway ?? false,
    }),
  );
  await createDatabase(postgres.urlOf('postgres'), 'evensplit');
  return postgres.urlOf('evensplit');
}

async function ownRedis(
  options: StackOptions,
  store: 'queue' | 'cache',
  secrets: Secrets,
  keep: Keep,
): Promise<string> {
  const redis = keep(
    `redis-${store}`,
    0,
    await startStoreRedis(store, { dataDir: options.dataDir }, secrets),
  );
  return redis.url;
}

function serviceEnvs(
  options: StackOptions,
  secrets: Secrets,
  stores: Stores,
): Record<ServiceName, Record<string, string>> {
  const shared = {
    PUBLIC_URL: options.publicUrl ?? `http://localhost:${options.port}`,
    AUTH_PUBLIC_JWKS: publicKeysOf(secrets),
    // Nobody balances load here, so nobody needs time to notice.
    SHUTDOWN_DELAY_S: '0',
    LOG_FORMAT: 'line',
    LOG_LEVEL: options.throwaway ? 'warn' : 'info',
  };
  const roleUrl = (service: keyof typeof serviceRoles) => {
    const url = new URL(stores.admin);
    url.username = serviceRoles[service];
    url.password = secrets.rolePasswords[service];
    return url.href;
  };
  const redisUrl = (store: 'queue' | 'cache', service: keyof typeof serviceRoles) =>
    urlAs(stores[store], service, secrets.redisPasswords);
  const of = (name: ServiceName, own: Record<string, string>) => ({
    ...shared,
    ...own,
    ...options.overrides?.[name]?.env,
  });
  return {
    'core-api': of('core-api', {
      DATABASE_URL: roleUrl('core'),
      REDIS_CACHE_URL: redisUrl('cache', 'core'),
      AUTH_PRIVATE_JWK: JSON.stringify(secrets.privateJwk),
      REFRESH_SECRET: secrets.refreshSecret,
      DEMO_EMAIL: options.demoEmail ?? '',
    }),
    coach: of('coach', {
      DATABASE_URL: roleUrl('coach'),
      REDIS_CACHE_URL: redisUrl('cache', 'coach'),
      REDIS_QUEUE_URL: redisUrl('queue', 'coach'),
      ...options.models,
    }),
    ingest: of('ingest', {
      DATABASE_URL: roleUrl('ingest'),
      REDIS_CACHE_URL: redisUrl('cache', 'ingest'),
      REDIS_QUEUE_URL: redisUrl('queue', 'ingest'),
      RAW_FILES_DIR: join(options.dataDir, 'raw'),
    }),
  };
}

async function simulatedModel(options: StackOptions, keep: Keep): Promise<Record<string, string>> {
  const { part, env } = await startSimulatedModel((line) => options.log('model-sim', line));
  keep('model-sim', 0, part);
  return env;
}

async function startServices(
  options: StackOptions,
  envs: Record<ServiceName, Record<string, string>>,
  keep: Keep,
): Promise<Record<ServiceName, ServicePart>> {
  const names: ServiceName[] = ['core-api', 'coach', 'ingest'];
  const running = await Promise.allSettled(
    names.map(async (name) => {
      const override = options.overrides?.[name];
      return keep(
        name,
        1,
        await startService({
          name,
          port: await freePort(),
          metricsPort: await freePort(),
          env: envs[name],
          ...(override?.entry ? { entry: override.entry } : {}),
          ...(override?.nice === undefined ? {} : { nice: override.nice }),
          log: (line) => options.log(name, line),
        }),
      );
    }),
  );
  // All have settled, so whatever did start is known to `stop` before the failure is told.
  const [core, coach, ingest] = running.map((one) => {
    if (one.status === 'rejected') throw one.reason;
    return one.value;
  });
  if (!core || !coach || !ingest) throw new Error('a service did not start');
  return { 'core-api': core, coach, ingest };
}
