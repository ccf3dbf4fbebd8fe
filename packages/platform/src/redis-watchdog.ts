import type { Redis } from 'ioredis';
import { withinMs } from './time-limit.ts';

/**
 * A connection whose server vanished without a word (failover, firewall) looks open for up to 15 minutes, and
 * what blocks on it is stuck. So it is pinged, and dropped when nothing comes back: ioredis then reconnects and
 * sends again what was unanswered. The limit must be longer than any blocking command, which a ping waits for.
 *
 * Not ioredis' own `socketTimeout`: 5.11 leaves its timer running when a connection closes, and the timer then
 * destroys the next, healthy one.
 */
export function reconnectWhenSilent(client: Redis, everyMs: number, limitMs: number): void {
  let asking = false;
  const timer = setInterval(() => {
    if (asking || client.status !== 'ready') return;
    asking = true;
    withinMs(limitMs, 'redis ping', client.ping())
      .catch(() => {
        if (client.status === 'ready') client.disconnect(true);
      })
      .finally(() => {
        asking = false;
      });
  }, everyMs).unref();
  client.once('end', () => clearInterval(timer));
}
