import { startPostgres, type PostgresPart } from '@evensplit/local-parts/postgres';
import { startRedis, type RedisPart } from '@evensplit/local-parts/redis';
import { tempDir, type TempDir } from '@evensplit/local-parts/temp-dir';
import { migrate } from '@evensplit/db/migrate';
import pg from 'pg';
import { templateDatabase, testPasswords } from './names.ts';

type Parts = { postgres: PostgresPart; redis: RedisPart; dir: TempDir };
const holder = globalThis as typeof globalThis & { evensplitParts?: Parts };

/** Before any test: one real Postgres with a migrated template database, one real Redis. Workers inherit the addresses. */
export async function setUp(): Promise<void> {
  const dir = await tempDir('test');
  const [postgres, redis] = await Promise.all([
    startPostgres({ dir: `${dir.path}/postgres`, throwaway: true }),
    startRedis({ profile: 'test', dir: `${dir.path}/redis` }),
  ]);
  holder.evensplitParts = { postgres, redis, dir };
  const admin = new pg.Client({ connectionString: postgres.urlOf('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${templateDatabase}`);
  await admin.end();
  await migrate(postgres.urlOf(templateDatabase), testPasswords);
  process.env['EVENSPLIT_TEST_POSTGRES'] = postgres.urlOf('postgres');
  process.env['EVENSPLIT_TEST_REDIS'] = redis.url;
}

export async function tearDown(): Promise<void> {
  const parts = holder.evensplitParts;
  if (!parts) return;
  await Promise.all([parts.postgres.stop(), parts.redis.stop()]);
  await parts.dir.remove();
}
