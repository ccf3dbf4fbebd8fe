import { describe, expect, it } from '@jest/globals';
import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { listen } from './listen.ts';

describe('listen', () => {
  it('lets running requests finish while draining and takes no new ones', async () => {
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    await using server = await listen(
      async (_req, res) => {
        asked.resolve();
        await answer.promise;
        res.end('finished');
      },
      { port: 0, host: '127.0.0.1' },
    );
    const address = `http://127.0.0.1:${server.port}`;
    const running = fetch(address).then((res) => res.text());
    await asked.promise;
    // Less than the 65 s for which the keep-alive connection of the finished request would hold it up.
    const drained = server.drain(10_000);
    await expect(fetch(address)).rejects.toThrow('fetch failed');
    answer.resolve();
    expect(await running).toBe('finished');
    expect(await drained).toBe(true);
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

  it('lets in those who come at once a handful at a time, not one by one', async () => {
    const callers = 64;
    await using server = await listen((_req, res) => void res.end(), {
      port: 0,
      host: '127.0.0.1',
    });
    let turn = 0;
    const entered: number[] = [];
    server.server.on('connection', () => entered.push(turn));
    const clients = Array.from({ length: callers }, () => connect(server.port, '127.0.0.1'));
    for (const client of clients) client.on('error', () => undefined);
    while (entered.length < callers) {
      await nextTurn();
      turn += 1;
    }
    for (const client of clients) client.destroy();
    // Only Linux shares connections out between sockets of one port; chance decides how evenly.
    const most = process.platform === 'linux' ? callers / 2 : callers;
    expect(new Set(entered).size).toBeLessThanOrEqual(most);
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
