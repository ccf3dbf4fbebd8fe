import { describe, expect, it } from '@jest/globals';
import { manyTurns } from '../../test/many-turns.ts';
import { createPartialSaver, type PartialsDeps } from './save-partials.ts';

/** Turns with a text that grows when told to, and a database that notes which rows each statement wrote. */
function aReplica(count: number) {
  const seqs = new Map<string, number>();
  const { running, end } = manyTurns(count, (id) => ({
    progress: () => ({ text: id, seq: seqs.get(id) ?? 0, writer: null, facts: [] }),
  }));
  const written: { ids: string[]; seqs: number[] }[] = [];
  const whenWritten: (() => void)[] = [];
  const db = {
    async $executeRaw(_sql: unknown, ...values: unknown[]) {
      whenWritten.shift()?.();
      written.push({ ids: values[0] as string[], seqs: values[3] as number[] });
      return 0;
    },
  } as unknown as PartialsDeps['db'];
  return {
    save: createPartialSaver({ db, running, timings: { partial: 40 } }),
    written,
    whenWritten,
    move: (index: number) => {
      const id = `turn ${index}`;
      seqs.set(id, (seqs.get(id) ?? 0) + 1);
    },
    end: (index: number) => end(`turn ${index}`),
  };
}

describe('saving the text so far', () => {
  it('writes every turn that moved once, a hundred in a statement, and none that did not', async () => {
    const replica = aReplica(260);
    for (let index = 0; index < 250; index += 1) replica.move(index);
    await replica.save();
    expect(replica.written.map(({ ids }) => ids.length)).toEqual([100, 100, 50]);
    expect(new Set(replica.written.flatMap(({ ids }) => ids)).size).toBe(250);
    replica.move(7);
    await replica.save();
    expect(replica.written.slice(3)).toEqual([{ ids: ['turn 7'], seqs: [2] }]);
  });

  it('takes the text as it stands when its slice comes, and leaves out what has ended by then', async () => {
    const replica = aReplica(150);
    for (let index = 0; index < 150; index += 1) replica.move(index);
    replica.whenWritten.push(() => {
      replica.move(120);
      replica.end(121);
    });
    await replica.save();
    const second = replica.written[1];
    expect(second?.ids).not.toContain('turn 121');
    expect(second?.seqs[second.ids.indexOf('turn 120')]).toBe(2);
    await replica.save();
    expect(replica.written).toHaveLength(2);
  });
});
