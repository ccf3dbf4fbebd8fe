import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { captureLog } from '../test/capture-log.ts';
import { startRedis, type TestRedis } from '../test/start-redis.ts';
import { waitFor } from '../test/wait-for.ts';
import {
  closeRedis,
  createBlockingClient,
  createCommandClient,
  pingWithin,
  readyWithin,
} from './redis.ts';

let server: TestRedis;
beforeAll(async () => {
  server = await startRedis();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
});

async function elapsed(work: Promise<unknown>): Promise<{ ms: number; error: unknown }> {
  const startedAt = performance.now();
  const error: unknown = await work.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  return { ms: performance.now() - startedAt, error };
}

describe('the command client', () => {
  it('fails fast while Redis is killed, logs each change once, and recovers by itself', async () => {
    const { log, lines } = captureLog();
    let errors = 0;
    const client = createCommandClient(server.url, {
      name: 'cache',
      log,
      onError: () => void (errors += 1),
    });
    try {
      expect(await readyWithin(client, 2000)).toBe(true);
      await client.set('a', '1');
      await server.kill('SIGKILL');
      await waitFor('several failed reconnects', () => errors >= 3);
      const { ms, error } = await elapsed(client.get('a'));
      expect(error).toBeInstanceOf(Error);
      expect(ms).toBeLessThan(500);
      await server.start();
      await waitFor('recovery', () => client.status === 'ready');
      expect(await client.get('a')).toBeNull();
      const seen = lines().map((line) => line['msg']);
      expect(seen).toEqual(['redis is away', 'redis is back']);
    } finally {
      await closeRedis(client);
    }
  });

  it('gives up on a frozen server after its time limit', async () => {
    const { log } = captureLog();
    const client = createCommandClient(
      server.url,
      { name: 'cache', log },
      { commandTimeoutMs: 200 },
    );
    try {
      await readyWithin(client, 2000);
      server.freeze();
      const { ms, error } = await elapsed(client.get('a'));
      // A frozen server refuses nothing: whoever is answered has been answered by the limit.
      expect(error).toBeInstanceOf(Error);
      expect(ms).toBeGreaterThan(150);
      await expect(pingWithin(client, 50)).rejects.toThrow('longer than 50 ms');
    } finally {
      server.thaw();
      await pingWithin(client, 2000);
      await closeRedis(client);
    }
  });

  it('reports that a server is not there, and stops trying once closed', async () => {
    const { log } = captureLog();
    let errors = 0;
    const onError = () => void (errors += 1);
    const client = createCommandClient('redis://127.0.0.1:1', { name: 'none', log, onError });
    expect(await readyWithin(client, 100)).toBe(false);
    await closeRedis(client);
    const before = errors;
    await expect(client.connect()).rejects.toThrow('closed');
    await sleep(500);
    expect([before > 0, errors]).toEqual([true, before]);
  });
});

describe('the blocking client', () => {
  it('resumes a blocked read after the server was killed and started', async () => {
    const { log } = captureLog();
    const reader = createBlockingClient(server.url, { name: 'reader', log });
    const writer = createCommandClient(server.url, { name: 'writer', log });
    try {
      await Promise.all([readyWithin(reader, 2000), readyWithin(writer, 2000)]);
      const read = reader.xread('COUNT', 1, 'BLOCK', 4000, 'STREAMS', 'log', '0-0');
      await server.kill('SIGKILL');
      await server.start();
      await waitFor('the writer', () => writer.status === 'ready');
      await writer.xadd('log', '*', 'd', '1');
      expect((await read)?.[0]?.[0]).toBe('log');
    } finally {
      await Promise.all([closeRedis(reader), closeRedis(writer)]);
    }
  });
});
