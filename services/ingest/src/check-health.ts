import type { IngestDb } from '@evensplit/db';
import { createHealth, type Health } from '@evensplit/platform/http/health';
import type { Log } from '@evensplit/platform/log';
import { pingWithin } from '@evensplit/platform/redis';
import type { Redis } from 'ioredis';

/**
 * Without the queue's Redis nothing is imported, so this service is not ready and another replica may be; uploads
 * that arrive all the same are stored. Without the cache only progress gets slower.
 */
export function watchHealth(deps: {
  db: Pick<IngestDb, '$queryRaw'>;
  pings: Redis;
  cache: Redis;
  log: Log;
}): Health {
  return createHealth({
    log: deps.log,
    checks: [
      {
        name: 'postgres',
        severity: 'required',
        timeoutMs: 500,
        run: () => deps.db.$queryRaw`SELECT 1`,
      },
      {
        name: 'queue',
        severity: 'required',
        timeoutMs: 500,
        run: () => pingWithin(deps.pings, 500),
      },
      {
        name: 'cache',
        severity: 'degraded',
        timeoutMs: 500,
        run: () => pingWithin(deps.cache, 500),
      },
    ],
  });
}
