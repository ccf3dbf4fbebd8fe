import { describe, expect, it } from '@jest/globals';
import { productTimings } from '../timings.ts';
import { createRowWatch, type RowGlance } from './row-watch.ts';

/** A database that knows these turns and counts what it is asked. */
function watchOf(running: string[]) {
  const asked: string[][] = [];
  const db = {
    async $queryRaw<T>(_text: TemplateStringsArray | object, ...values: unknown[]): Promise<T> {
      const ids = values[0] as string[];
      asked.push(ids);
      const rows: RowGlance[] = ids
        .filter((id) => running.includes(id))
        .map((id) => ({ id, status: 'running', epoch: 1, partialSeq: 0 }));
      return rows as T;
    },
  };
  const watch = createRowWatch({
    db: db as unknown as Parameters<typeof createRowWatch>[0]['db'],
    timings: productTimings,
    readerConnected: () => true,
  });
  return { watch, asked };
}

const longAgo = () => performance.now() - 2 * productTimings.quiet;

describe('createRowWatch', () => {
  it('tells thousands of quiet tails about their rows, a few hundred in a statement, each once', async () => {
    const turns = Array.from({ length: 2000 }, (_, index) => `turn-${index}`);
    const { watch, asked } = watchOf(turns);
    const told: string[] = [];
    for (const turnId of turns)
      watch.add({ turnId, heardAt: longAgo(), onRow: (row) => told.push(row?.id ?? 'none') });
    await watch.look();
    expect(told).toEqual(turns);
    expect(Math.max(...asked.map((ids) => ids.length))).toBeLessThanOrEqual(200);
    await watch.look();
    expect(told).toHaveLength(turns.length);
  });

  it('asks only for the quiet ones, and one turn once however many follow it', async () => {
    const { watch, asked } = watchOf(['a']);
    const told: (RowGlance | null)[] = [];
    const onRow = (row: RowGlance | null) => void told.push(row);
    watch.add({ turnId: 'a', heardAt: longAgo(), onRow });
    watch.add({ turnId: 'a', heardAt: longAgo(), onRow });
    watch.add({ turnId: 'gone', heardAt: longAgo(), onRow });
    watch.add({ turnId: 'a', heardAt: performance.now(), onRow });
    const left = watch.add({ turnId: 'left', heardAt: longAgo(), onRow });
    left();
    await watch.look();
    expect(asked).toEqual([['a', 'gone']]);
    expect(told.map((row) => row?.id)).toEqual(['a', 'a', undefined]);
  });
});
