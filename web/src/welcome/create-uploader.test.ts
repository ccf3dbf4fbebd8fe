import type { UploadAccepted } from '@evensplit/contracts';
import { describe, expect, it } from '@jest/globals';
import { ApiError, unreachable } from '../api/api-error.ts';
import { createUploader } from './create-uploader.ts';
import type { Recording } from './recording.ts';

function recordings(count: number): Recording[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `${index}.fit`,
    bytes: 10,
    open: () => Promise.resolve(new Blob([String(index)])),
  }));
}

/** `script` decides request by request what the service answers; default is acceptance into batch-1. */
function uploaderWith(script: (call: number, path: string) => ApiError | string | undefined) {
  const calls: { path: string; files: number }[] = [];
  const waits: number[] = [];
  const uploader = createUploader({
    async send(path, form) {
      const answer = script(calls.length, path);
      calls.push({ path, files: form.getAll('files').length });
      if (answer instanceof ApiError) throw answer;
      return { batchId: answer ?? 'batch-1' } as UploadAccepted;
    },
    async wait(ms) {
      waits.push(ms);
    },
  });
  return { uploader, calls, waits };
}

describe('the uploader', () => {
  it('opens a batch with the first chunk and appends the others', async () => {
    const { uploader, calls } = uploaderWith(() => undefined);
    await uploader.add(recordings(60));
    expect(calls).toEqual([
      { path: '/v1/ingest/uploads', files: 25 },
      { path: '/v1/ingest/uploads/batch-1/files', files: 25 },
      { path: '/v1/ingest/uploads/batch-1/files', files: 10 },
    ]);
    expect(uploader.getState()).toMatchObject({ phase: 'sent', sent: 60, total: 60 });
  });

  it('sends a chunk again after an outage, waiting longer each time or as long as asked', async () => {
    const busy = new ApiError('overloaded', 'busy', { status: 503, retryAfterS: 7 });
    const { uploader, calls, waits } = uploaderWith((call) =>
      call === 1 || call === 2 ? unreachable() : call === 3 ? busy : undefined,
    );
    await uploader.add(recordings(30));
    expect(calls.map(({ files }) => files)).toEqual([25, 5, 5, 5, 5]);
    expect(waits).toEqual([1000, 2000, 7000]);
    expect(uploader.getState()).toMatchObject({ phase: 'sent', sent: 30 });
  });

  it('stops at a refusal, keeps the rest, and goes on from there', async () => {
    let full = true;
    const limit = new ApiError('daily_upload_limit', 'enough for today', { status: 429 });
    const { uploader, calls } = uploaderWith((call) => (call >= 1 && full ? limit : undefined));
    await uploader.add(recordings(60));
    expect(uploader.getState()).toMatchObject({ phase: 'failed', sent: 25, error: limit });
    full = false;
    await uploader.resume();
    expect(uploader.getState()).toMatchObject({ phase: 'sent', sent: 60, error: null });
    expect(calls.map(({ files }) => files)).toEqual([25, 25, 25, 10]);
  });

  it('starts a new batch when the first was closed meanwhile', async () => {
    const closed = new ApiError('batch_closed', 'closed', { status: 409 });
    const { uploader, calls } = uploaderWith((call) =>
      call === 1 ? closed : call > 1 ? 'batch-2' : undefined,
    );
    await uploader.add(recordings(26));
    expect(calls.map(({ path }) => path)).toEqual([
      '/v1/ingest/uploads',
      '/v1/ingest/uploads/batch-1/files',
      '/v1/ingest/uploads',
    ]);
    expect(uploader.getState().batchId).toBe('batch-2');
  });

  it('forgets everything when the session ends, also a chunk on its way', async () => {
    let forget: () => void = () => {};
    const { uploader, calls } = uploaderWith(() => {
      forget();
      return undefined;
    });
    forget = uploader.forget;
    await uploader.add(recordings(60));
    expect(calls).toHaveLength(1);
    expect(uploader.getState()).toEqual({
      phase: 'idle',
      batchId: null,
      sent: 0,
      total: 0,
      error: null,
    });
  });
});
