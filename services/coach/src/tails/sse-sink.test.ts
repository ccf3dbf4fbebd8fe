import { createServer } from 'node:http';
import { connect } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import { productTimings } from '../timings.ts';
import { openSse } from './sse-sink.ts';

const big = JSON.stringify({ d: 'x'.repeat(60_000) });

describe('SSE to a slow client', () => {
  /** Sends as much as the client takes; tells how many events that were, and whether it was let go. */
  async function sendTo(client: (port: number) => () => void, drain: number) {
    let sent = 0;
    let tookMs = 0;
    const done = Promise.withResolvers<boolean>();
    const server = createServer(async (_req, res) => {
      using sse = openSse(res, { ...productTimings, drain });
      for (let seq = 1; seq <= 400; seq += 1) {
        const startedAt = performance.now();
        const ready = await sse.ready();
        tookMs = performance.now() - startedAt;
        if (!ready) return done.resolve(false);
        sse.send({ at: { epoch: 1, seq }, type: 'delta', json: big });
        sent = seq;
      }
      done.resolve(true);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const leave = client(typeof address === 'object' && address !== null ? address.port : 0);
    const all = await done.promise;
    leave();
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    return { all, sent, tookMs };
  }

  function request(port: number) {
    const socket = connect({ port, host: '127.0.0.1' });
    socket.on('error', () => undefined);
    socket.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
    return socket;
  }

  it('lets a client go that takes nothing for as long as it may', async () => {
    const { all, sent, tookMs } = await sendTo((port) => {
      const socket = request(port);
      socket.pause();
      return () => socket.destroy();
    }, 150);
    expect(all).toBe(false);
    expect(sent).toBeLessThan(400);
    expect(tookMs).toBeGreaterThan(140);
  });

  it('waits for a client that is merely slow', async () => {
    const { all, sent } = await sendTo((port) => {
      const socket = request(port);
      const timer = setInterval(() => {
        socket.resume();
        setTimeout(() => socket.pause(), 5);
      }, 15);
      return () => {
        clearInterval(timer);
        socket.destroy();
      };
    }, 2000);
    expect([all, sent]).toEqual([true, 400]);
  });

  it('notices at once that a waiting client has gone', async () => {
    // Whoever waited for the limit would outlive the test.
    const { all } = await sendTo((port) => {
      const socket = request(port);
      socket.pause();
      setTimeout(() => socket.resetAndDestroy(), 200);
      return () => undefined;
    }, 120_000);
    expect(all).toBe(false);
  });
});
