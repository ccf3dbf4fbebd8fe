import { describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { listen } from './listen.ts';

describe('listen', () => {
  it('lets running requests finish while draining and takes no new ones', async () => {
    await using server = await listen(
      async (_req, res) => {
        await sleep(150);
        res.end('finished');
      },
      { port: 0, host: '127.0.0.1' },
    );
    const address = `http://127.0.0.1:${server.port}`;
    const running = fetch(address).then((res) => res.text());
    await sleep(50);
    const startedAt = performance.now();
    const drained = server.drain(5000);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
    expect(await running).toBe('finished');
    expect(await drained).toBe(true);
    // Not held up for 65 s by the keep-alive connection of the finished request.
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it('gives up waiting after the limit, and close cuts what is left, WebSockets included', async () => {
    const server = await listen(() => undefined, { port: 0, host: '127.0.0.1' });
    server.server.on('upgrade', (_req, socket) => {
      socket.write('HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
    });
    const client = connect(server.port, '127.0.0.1');
    client.on('error', () => undefined);
    const ended = new Promise((resolve) => client.once('close', resolve));
    client.write('GET / HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n');
    await new Promise((resolve) => client.once('data', resolve));
    expect(await server.drain(50)).toBe(false);
    await server.close();
    await ended;
  });

  it('stands above the limits of the gateway', async () => {
    await using server = await listen(() => undefined, { port: 0, host: '127.0.0.1' });
    const { keepAliveTimeout, headersTimeout, requestTimeout } = server.server;
    expect([keepAliveTimeout, headersTimeout, requestTimeout]).toEqual([65_000, 70_000, 75_000]);
  });

  it('reports a port that is taken', async () => {
    await using first = await listen(() => undefined, { port: 0, host: '127.0.0.1' });
    await expect(listen(() => undefined, { port: first.port, host: '127.0.0.1' })).rejects.toThrow(
      'EADDRINUSE',
    );
  });
});
