import { DeferError, GiveUpError, retryDelayMs } from './job-queue.ts';
import { redactText } from './redact.ts';

const DAY_MS = 86_400_000;

export type JobVerdict = 'retry' | 'deferred' | 'given_up';

/**
 * What a queue may remember of a failure. Boards and dumps show it, so the message is redacted and cut, and
 * nothing that hangs on the original error comes along.
 */
export class JobFailure extends Error {
  readonly verdict: JobVerdict;
  readonly delayMs: number | undefined;

  constructor(original: unknown, verdict: JobVerdict, delayMs?: number) {
    const error = original instanceof Error ? original : new Error(String(original));
    super(redactText(error.message).slice(0, 500));
    this.name = error.name;
    this.stack = redactText((error.stack ?? '').split('\n').slice(0, 6).join('\n')).slice(0, 2000);
    this.verdict = verdict;
    this.delayMs = delayMs;
  }
}

/** A deferral is honoured until the job is a day old: a provider that never lets us in must become visible. */
export function judgeFailure(error: unknown, jobAgeMs: number): JobFailure {
  if (error instanceof GiveUpError) return new JobFailure(error, 'given_up');
  if (!(error instanceof DeferError)) return new JobFailure(error, 'retry');
  if (jobAgeMs < DAY_MS) {
    return new JobFailure(error, 'deferred', Math.max(1, Math.min(error.deferMs, DAY_MS)));
  }
  return new JobFailure(new GiveUpError('deferred for more than a day'), 'given_up');
}

/** Milliseconds until the next try, or -1 for none. */
export function nextTryMs(attemptsMade: number, error: unknown): number {
  if (!(error instanceof JobFailure)) return retryDelayMs(attemptsMade);
  switch (error.verdict) {
    case 'given_up':
      return -1;
    case 'deferred':
      return error.delayMs ?? retryDelayMs(attemptsMade);
    case 'retry':
      return retryDelayMs(attemptsMade);
  }
}
