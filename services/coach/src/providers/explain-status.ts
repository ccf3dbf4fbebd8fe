import { UpstreamError } from './upstream-error.ts';

/** What an HTTP status of a provider means for us. */
export function explainStatus(status: number, retryAfterMs?: number): UpstreamError {
  const message = `the provider answered ${status}`;
  if (status === 429) {
    // Without a Retry-After it is more often an empty account than a busy minute: asking again would not help.
    const retryable = retryAfterMs !== undefined;
    return new UpstreamError('rate_limited', message, { retryable, retryAfterMs });
  }
  if (status >= 500 || status === 408 || status === 409) {
    return new UpstreamError('upstream_error', message, { retryable: true, retryAfterMs });
  }
  return new UpstreamError('rejected', message);
}

/** Seconds or an HTTP date, in milliseconds from now; undefined when it is neither. */
export function readRetryAfter(header: string | null | undefined, now: number): number | undefined {
  if (header === null || header === undefined || header.trim() === '') return undefined;
  const seconds = Number(header);
  if (Number.isFinite(seconds)) return seconds < 0 ? undefined : seconds * 1000;
  const date = Date.parse(header);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

/** A protobuf duration as Google writes it: `34s`, `0.5s`. */
export function readProtoDuration(text: unknown): number | undefined {
  const seconds = typeof text === 'string' ? /^(\d+(?:\.\d+)?)s$/.exec(text)?.[1] : undefined;
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}
