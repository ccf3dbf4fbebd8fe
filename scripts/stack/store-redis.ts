import { join } from 'node:path';
import { startRedis, type RedisPart } from '@evensplit/local-parts/redis';
import { redisAcl, serviceUsers, type RedisStore } from '@evensplit/local-parts/redis-users';
import { createLog } from '@evensplit/platform/log';
import { closeRedis, createCommandClient, readyWithin } from '@evensplit/platform/redis';
import { UsageError } from './parse-up-args.ts';
import type { Secrets } from './secrets.ts';

/** One of the two Redis of an installation, with its users; on a given port when it comes back where it was. */
export function startStoreRedis(
  store: RedisStore,
  where: { dataDir: string; port?: number },
  secrets: Secrets,
): Promise<RedisPart> {
  const acl = redisAcl(store, secrets.redisPasswords);
  const dir = join(where.dataDir, `redis-${store}`);
  return startRedis({
    profile: store,
    dir,
    acl,
    ...(where.port === undefined ? {} : { port: where.port }),
  });
}

/** Gives an existing Redis, which is queue and cache in one, the users of the services; its own stay as they are. */
export async function bringRedisUsers(url: string, secrets: Secrets): Promise<void> {
  const log = createLog({ service: 'up', level: 'silent', format: 'line' });
  const redis = createCommandClient(url, { name: 'up', log });
  // An address that names a database by its number makes each client choose it.
  const numbered = new URL(url).pathname.length > 1 ? ['select'] : [];
  try {
    await readyWithin(redis, 2000);
    for (const user of serviceUsers(['queue', 'cache'], secrets.redisPasswords, numbered))
      await redis.acl('SETUSER', user.name, 'reset', ...user.rules);
  } catch (error) {
    throw new UsageError(
      `REDIS_URL cannot create users there (${(error as Error).message}); name one that may, or unset REDIS_URL`,
      { cause: error },
    );
  } finally {
    await closeRedis(redis);
  }
}
