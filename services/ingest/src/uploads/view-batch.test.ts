import { describe, expect, it } from '@jest/globals';
import type { BatchRow } from './batch-rows.ts';
import { viewBatch } from './view-batch.ts';

const row: BatchRow = {
  id: '019aa000-0000-7000-8000-000000000000',
  createdAt: new Date('2026-05-01T06:00:00Z'),
  finishedAt: null,
  total: 100,
  queued: 58,
  processing: 2,
  imported: 35,
  duplicate: 4,
  failed: 1,
  recent: 40,
  recentS: 10,
};

describe('viewBatch', () => {
  it('tells rate and time left from recent finishes', () => {
    const view = viewBatch(row, false);
    expect(view).toMatchObject({ state: 'running', filesPerSecond: 4, secondsLeft: 15 });
  });

  it('says nothing about the time left when nothing has ended lately', () => {
    const view = viewBatch({ ...row, recent: 0, recentS: null }, false);
    expect(view).toMatchObject({ filesPerSecond: null, secondsLeft: null });
  });

  it('goes from running to deriving to done, and the brake shows until then', () => {
    const read = { ...row, queued: 0, processing: 0 };
    const done = { ...read, finishedAt: new Date('2026-05-01T06:01:00Z') };
    expect(viewBatch(row, true).state).toBe('paused');
    expect(viewBatch(read, false).state).toBe('deriving');
    expect(viewBatch(done, false).state).toBe('done');
    expect(viewBatch(done, true).state).toBe('done');
  });
});
