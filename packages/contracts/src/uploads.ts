import { z } from 'zod';
import { Id, Instant } from './primitives.ts';

export const uploadLimits = {
  fileBytes: 25 * 1024 * 1024,
  filesPerRequest: 100,
  filesPerDay: 2000,
  bytesPerDay: 1024 * 1024 * 1024,
} as const;

/** `queued` and `processing` are on the way; the other three are outcomes, each with a reason a person can read. */
export const ImportFileState = z.enum(['queued', 'processing', 'imported', 'duplicate', 'failed']);
export type ImportFileState = z.infer<typeof ImportFileState>;

export const ImportFileView = z.object({
  id: Id,
  name: z.string(),
  bytes: z.number(),
  state: ImportFileState,
  /** Machine-readable outcome, e.g. `not_an_activity`, `same_file`, `same_run`. */
  code: z.string().nullable(),
  /** What happened, in a sentence. */
  reason: z.string().nullable(),
  warnings: z.array(z.string()),
  activityIds: z.array(Id),
});
export type ImportFileView = z.infer<typeof ImportFileView>;

export const ImportCounts = z.object({
  total: z.number(),
  queued: z.number(),
  processing: z.number(),
  imported: z.number(),
  duplicate: z.number(),
  failed: z.number(),
});
export type ImportCounts = z.infer<typeof ImportCounts>;

export const ImportBatchView = z.object({
  id: Id,
  /** `running` while files are on the way, `deriving` while metrics and load are computed, then `done`. */
  state: z.enum(['running', 'deriving', 'done', 'paused']),
  createdAt: Instant,
  finishedAt: Instant.nullable(),
  counts: ImportCounts,
  filesPerSecond: z.number().nullable(),
  secondsLeft: z.number().nullable(),
});
export type ImportBatchView = z.infer<typeof ImportBatchView>;

/** Answer to a request that brought files: each part is named, also those refused at the door. */
export const UploadAccepted = z.object({
  batchId: Id,
  batch: ImportBatchView,
  files: z.array(ImportFileView),
});
export type UploadAccepted = z.infer<typeof UploadAccepted>;

export const ImportBatchDetail = z.object({
  batch: ImportBatchView,
  files: z.array(ImportFileView),
  nextCursor: z.string().nullable(),
});
export type ImportBatchDetail = z.infer<typeof ImportBatchDetail>;

export const ImportBatchList = z.object({ batches: z.array(ImportBatchView) });
export type ImportBatchList = z.infer<typeof ImportBatchList>;

export const ImportFilesQuery = z.object({
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
  state: ImportFileState.optional(),
});

/** Socket.IO at `/v1/ingest/socket.io`: watch a batch, be told its counts whenever they change. */
export const importSocket = {
  path: '/v1/ingest/socket.io',
  watch: z.object({ batchId: Id }),
} as const;
export type ImportServerEvents = { 'import:progress': (batch: ImportBatchView) => void };
export type ImportClientEvents = {
  'import:watch': (
    message: { batchId: string },
    ack: (answer: { ok: true; batch: ImportBatchView } | { ok: false; code: string }) => void,
  ) => void;
  'import:unwatch': (message: { batchId: string }) => void;
};
