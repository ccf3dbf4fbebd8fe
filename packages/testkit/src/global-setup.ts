import { startPostgres, type PostgresPart } from '@evensplit/local-parts/postgres';
import { startRedis, type RedisPart } from '@evensplit/local-parts/redis';
import { redisAcl, type RedisStore } from '@evensplit/local-parts/redis-users';
import { tempDir, type TempDir } from '@evensplit/local-parts/temp-dir';
import { migrate, serviceRoles } from '@evensplit/db/migrate';
import pg from 'pg';
import { readRefusals, rememberRefusals } from './refusals.ts';
import { templateDatabase, testPasswords, testRedisPasswords } from './names.ts';

type Parts = { postgres: PostgresPart; queue: RedisPart; cache: RedisPart; dir: TempDir };
const holder = globalThis as typeof globalThis & { evensplitParts?: Parts };

/** Before any test: one real Postgres with a migrated template database, two real Redis. Workers inherit the addresses. */
export async function setUp(): Promise<void> {
  const dir = await tempDir('test');
  const redis = (store: RedisStore) =>
    startRedis({
      profile: 'test',
      dir: `${dir.path}/redis-${store}`,
      acl: redisAcl(store, testRedisPasswords, { numbered: true }),
    });
  const [postgres, queue, cache] = await Promise.all([
    startPostgres({ dir: `${dir.path}/postgres`, throwaway: true }),
    redis('queue'),
    redis('cache'),
  ]);
  holder.evensplitParts = { postgres, queue, cache, dir };
  await Promise.all([queue, cache].map(({ url }) => rememberRefusals(url)));
  const admin = new pg.Client({ connectionString: postgres.urlOf('postgres') });
  await admin.connect();
  await admin.query(`CREATE DATABASE ${templateDatabase}`);
  await migrate(postgres.urlOf(templateDatabase), testPasswords);
  // The limits are those of one deployment; here every file of tests is one, and all of them share the roles.
  for (const role of Object.values(serviceRoles))
    await admin.query(`ALTER ROLE ${role} CONNECTION LIMIT -1`);
  await admin.end();
  process.env['EVENSPLIT_TEST_POSTGRES'] = postgres.urlOf('postgres');
  process.env['EVENSPLIT_TEST_REDIS_QUEUE'] = queue.url;
  process.env['EVENSPLIT_TEST_REDIS_CACHE'] = cache.url;
}

export async function tearDown(): Promise<void> {
  const parts = holder.evensplitParts;
  if (!parts) return;
  const refusals = await Promise.all(
    [parts.queue, parts.cache].map(({ url }) => readRefusals(url)),
  );
  await Promise.all([parts.postgres, parts.queue, parts.cache].map((part) => part.stop()));
  await parts.dir.remove();
  const refused = [...new Set(refusals.flat())];
  if (refused.length > 0)
    throw new Error(`a service lacks a right in Redis: ${refused.join('; ')}`);
}
