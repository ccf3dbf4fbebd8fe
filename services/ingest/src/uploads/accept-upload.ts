import { uploadLimits, type UploadAccepted } from '@evensplit/contracts';
import type { ImportFile, IngestTx } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { enqueueImports, type EnqueueDeps } from '../jobs/enqueue.ts';
import { finishBatches } from '../jobs/finish-batches.ts';
import { lockAthlete } from '../store/athlete-lock.ts';
import { overDailyLimit } from './judge-file.ts';
import type { RawStore } from './raw-store.ts';
import { readBatch, type BatchReadDeps } from './read-batch.ts';
import { dropPart, type ReceivedPart } from './receive-parts.ts';
import { viewFile } from './view-batch.ts';

export type UploadDeps = BatchReadDeps & EnqueueDeps & { store: RawStore };

const OPEN_FOR_MS = 86_400_000;

/** What this athlete may still bring today. `daily_upload_limit` when that is nothing. */
export async function leftToday(db: Pick<IngestTx, '$queryRaw'>, athleteId: string) {
  const used = await db.$queryRaw<{ files: number; bytes: number }[]>`
    SELECT count(*)::int AS files, coalesce(sum(bytes), 0)::float8 AS bytes FROM "ImportFile"
    WHERE "athleteId" = ${athleteId}::uuid AND "createdAt" >= date_trunc('day', now(), 'UTC')`;
  const left = {
    files: uploadLimits.filesPerDay - (used[0]?.files ?? 0),
    bytes: uploadLimits.bytesPerDay - (used[0]?.bytes ?? 0),
  };
  if (left.files > 0 && left.bytes > 0) return left;
  throw new AppError('daily_upload_limit', overDailyLimit.reason, { retryAfterS: 3600 });
}

/** `not_found`, or `batch_closed` a day after it was begun. */
export async function requireOpenBatch(
  db: Pick<IngestTx, 'importBatch'>,
  athleteId: string,
  batchId: string,
): Promise<void> {
  const batch = await db.importBatch.findFirst({ where: { id: batchId, athleteId } });
  if (!batch) throw new AppError('not_found', 'There is no such upload.');
  if (Date.now() - batch.createdAt.getTime() < OPEN_FOR_MS) return;
  throw new AppError('batch_closed', 'This upload is more than a day old: begin a new one.');
}

/**
 * Rows first: once they are written the files count as accepted, whatever happens to the queue. The files are in
 * their places before the rows that name them.
 */
export async function acceptUpload(
  deps: UploadDeps,
  athleteId: string,
  parts: ReceivedPart[],
  openBatchId?: string,
): Promise<UploadAccepted> {
  if (parts.length === 0) {
    throw new AppError('invalid_request', 'The request brought no file in the field "files".');
  }
  await keepFiles(deps.store, athleteId, parts);
  const { batchId, files } = await deps.db.$transaction(async (tx) => {
    await lockAthlete(tx, athleteId);
    const left = await leftToday(tx, athleteId);
    const batchId = await openBatch(tx, athleteId, openBatchId);
    return { batchId, files: await writeRows(tx, { athleteId, batchId, parts, left }) };
  });
  const waiting = files.filter((file) => file.state === 'queued').map((file) => file.id);
  if (waiting.length === 0) await finishBatches(deps.db, athleteId);
  await enqueueImports(deps, waiting);
  return {
    batchId,
    batch: await readBatch(deps, athleteId, batchId),
    files: files.map(viewFile),
  };
}

async function keepFiles(store: RawStore, athleteId: string, parts: ReceivedPart[]): Promise<void> {
  try {
    for (const part of parts) if ('file' in part) await store.keep(athleteId, part.file);
  } catch (error) {
    for (const part of parts) await dropPart(store, part);
    throw error;
  }
}

async function openBatch(tx: IngestTx, athleteId: string, openBatchId: string | undefined) {
  if (openBatchId === undefined) {
    const { id } = await tx.importBatch.create({ data: { athleteId }, select: { id: true } });
    return id;
  }
  await requireOpenBatch(tx, athleteId, openBatchId);
  await tx.importBatch.update({ where: { id: openBatchId }, data: { finishedAt: null } });
  return openBatchId;
}

async function writeRows(
  tx: IngestTx,
  given: {
    athleteId: string;
    batchId: string;
    parts: ReceivedPart[];
    left: { files: number; bytes: number };
  },
): Promise<ImportFile[]> {
  const { athleteId, batchId, left } = given;
  let bytes = 0;
  const parts = given.parts.map((part, i): ReceivedPart => {
    bytes += part.bytes;
    const over = i >= left.files || bytes > left.bytes;
    return over ? { name: part.name, bytes: part.bytes, ...overDailyLimit } : part;
  });
  const now = new Date();
  await tx.rawFile.createMany({
    skipDuplicates: true,
    data: parts.flatMap((part) =>
      'file' in part
        ? [
            {
              athleteId,
              sha256: new Uint8Array(part.file.sha256),
              bytes: part.bytes,
              format: part.format,
            },
          ]
        : [],
    ),
  });
  return tx.importFile.createManyAndReturn({
    data: parts.map((part) => ({
      athleteId,
      batchId,
      name: part.name,
      bytes: part.bytes,
      ...('file' in part
        ? { rawSha256: new Uint8Array(part.file.sha256) }
        : { state: 'failed' as const, code: part.code, reason: part.reason, finishedAt: now }),
    })),
  });
}
