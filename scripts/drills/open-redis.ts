import { createLog } from '@evensplit/platform/log';
import { closeRedis, createCommandClient } from '@evensplit/platform/redis';

type Redis = ReturnType<typeof createCommandClient>;

/** A drill's own connection to a Redis of its stage, as long as the work takes. */
export async function withRedis<T>(url: string, work: (redis: Redis) => Promise<T>): Promise<T> {
  const log = createLog({ service: 'drill', level: 'silent', format: 'line' });
  const redis = createCommandClient(url, { name: 'drill', log });
  try {
    if (redis.status !== 'ready')
      await new Promise<void>((resolve) => redis.once('ready', () => resolve()));
    return await work(redis);
  } finally {
    await closeRedis(redis);
  }
}
