import type { ServerResponse } from 'node:http';
import { formatCursor } from '../log/cursor.ts';
import type { Timings } from '../timings.ts';
import type { Sink } from './follow-turn.ts';

/** How soon a client that lost us should come back. */
const RETRY_MS = 1000;

export type SseStream = Sink & Disposable;

/**
 * Server-sent events on an open response. Pings are real events, because `EventSource` cannot see comments, and
 * carry no id, because an id is a promise about the log.
 */
export function openSse(res: ServerResponse, timings: Timings): SseStream {
  res.writeHead(200, {
    'content-type': 'text/event-stream',
    'cache-control': 'no-cache, no-transform',
    'x-accel-buffering': 'no',
  });
  res.write(`retry: ${RETRY_MS}\n\n`);
  let full = false;
  const onDrain = () => {
    full = false;
  };
  res.on('drain', onDrain);
  const ping = setInterval(() => write('event: ping\ndata: {}\n\n'), timings.ping).unref();

  function write(frame: string): void {
    // A client that takes nothing gets no pings either: they would only pile up.
    if (!full && !res.destroyed) full = !res.write(frame);
  }

  function drained(): Promise<boolean> {
    return new Promise((resolve) => {
      const finish = (took: boolean) => {
        clearTimeout(timer);
        res.off('drain', onTook);
        res.off('close', onClose);
        resolve(took);
      };
      const onTook = () => finish(true);
      const onClose = () => finish(false);
      const timer = setTimeout(onClose, timings.drain);
      res.on('drain', onTook);
      res.on('close', onClose);
    });
  }

  return {
    async ready() {
      if (res.destroyed) return false;
      if (!full) return true;
      const took = await drained();
      if (!took) res.destroy();
      return took;
    },
    send(event) {
      write(`id: ${formatCursor(event.at)}\nevent: ${event.type}\ndata: ${event.json}\n\n`);
    },
    [Symbol.dispose]() {
      clearInterval(ping);
      res.off('drain', onDrain);
      if (res.destroyed) return;
      // `end` waits for the client to read what is on its way; one that does not must not keep the connection.
      res.end();
      const timer = setTimeout(() => res.destroy(), timings.drain).unref();
      res.once('close', () => clearTimeout(timer));
    },
  };
}
