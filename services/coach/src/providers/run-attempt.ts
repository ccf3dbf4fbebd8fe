import { startAttemptTimeouts } from './attempt-timeouts.ts';
import type { EndReason, ModelEvent, ModelProvider, ModelRequest } from './model-provider.ts';
import type { ProviderTimings } from './provider-timings.ts';
import { UpstreamError, type UpstreamErrorCode } from './upstream-error.ts';

/** One upstream call as it went; a row of `ModelCall` once the turn is known. */
export type AttemptRecord = {
  provider: ModelProvider['name'];
  model: string;
  startedAt: Date;
  headersMs: number | null;
  firstContentMs: number | null;
  totalMs: number;
  finishReason: EndReason | null;
  /** `aborted`: the turn ended first. */
  errorCode: UpstreamErrorCode | 'aborted' | 'internal' | null;
  promptTokens: number | null;
  completionTokens: number | null;
};

export type AttemptDeps = {
  timings: ProviderTimings;
  clock: () => Date;
  onAttempt: (record: AttemptRecord) => void;
};

/** One upstream call under its clocks. Throws the signal's reason when the turn ends, else an `UpstreamError`. */
export async function* runAttempt(
  { timings, clock, onAttempt }: AttemptDeps,
  provider: ModelProvider,
  request: ModelRequest,
  signal: AbortSignal,
): AsyncGenerator<ModelEvent> {
  signal.throwIfAborted();
  const startedAt = clock();
  const start = performance.now();
  const elapsed = () => Math.round(performance.now() - start);
  const record: AttemptRecord = {
    provider: provider.name,
    model: provider.model,
    startedAt,
    headersMs: null,
    firstContentMs: null,
    totalMs: 0,
    finishReason: null,
    errorCode: null,
    promptTokens: null,
    completionTokens: null,
  };
  const attempt = new AbortController();
  const follow = () => attempt.abort(signal.reason);
  signal.addEventListener('abort', follow, { once: true });
  using timeouts = startAttemptTimeouts(timings, provider.reasoning, (error) =>
    attempt.abort(error),
  );
  let bytes = 0;
  const progress = {
    headers() {
      record.headersMs ??= elapsed();
      timeouts.headers();
    },
    content(text: string) {
      record.firstContentMs ??= elapsed();
      timeouts.content();
      bytes += Buffer.byteLength(text);
      if (bytes > timings.maxTextBytes) {
        throw new UpstreamError('output_limit', 'the response is too long');
      }
    },
  };
  let ended = false;
  try {
    for await (const event of provider.run(request, attempt.signal, progress)) {
      if (event.t === 'usage') {
        record.promptTokens = event.prompt;
        record.completionTokens = event.completion;
      } else if (event.t === 'end') {
        record.finishReason = event.reason;
        ended = true;
      }
      timeouts.pause();
      yield event;
      timeouts.resume();
    }
  } catch (error) {
    record.errorCode = signal.aborted
      ? 'aborted'
      : error instanceof UpstreamError
        ? error.code
        : 'internal';
    throw error;
  } finally {
    signal.removeEventListener('abort', follow);
    // A reader that walked away from the answer has ended this call too.
    if (!ended) record.errorCode ??= 'aborted';
    record.totalMs = elapsed();
    onAttempt(record);
  }
}
