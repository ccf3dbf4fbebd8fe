import { createInbox } from './inbox.ts';
import type { EndReason, ModelEvent, Progress, ToolCall } from './model-provider.ts';
import { UpstreamError } from './upstream-error.ts';

/** Understands one response of one protocol, chunk by chunk. Pure but for what it remembers. */
export type StreamReader<Chunk> = {
  /** `content`: this chunk moved the answer on, in words or in a tool call. Throws what the chunk says went wrong. */
  take(chunk: Chunk): { text: string; content: boolean };
  /** Undefined until the response said why it ended. */
  finish(): EndReason | undefined;
  calls(): ToolCall[];
  usage(): { prompt: number; completion: number } | undefined;
};

export type Upstream<Chunk> = {
  open(signal: AbortSignal): Promise<AsyncIterable<Chunk>>;
  reader: StreamReader<Chunk>;
  explain(error: unknown, phase: 'open' | 'body'): UpstreamError;
  /** How long usage may still take once the model has said why it stopped. */
  tailMs: number;
};

/**
 * One call from open to end, the same for every protocol: exactly one `end` or one throw. Neither SDK can be trusted
 * to tell an ended loop from an aborted or a cut-off one, so only a finish reason counts as an end.
 *
 * What arrives is read at once, however slowly its reader takes it: one SDK pulls in the whole body whatever is taken
 * of it, and behind the other one the kernel does for a megabyte or two. So limits hold when a word arrives, and what
 * waits here is no more than `progress` lets pass.
 */
export async function* followStream<Chunk>(
  upstream: Upstream<Chunk>,
  signal: AbortSignal,
  progress: Progress,
): AsyncGenerator<ModelEvent> {
  signal.throwIfAborted();
  const { reader } = upstream;
  // A signal of its own for every call: SDKs leave their listeners on whatever they are given.
  const call = new AbortController();
  const words = createInbox<string>();
  const stop = () => {
    call.abort();
    words.close();
  };
  signal.addEventListener('abort', stop, { once: true });
  void readAll(upstream, call, progress, (word) => words.put(word)).then(
    () => words.close(),
    (error: unknown) => words.close({ error }),
  );
  try {
    for await (const d of words.items()) {
      signal.throwIfAborted();
      yield { t: 'text', d };
    }
  } finally {
    signal.removeEventListener('abort', stop);
    call.abort();
  }
  signal.throwIfAborted();
  const reason = reader.finish();
  if (reason === undefined) {
    throw new UpstreamError('upstream_truncated', 'the stream ended without a finish reason');
  }
  for (const tool of reader.calls()) yield { t: 'tool', ...tool };
  const usage = reader.usage();
  if (usage) yield { t: 'usage', ...usage };
  yield { t: 'end', reason: endOf(reason, reader.calls().length) };
}

/** Rejects with what went wrong before the model had said why it stopped; behind that nothing can. */
async function readAll<Chunk>(
  upstream: Upstream<Chunk>,
  call: AbortController,
  progress: Progress,
  put: (word: string) => void,
): Promise<void> {
  const { reader } = upstream;
  let tail: NodeJS.Timeout | undefined;
  let phase: 'open' | 'body' = 'open';
  try {
    const chunks = await upstream.open(call.signal);
    phase = 'body';
    progress.headers();
    for await (const chunk of chunks) {
      const { text, content } = reader.take(chunk);
      if (content) progress.content(text);
      if (text !== '') put(text);
      // Some servers keep the connection open behind the last word.
      if (reader.finish() !== undefined) tail ??= setTimeout(() => call.abort(), upstream.tailMs);
    }
  } catch (error) {
    const told = error instanceof UpstreamError ? error : upstream.explain(error, phase);
    if (reader.finish() === undefined || told.code === 'output_limit') throw told;
  } finally {
    clearTimeout(tail);
    call.abort();
  }
}

/** Providers disagree on what a response with tool calls ends with. */
function endOf(reason: EndReason, calls: number): EndReason {
  if (reason === 'stop' && calls > 0) return 'tools';
  return reason === 'tools' && calls === 0 ? 'malformed_call' : reason;
}
