import type { ImportBatchView, ImportFileView } from '@evensplit/contracts';
import type { ImportFile } from '@evensplit/db';
import type { BatchRow } from './batch-rows.ts';

export function viewBatch(row: BatchRow, paused: boolean): ImportBatchView {
  const { total, queued, processing, imported, duplicate, failed } = row;
  const waiting = queued + processing;
  const filesPerSecond =
    waiting > 0 && row.recent > 0 && row.recentS !== null
      ? round(row.recent / Math.max(1, row.recentS))
      : null;
  return {
    id: row.id,
    state: stateOf(row, waiting, paused),
    createdAt: row.createdAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    counts: { total, queued, processing, imported, duplicate, failed },
    filesPerSecond,
    secondsLeft: filesPerSecond === null ? null : Math.ceil(waiting / filesPerSecond),
  };
}

function stateOf(row: BatchRow, waiting: number, paused: boolean): ImportBatchView['state'] {
  if (row.finishedAt !== null) return 'done';
  if (paused) return 'paused';
  return waiting > 0 ? 'running' : 'deriving';
}

function round(value: number): number {
  return Math.max(0.01, Math.round(value * 100) / 100);
}

export function viewFile(row: ImportFile): ImportFileView {
  const { id, name, bytes, state, code, reason, warnings, activityIds } = row;
  return { id, name, bytes, state, code, reason, warnings, activityIds };
}
