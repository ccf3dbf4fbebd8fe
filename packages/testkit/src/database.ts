import { serviceRoles } from '@evensplit/db/migrate';
import { urlAs, type RedisService } from '@evensplit/local-parts/redis-users';
import pg from 'pg';
import { templateDatabase, testPasswords, testRedisPasswords } from './names.ts';

export type TestDatabase = {
  /** The URL a service would use: its own role, its own grants. */
  urls: Record<keyof typeof serviceRoles, string>;
  /** Superuser, for arranging and asserting. */
  adminUrl: string;
  drop: () => Promise<void>;
};

let made = 0;

/** A database of its own for one test file, cloned from the migrated template in a few milliseconds. */
export async function testDatabase(): Promise<TestDatabase> {
  const server = required('EVENSPLIT_TEST_POSTGRES');
  const name = `t${process.env['JEST_WORKER_ID'] ?? '0'}_${process.pid}_${made++}`;
  await asAdmin(server, `CREATE DATABASE ${name} TEMPLATE ${templateDatabase}`);
  const urlAs = (user: string, password: string) => {
    const url = new URL(server);
    url.username = user;
    url.password = password;
    url.pathname = `/${name}`;
    return url.href;
  };
  const adminUrl = new URL(server);
  adminUrl.pathname = `/${name}`;
  return {
    urls: {
      core: urlAs(serviceRoles.core, testPasswords.core),
      coach: urlAs(serviceRoles.coach, testPasswords.coach),
      ingest: urlAs(serviceRoles.ingest, testPasswords.ingest),
    },
    adminUrl: adminUrl.href,
    drop: () => asAdmin(server, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

async function asAdmin(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

function required(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`${name} is not set: run tests through "npm run jest"`);
  return value;
}

type RedisUrls = { queueUrl: string; cacheUrl: string };

/**
 * A database of each of the two test Redis for this worker, as the service itself would reach them: by its own user,
 * who may do no more than in the product. `admin` is for arranging and asserting. Both are emptied before use.
 */
export async function testRedis(service: RedisService): Promise<RedisUrls & { admin: RedisUrls }> {
  const number = process.env['JEST_WORKER_ID'] ?? '1';
  const admin = {
    queueUrl: `${required('EVENSPLIT_TEST_REDIS_QUEUE')}/${number}`,
    cacheUrl: `${required('EVENSPLIT_TEST_REDIS_CACHE')}/${number}`,
  };
  const { Redis } = await import('ioredis');
  for (const url of [admin.queueUrl, admin.cacheUrl]) {
    const client = new Redis(url);
    await client.flushdb();
    client.disconnect();
  }
  return {
    queueUrl: urlAs(admin.queueUrl, service, testRedisPasswords),
    cacheUrl: urlAs(admin.cacheUrl, service, testRedisPasswords),
    admin,
  };
}
