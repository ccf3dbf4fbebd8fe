import type { ProviderTimings } from './provider-timings.ts';
import { UpstreamError } from './upstream-error.ts';

export type AttemptTimeouts = Disposable & {
  headers(): void;
  content(): void;
  /** While the answer waits for its reader the provider is not to blame. */
  pause(): void;
  resume(): void;
};

type Phase = 'headers' | 'first' | 'between';

/**
 * One timer for whichever limit comes next: connect and headers, then the first content counted from the start, then
 * the silence since the last content. Nothing but content resets the last one.
 */
export function startAttemptTimeouts(
  timings: Pick<
    ProviderTimings,
    'headers' | 'firstContent' | 'firstContentReasoning' | 'betweenContent'
  >,
  reasoning: boolean,
  onTimeout: (error: UpstreamError) => void,
): AttemptTimeouts {
  const startedAt = performance.now();
  const firstContent = reasoning ? timings.firstContentReasoning : timings.firstContent;
  let phase: Phase = 'headers';
  let deadline = startedAt + Math.min(timings.headers, firstContent);
  let pausedAt: number | undefined;
  let timer: NodeJS.Timeout | undefined;

  function arm(): void {
    clearTimeout(timer);
    if (pausedAt === undefined) {
      timer = setTimeout(() => onTimeout(errorOf(phase)), deadline - performance.now());
    }
  }
  arm();

  return {
    headers() {
      if (phase !== 'headers') return;
      phase = 'first';
      deadline = startedAt + firstContent;
      arm();
    },
    content() {
      phase = 'between';
      const now = performance.now();
      deadline = now + timings.betweenContent;
      // What was waited before this word is not added to the silence behind it.
      if (pausedAt !== undefined) pausedAt = now;
      arm();
    },
    pause() {
      pausedAt ??= performance.now();
      clearTimeout(timer);
    },
    resume() {
      if (pausedAt === undefined) return;
      deadline += performance.now() - pausedAt;
      pausedAt = undefined;
      arm();
    },
    [Symbol.dispose]() {
      clearTimeout(timer);
    },
  };
}

function errorOf(phase: Phase): UpstreamError {
  switch (phase) {
    case 'headers':
      return new UpstreamError('connect_timeout', 'no headers in time');
    case 'first':
      return new UpstreamError('first_token_timeout', 'no first word in time');
    case 'between':
      return new UpstreamError('idle_timeout', 'the provider fell silent');
  }
}
