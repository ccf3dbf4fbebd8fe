import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect, type Socket } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { productTimings } from '../timings.ts';
import { openSse } from './sse-sink.ts';

/** Far more than a response holds before it asks to wait, so that its last event fills it. */
const last = `${'x'.repeat(20_000_000)}, the end`;

describe('the end of a stream', () => {
  let server: ReturnType<typeof createServer>;
  let client: Socket;
  let closed: PromiseWithResolvers<number>;

  beforeEach(async () => {
    closed = Promise.withResolvers();
    server = createServer((_req, res) => {
      const startedAt = performance.now();
      res.once('close', () => closed.resolve(performance.now() - startedAt));
      using sse = openSse(res, { ...productTimings, drain: 500 });
      sse.send({ at: { epoch: 1, seq: 1 }, type: 'end', json: JSON.stringify(last) });
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    client = connect({ port: typeof address === 'object' ? (address?.port ?? 0) : 0 });
    client.setEncoding('utf8');
    client.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n');
  });
  afterEach(async () => {
    client.destroy();
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  });

  it('reaches a client although much was still on its way', async () => {
    let tail = '';
    client.on('data', (piece: string) => (tail = `${tail}${piece}`.slice(-200)));
    await once(client, 'end');
    expect(tail).toContain('x, the end');
  });

  it('does not keep the connection of a client that reads nothing', async () => {
    client.pause();
    expect(await closed.promise).toBeGreaterThan(400);
  });
});
