import type { ImportBatchView } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import type { UploadState } from './create-uploader.ts';
import { importProgress } from './import-progress.ts';

const idle: UploadState = { phase: 'idle', batchId: null, sent: 0, total: 0, error: null };
const sending: UploadState = { ...idle, phase: 'sending', batchId: 'b', sent: 25, total: 60 };

function batch(state: ImportBatchView['state'], counts: Partial<ImportBatchView['counts']>) {
  const none = { total: 0, queued: 0, processing: 0, imported: 0, duplicate: 0, failed: 0 };
  return {
    id: 'b',
    state,
    createdAt: '2026-11-20T10:00:00Z',
    finishedAt: null,
    counts: { ...none, ...counts },
    filesPerSecond: null,
    secondsLeft: null,
  } satisfies ImportBatchView;
}

describe('importProgress', () => {
  it('counts what is settled against everything that was dropped, also what is not sent yet', () => {
    const running = batch('running', { total: 25, imported: 8, duplicate: 1, failed: 1 });
    expect(importProgress(running, sending)).toMatchObject({
      state: 'running',
      settled: 10,
      total: 60,
    });
  });

  it('is not done while files are still on their way, even if the service has read all it has', () => {
    const ahead = batch('done', { total: 25, imported: 25 });
    expect(importProgress(ahead, sending).state).toBe('running');
    expect(importProgress(ahead, { ...sending, phase: 'sent' }).state).toBe('done');
  });

  it('shows a batch of another device as it is', () => {
    const other = { ...batch('deriving', { total: 5, imported: 5 }), id: 'other' };
    expect(importProgress(other, sending)).toMatchObject({ state: 'running', total: 5 });
  });

  it('says when sending stopped or the owner paused imports', () => {
    const running = batch('running', { total: 25, imported: 8 });
    expect(importProgress(running, { ...sending, phase: 'failed' }).state).toBe('paused');
    expect(importProgress(batch('paused', { total: 3 }), idle).state).toBe('paused');
  });

  it('has nothing to show before anything was dropped', () => {
    expect(importProgress(null, idle).state).toBe('none');
    expect(importProgress(null, { ...idle, phase: 'sending', total: 9 })).toMatchObject({
      state: 'running',
      total: 9,
    });
  });
});
