import { describe, expect, it } from '@jest/globals';
import { Redis } from 'ioredis';
import { connect, createServer, type Socket } from 'node:net';
import { startRedis } from '../test/start-redis.ts';
import { waitFor } from '../test/wait-for.ts';
import { reconnectWhenSilent } from './redis-watchdog.ts';

/** A wire to Redis that can be cut without either end noticing. */
async function aWire(port: number) {
  const sockets: Socket[] = [];
  let connections = 0;
  const proxy = createServer((near) => {
    connections += 1;
    const far = connect(port, '127.0.0.1');
    sockets.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const address = proxy.address();
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return {
    port: address.port,
    connections: () => connections,
    swallowEverything() {
      for (const socket of sockets) socket.unpipe();
      for (const socket of sockets) socket.on('data', () => undefined);
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
}

describe('the Redis watchdog', () => {
  it('replaces a connection that went silent, and the blocked read goes on', async () => {
    await using server = await startRedis();
    await using wire = await aWire(Number(new URL(server.url).port));
    const client = new Redis({ port: wire.port, maxRetriesPerRequest: null });
    const stop = reconnectWhenSilent(client, 50, 300);
    try {
      await client.ping();
      wire.swallowEverything();
      const read = client.brpop('jobs', 10);
      await waitFor('a second connection', () => wire.connections() === 2);
      const writer = new Redis(server.url);
      await writer.lpush('jobs', 'one');
      expect(await read).toEqual(['jobs', 'one']);
      writer.disconnect();
    } finally {
      stop();
      client.disconnect();
    }
  });

  it('leaves a connection alone on which each block is shorter than the limit', async () => {
    await using server = await startRedis();
    await using wire = await aWire(Number(new URL(server.url).port));
    const client = new Redis({ port: wire.port });
    const stop = reconnectWhenSilent(client, 20, 1500);
    try {
      const polls = [1, 2, 3].map(() => client.brpop('nothing', 1));
      expect(await Promise.all(polls)).toEqual([null, null, null]);
      expect(wire.connections()).toBe(1);
    } finally {
      stop();
      client.disconnect();
    }
  });
});
