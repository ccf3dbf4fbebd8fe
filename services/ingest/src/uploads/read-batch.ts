import {
  Id,
  type ImportBatchDetail,
  type ImportBatchList,
  type ImportBatchView,
  type ImportFilesQuery,
} from '@evensplit/contracts';
import type { IngestDb } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import type { z } from 'zod';
import { isPaused, type Switches } from '../switches.ts';
import { readBatchRows } from './batch-rows.ts';
import { viewBatch, viewFile } from './view-batch.ts';

export type BatchReadDeps = { db: IngestDb; control: Switches };

const NEWEST = 50;

export async function listBatches(
  { db, control }: BatchReadDeps,
  athleteId: string,
): Promise<ImportBatchList> {
  const rows = await readBatchRows(db, athleteId, { newest: NEWEST });
  return { batches: rows.map((row) => viewBatch(row, isPaused(control))) };
}

/** `not_found` for anybody else's. */
export async function readBatch(
  { db, control }: BatchReadDeps,
  athleteId: string,
  batchId: string,
): Promise<ImportBatchView> {
  const [row] = await readBatchRows(db, athleteId, { batchId });
  if (!row) throw new AppError('not_found', 'There is no such upload.');
  return viewBatch(row, isPaused(control));
}

export async function readBatchDetail(
  deps: BatchReadDeps,
  athleteId: string,
  batchId: string,
  query: z.output<typeof ImportFilesQuery>,
): Promise<ImportBatchDetail> {
  const batch = await readBatch(deps, athleteId, batchId);
  const { cursor, limit, state } = query;
  if (cursor !== undefined && !Id.safeParse(cursor).success) {
    throw new AppError('invalid_cursor', 'This cursor is not one of ours.');
  }
  const files = await deps.db.importFile.findMany({
    where: {
      batchId,
      athleteId,
      ...(state === undefined ? {} : { state }),
      ...(cursor === undefined ? {} : { id: { gt: cursor } }),
    },
    orderBy: { id: 'asc' },
    take: limit + 1,
  });
  const page = files.slice(0, limit);
  const nextCursor = files.length > limit ? (page.at(-1)?.id ?? null) : null;
  return { batch, files: page.map(viewFile), nextCursor };
}
