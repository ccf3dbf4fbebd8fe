import { Redis } from 'ioredis';
import { trespasser } from './names.ts';

/** Without this the server forgets all but the last 128 refusals. */
export async function rememberRefusals(url: string): Promise<void> {
  await withRedis(url, (redis) => redis.config('SET', 'acllog-max-len', '2000'));
}

/**
 * What a Redis has refused to the user of a service. Services live on without Redis, so a right that is missing would
 * otherwise show as a limit that counts for itself or a log that is off, and as no failure of any test.
 */
export async function readRefusals(url: string): Promise<string[]> {
  const entries = await withRedis(url, (redis) => redis.acl('LOG', '2000'));
  return (entries as unknown[][])
    .map(fieldsOf)
    .filter(({ info, reason }) => reason !== 'auth' && !info.includes(` name=${trespasser} `))
    .map(({ user, reason, object }) => `${user} may not: ${reason} ${object}`);
}

function fieldsOf(entry: unknown[]) {
  const field = (name: string) => String(entry[entry.indexOf(name) + 1]);
  return {
    user: field('username'),
    reason: field('reason'),
    object: field('object'),
    info: field('client-info'),
  };
}

async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const redis = new Redis(url, { disableClientInfo: true });
  try {
    return await work(redis);
  } finally {
    redis.disconnect();
  }
}
