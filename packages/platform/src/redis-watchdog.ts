import type { Redis } from 'ioredis';

/**
 * A connection whose server vanished without a word (failover, firewall) looks open for up to 15 minutes, and
 * what blocks on it is stuck. So it is pinged, and dropped when nothing at all was heard for `limitMs`: ioredis
 * then reconnects and sends again what was unanswered. The limit must be longer than one blocking command;
 * several may queue on one connection and delay the ping, but each of them answers in time.
 *
 * Not ioredis' own `socketTimeout`: 5.11 leaves its timer running when a connection closes, and the timer then
 * destroys the next, healthy one. Returns the way to stop watching.
 */
export function reconnectWhenSilent(client: Redis, everyMs: number, limitMs: number): () => void {
  let asking = false;
  let heard = { from: client.stream, bytes: -1, at: 0 };

  function check(): void {
    if (client.status !== 'ready') return;
    const { stream } = client;
    const now = performance.now();
    if (stream !== heard.from || stream.bytesRead !== heard.bytes) {
      heard = { from: stream, bytes: stream.bytesRead, at: now };
    } else if (asking && now - heard.at > limitMs) {
      heard.at = now;
      client.disconnect(true);
      return;
    }
    if (asking) return;
    asking = true;
    client
      .ping()
      .catch(() => undefined)
      .finally(() => {
        asking = false;
      });
  }

  const timer = setInterval(check, everyMs).unref();
  return () => clearInterval(timer);
}
