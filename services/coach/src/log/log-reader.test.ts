import { describe, expect, it } from '@jest/globals';
import { createLog } from '@evensplit/platform/log';
import type { Redis } from 'ioredis';
import { logKey } from './keys.ts';
import { startLogReader, type LogReaderDeps } from './log-reader.ts';

/** A Redis whose blocking reads last until somebody unblocks them, and which tells its client id when it is let. */
function aRedis() {
  const identified = Promise.withResolvers<number>();
  const reads: string[][] = [];
  let unblock: (() => void) | undefined;
  const blocking = {
    status: 'ready',
    on: () => undefined,
    off: () => undefined,
    disconnect: () => unblock?.(),
    client: () => identified.promise,
    xrevrange: async () => [],
    xread: (...args: unknown[]) => {
      reads.push(args.map(String));
      return new Promise<null>((resolve) => (unblock = () => resolve(null)));
    },
  };
  const commands = {
    xrevrange: async () => [],
    async client() {
      if (!unblock) return 0;
      unblock();
      unblock = undefined;
      return 1;
    },
  };
  const deps: LogReaderDeps = {
    blocking: blocking as unknown as Redis,
    commands: commands as unknown as Redis,
    log: createLog({ service: 'test', level: 'silent', format: 'line' }),
    onCancel: () => undefined,
  };
  return { deps, reads, identify: () => identified.resolve(7) };
}

async function until(isSo: () => boolean): Promise<void> {
  while (!isSo()) await new Promise(setImmediate);
}

describe('a reader that waits for news', () => {
  it('is woken for a new turn, also after one came before its connection was known', async () => {
    const { deps, reads, identify } = aRedis();
    await using reader = startLogReader(deps);
    await reader.watch('early', () => undefined);
    identify();
    await until(() => reads.some((read) => read.includes(logKey('early'))));
    await reader.watch('late', () => undefined);
    await until(() => reads.some((read) => read.includes(logKey('late'))));
    expect(reads.at(-1)).toEqual(expect.arrayContaining([logKey('early'), logKey('late')]));
  });
});
