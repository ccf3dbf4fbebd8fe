import { describe, expect, it } from '@jest/globals';
import { manyTurns } from '../../test/many-turns.ts';
import { productTimings } from '../timings.ts';
import type { AbortReason } from './abort-reason.ts';
import { beatThrough } from './beat.ts';
import type { Lease } from './renew-leases.ts';

const timings = { ...productTimings, heartbeat: 50 };
const lease = (id: string, over: Partial<Lease> = {}): Lease => ({
  id,
  epoch: 1,
  cancelRequestedAt: null,
  ...over,
});

function turnsThatNote(count: number) {
  const aborted = new Map<string, AbortReason['kind']>();
  const turns = manyTurns(count, (id) => ({ abort: ({ kind }) => void aborted.set(id, kind) }));
  return { ...turns, aborted };
}

describe('the heartbeat of a replica', () => {
  it('renews every turn once, a hundred at a time', async () => {
    const { running, aborted } = turnsThatNote(250);
    const asked: string[][] = [];
    await beatThrough({ timings, running }, async (ids) => {
      asked.push(ids);
      return ids.map((id) => lease(id));
    });
    expect(asked.map((ids) => ids.length)).toEqual([100, 100, 50]);
    expect(new Set(asked.flat()).size).toBe(250);
    expect(aborted.size).toBe(0);
  });

  it('neither renews nor aborts what has ended while others were renewed', async () => {
    const { running, aborted, end } = turnsThatNote(150);
    const asked: string[] = [];
    await beatThrough({ timings, running }, async (ids) => {
      asked.push(...ids);
      end('turn 120');
      return ids.map((id) => lease(id));
    });
    expect(asked).toHaveLength(149);
    expect(asked).not.toContain('turn 120');
    expect(aborted.size).toBe(0);
  });

  it('lets go of what belongs to somebody else, and stops what is to be stopped', async () => {
    const { running, aborted } = turnsThatNote(4);
    await beatThrough({ timings, running }, async () => [
      lease('turn 0'),
      lease('turn 1', { epoch: 2 }),
      lease('turn 2', { cancelRequestedAt: new Date() }),
    ]);
    expect([...aborted]).toEqual([
      ['turn 1', 'fenced'],
      ['turn 2', 'stop'],
      ['turn 3', 'fenced'],
    ]);
  });

  it('asks nobody when there is nothing to renew', async () => {
    const { running } = turnsThatNote(0);
    let asked = 0;
    await beatThrough({ timings, running }, async () => {
      asked += 1;
      return [];
    });
    expect(asked).toBe(0);
  });
});
