import type { UploadAccepted } from '@evensplit/contracts';
import { ApiError, isPassing } from '../api/api-error.ts';
import { planChunks } from './plan-chunks.ts';
import type { Recording } from './recording.ts';

export type UploadState = {
  phase: 'idle' | 'sending' | 'failed' | 'sent';
  batchId: string | null;
  sent: number;
  total: number;
  error: Error | null;
};

export type UploaderDeps = {
  send: (path: string, form: FormData) => Promise<UploadAccepted>;
  wait: (ms: number) => Promise<void>;
  onAccepted?: (accepted: UploadAccepted) => void;
};

const idle: UploadState = { phase: 'idle', batchId: null, sent: 0, total: 0, error: null };
/** While it reads what it has, a small server may turn requests away for a minute. */
const ATTEMPTS = 9;
const LONGEST_WAIT_MS = 15_000;

/**
 * Sends recordings in chunks, one request at a time, all into one batch. It lives outside of any page, so walking
 * around in the app does not interrupt it. Sending a chunk twice is safe: the service knows files by their hash.
 */
export function createUploader(deps: UploaderDeps) {
  let state = idle;
  let waiting: Recording[][] = [];
  /** Raised by `forget`, so that a request which is still on its way changes nothing any more. */
  let generation = 0;
  const listeners = new Set<() => void>();

  function set(change: Partial<UploadState>): void {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  }

  /** Adds to a running upload, or starts a new batch. */
  function add(recordings: readonly Recording[]): Promise<void> {
    if (recordings.length === 0) return Promise.resolve();
    waiting.push(...planChunks(recordings));
    if (state.phase === 'sending') {
      set({ total: state.total + recordings.length });
      return Promise.resolve();
    }
    if (state.phase === 'failed') set({ total: state.total + recordings.length });
    else set({ ...idle, total: recordings.length });
    return run();
  }

  async function run(): Promise<void> {
    const own = generation;
    set({ phase: 'sending', error: null });
    try {
      for (let chunk = waiting[0]; chunk; chunk = waiting[0]) {
        const accepted = await sendChunk(chunk);
        if (own !== generation) return;
        waiting.shift();
        set({ batchId: accepted.batchId, sent: state.sent + chunk.length });
        deps.onAccepted?.(accepted);
      }
      set({ phase: 'sent' });
    } catch (error) {
      if (own !== generation) return;
      set({ phase: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    }
  }

  async function sendChunk(chunk: Recording[]): Promise<UploadAccepted> {
    const form = new FormData();
    for (const recording of chunk) form.append('files', await recording.open(), recording.name);
    for (let attempt = 1; ; attempt += 1) {
      const { batchId } = state;
      const path = batchId ? `/v1/ingest/uploads/${batchId}/files` : '/v1/ingest/uploads';
      try {
        return await deps.send(path, form);
      } catch (error) {
        // The batch was finished while this chunk was on its way: the rest goes into a new one.
        if (error instanceof ApiError && error.code === 'batch_closed') set({ batchId: null });
        else if (!isPassing(error) || attempt >= ATTEMPTS) throw error;
        else await deps.wait(delayOf(error, attempt));
      }
    }
  }

  /** Another athlete may be next: neither files nor a batch of this one stay. */
  function forget(): void {
    generation += 1;
    waiting = [];
    set(idle);
  }

  function giveUp(): void {
    waiting = [];
    set({ phase: 'sent', error: null, total: state.sent });
  }

  return {
    add,
    resume: run,
    giveUp,
    forget,
    getState: () => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function delayOf(error: unknown, attempt: number): number {
  const asked = error instanceof ApiError ? error.retryAfterS : null;
  const ownMs = Math.min(1000 * 2 ** (attempt - 1), LONGEST_WAIT_MS);
  return asked !== null ? Math.max(asked * 1000, ownMs / 2) : ownMs;
}
