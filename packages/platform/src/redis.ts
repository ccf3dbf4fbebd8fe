import { Redis, type RedisOptions } from 'ioredis';
import type { Log } from './log.ts';
import { reconnectWhenSilent } from './redis-watchdog.ts';
import { withinMs } from './time-limit.ts';

export type RedisDeps = {
  /** Names the connection in `CLIENT LIST`, in logs and in metrics. */
  name: string;
  log: Log;
  onError?: () => void;
};

const shared = {
  // Nobody asks which library a connection came from, and a user would need one more right to tell.
  disableClientInfo: true,
  connectTimeout: 2000,
  keepAlive: 10_000,
  retryStrategy: (times: number) => Math.min(100 * times, 1000) + Math.random() * 100,
  // After a failover the old primary answers READONLY until we look up the new one.
  reconnectOnError: (error: Error) => (error.message.startsWith('READONLY') ? 2 : false),
} satisfies RedisOptions;

/** For request paths: answers or fails within the limit, never waits for Redis to come back. */
export function createCommandClient(
  url: string,
  deps: RedisDeps,
  options: { commandTimeoutMs?: number } = {},
): Redis {
  return watched(deps, url, {
    maxRetriesPerRequest: 1,
    enableOfflineQueue: false,
    commandTimeout: options.commandTimeoutMs ?? 2000,
  });
}

/**
 * For one blocking reader: never put commands on it, they would wait behind the block (XADD p50 1,007 ms
 * against 0.3 ms). It has no command timeout; the blocking limits free a read whose server went silent.
 */
export function createBlockingClient(url: string, deps: RedisDeps): Redis {
  return watched(deps, url, {
    maxRetriesPerRequest: null,
    blockingTimeout: 5000,
    blockingTimeoutGrace: 4000,
  });
}

/**
 * For queue workers: waits out an outage, because finished work must still be reported as finished. No blocking
 * timeout here: Bull queues one blocking poll per slot on a connection, the client would give up on those behind
 * the first, and the job that Redis then hands to such a poll is lost until it counts as stalled.
 */
export function createWorkerClient(url: string, deps: RedisDeps): Redis {
  return watched(deps, url, { maxRetriesPerRequest: null, enableReadyCheck: false });
}

/** For health checks: rejects when Redis does not answer in time. */
export async function pingWithin(client: Redis, ms: number): Promise<void> {
  await withinMs(ms, 'redis ping', client.ping());
}

/** True once connected, false when `ms` passed first; for a boot that wants to begin with a warm connection. */
export async function readyWithin(client: Redis, ms: number): Promise<boolean> {
  if (client.status === 'ready') return true;
  let onReady: (() => void) | undefined;
  const ready = new Promise<void>((resolve) => {
    onReady = resolve;
    client.once('ready', resolve);
  });
  try {
    await withinMs(ms, 'redis connection', ready);
    return true;
  } catch {
    return false;
  } finally {
    if (onReady !== undefined) client.off('ready', onReady);
  }
}

/**
 * Says goodbye if Redis listens, and hangs up for good: a library that still holds the client (Bull reconnects
 * its blocking one while it closes) could otherwise keep the process alive with retries that never end.
 */
export async function closeRedis(client: Redis): Promise<void> {
  stopWatching.get(client)?.();
  Object.assign(client, { connect: () => Promise.reject(new Error('Connection is closed.')) });
  try {
    if (client.status === 'ready') await withinMs(500, 'redis quit', client.quit());
  } catch {
    // Hanging up below is the point; a server that is away needs no goodbye.
  } finally {
    client.disconnect();
  }
}

const stopWatching = new WeakMap<Redis, () => void>();

function watched(deps: RedisDeps, url: string, options: RedisOptions): Redis {
  const client = new Redis(url, { ...shared, ...options, connectionName: deps.name });
  // Longer than the 5 s that queues and readers block for.
  stopWatching.set(client, reconnectWhenSilent(client, 5000, 9000));
  let away = false;
  // Without a listener ioredis would write to the console, and an outage would write a line per retry.
  client.on('error', (error: Error) => {
    deps.onError?.();
    if (!away) deps.log.warn({ err: error, redis: deps.name }, 'redis is away');
    away = true;
  });
  client.on('ready', () => {
    if (away) deps.log.info({ redis: deps.name }, 'redis is back');
    away = false;
  });
  return client;
}
