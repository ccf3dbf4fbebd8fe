import { serviceRoles } from '@evensplit/db/migrate';
import pg from 'pg';
import { templateDatabase, testPasswords } from './names.ts';

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

/** Two Redis databases of the test server for this worker, as the product has two servers. Emptied before use. */
export async function testRedis(): Promise<{ queueUrl: string; cacheUrl: string }> {
  const server = required('EVENSPLIT_TEST_REDIS');
  const worker = Number(process.env['JEST_WORKER_ID'] ?? '1');
  const { Redis } = await import('ioredis');
  const urls = [worker * 2, worker * 2 + 1].map((database) => `${server}/${database}`);
  for (const url of urls) {
    const client = new Redis(url);
    await client.flushdb();
    client.disconnect();
  }
  const [queueUrl = '', cacheUrl = ''] = urls;
  return { queueUrl, cacheUrl };
}
