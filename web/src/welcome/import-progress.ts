import type { ImportBatchView } from '@evensplit/contracts';
import type { UploadState } from './create-uploader.ts';

export type ImportProgress = {
  state: 'none' | 'running' | 'paused' | 'done';
  title: string;
  settled: number;
  total: number;
};

/**
 * One progress out of two counters: files this page still sends and files the service has settled. The total is what
 * was dropped, so the bar does not jump back each time the next chunk arrives.
 */
export function importProgress(batch: ImportBatchView | null, upload: UploadState): ImportProgress {
  const sending = upload.phase === 'sending' || upload.phase === 'failed';
  if (!batch) {
    return {
      state: sending ? 'running' : 'none',
      title: sending ? 'Sending files' : '',
      settled: 0,
      total: upload.total,
    };
  }
  const { imported, duplicate, failed } = batch.counts;
  const own = upload.batchId === batch.id;
  const settled = imported + duplicate + failed;
  const total = Math.max(batch.counts.total, own ? upload.total : 0);
  if (own && upload.phase === 'failed') {
    return { state: 'paused', title: 'Sending stopped', settled, total };
  }
  if (batch.state === 'paused') return { state: 'paused', title: 'Import paused', settled, total };
  if (own && sending) return { state: 'running', title: 'Reading your runs', settled, total };
  if (batch.state === 'done') return { state: 'done', title: 'Import finished', settled, total };
  if (batch.state === 'deriving') {
    return { state: 'running', title: 'Working out your numbers', settled, total };
  }
  return { state: 'running', title: 'Reading your runs', settled, total };
}
