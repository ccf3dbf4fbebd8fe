import { z } from 'zod';
import { Id } from '../primitives.ts';
import {
  ImportBatchDetail,
  ImportBatchList,
  ImportFilesQuery,
  UploadAccepted,
  uploadLimits,
} from '../uploads.ts';
import { answer, type ApiRoute } from './api-route.ts';
import { batch, file, ids } from './examples.ts';

const one = z.object({ id: Id });
const MB = 1024 * 1024;
const limits = `At most ${uploadLimits.filesPerRequest} files of ${uploadLimits.fileBytes / MB} MB in a request, and ${uploadLimits.filesPerDay} files or ${uploadLimits.bytesPerDay / MB / 1024} GB in a UTC day.`;
const accepted: z.output<typeof UploadAccepted> = {
  batchId: ids.batch,
  batch: { ...batch, counts: { ...batch.counts, total: 1, queued: 1, imported: 0 } },
  files: [{ ...file, state: 'queued', activityIds: [] }],
};

export const ingestRoutes: readonly ApiRoute[] = [
  {
    service: 'ingest',
    method: 'post',
    path: '/v1/ingest/uploads',
    operationId: 'upload',
    tag: 'Uploads',
    summary: 'Bring activity files',
    notes: `FIT, GPX or TCX, each also gzipped. ${limits} Accepted means kept: reading happens afterwards. A file that is refused at the door is in the answer as \`failed\` with its reason and stops nothing else. The same bytes or the same run twice become one activity, so an upload may be repeated.`,
    access: 'athlete',
    body: 'files',
    answers: [answer(202, 'Every file of the request, by name', UploadAccepted, accepted)],
    errors: ['daily_upload_limit', 'read_only', 'storage_full'],
  },
  {
    service: 'ingest',
    method: 'post',
    path: '/v1/ingest/uploads/:id/files',
    operationId: 'uploadMore',
    tag: 'Uploads',
    summary: 'Bring more files to the same batch',
    notes: `Possible for a day. ${limits}`,
    access: 'athlete',
    params: one,
    body: 'files',
    answers: [answer(202, 'The files of this request', UploadAccepted, accepted)],
    errors: ['batch_closed', 'daily_upload_limit', 'not_found', 'read_only', 'storage_full'],
  },
  {
    service: 'ingest',
    method: 'get',
    path: '/v1/ingest/uploads',
    operationId: 'listUploads',
    tag: 'Uploads',
    summary: 'Upload batches, the newest first',
    access: 'athlete',
    answers: [answer(200, 'The newest 50', ImportBatchList, { batches: [batch] })],
  },
  {
    service: 'ingest',
    method: 'get',
    path: '/v1/ingest/uploads/:id',
    operationId: 'readUpload',
    tag: 'Uploads',
    summary: 'A batch and what became of each file',
    access: 'athlete',
    params: one,
    query: ImportFilesQuery,
    answers: [
      answer(200, 'A page of its files', ImportBatchDetail, {
        batch,
        files: [file],
        nextCursor: null,
      }),
    ],
    errors: ['invalid_cursor', 'not_found'],
  },
];
