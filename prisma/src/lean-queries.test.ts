import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { describe, expect, jest, test } from '@jest/globals';
import { createCoreDb } from './clients.ts';
import { leanQuery } from './lean-queries.ts';

describe('a query', () => {
  test('asks once, when somebody waits for it', async () => {
    const ask = jest.fn(async () => 'rows');
    const query = leanQuery(ask);
    expect(ask).not.toHaveBeenCalled();
    await expect(Promise.all([query, query])).resolves.toEqual(['rows', 'rows']);
    await query.finally(() => undefined);
    expect(ask).toHaveBeenCalledTimes(1);
  });

  test('rejects when it could not even be asked', async () => {
    const query = leanQuery(() => {
      throw new Error('no such column');
    });
    await expect(query).rejects.toThrow('no such column');
    await expect(query.catch((error: Error) => error.message)).resolves.toBe('no such column');
  });

  test('runs in the transaction of an array, once for each', async () => {
    const ask = jest.fn(async (transaction?: { kind: string }) => transaction?.kind ?? 'alone');
    const query = leanQuery(ask);
    await expect(query.requestTransaction({ kind: 'batch' })).resolves.toBe('batch');
    await expect(query).resolves.toBe('alone');
  });

  test('gives its rows back with the next minor collection', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    collect();
    const before = oldMb();
    // 80 MB in all.
    for (let time = 0; time < 10_000; time++)
      await leanQuery(async () => Array.from({ length: 1000 }, () => time));
    expect(oldMb() - before).toBeLessThan(16);
  });
});

test('a client of ours asks with lean queries, where Prisma has a place for them', async () => {
  const db = createCoreDb({
    url: 'postgresql://nobody@127.0.0.1:1/nothing',
    poolSize: 1,
    applicationName: 'test',
  });
  // Prisma's own define `spec` as a getter.
  const query: object = Object.getOwnPropertyDescriptors(db.$queryRaw`SELECT 1`);
  expect(query).toMatchObject({ spec: { writable: true } });
  await db.$disconnect();
});

function oldMb(): number {
  const old = getHeapSpaceStatistics().find(({ space_name }) => space_name === 'old_space');
  return (old?.space_used_size ?? Number.NaN) / 1e6;
}
