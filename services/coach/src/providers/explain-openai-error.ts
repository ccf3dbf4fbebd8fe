import { APIConnectionTimeoutError, APIError } from 'openai';
import { explainBreak } from './explain-break.ts';
import { explainStatus, readRetryAfter } from './explain-status.ts';
import { UpstreamError } from './upstream-error.ts';

/** A reset in the middle is a plain TypeError here, an error frame an APIError without a status. */
export function explainOpenAiError(error: unknown, phase: 'open' | 'body'): UpstreamError {
  if (error instanceof APIConnectionTimeoutError) {
    return new UpstreamError('connect_timeout', 'no headers in time');
  }
  if (error instanceof APIError && typeof error.status === 'number') {
    const header = error.headers?.get('retry-after');
    return explainStatus(error.status, readRetryAfter(header, Date.now()));
  }
  return explainBreak(error, phase);
}
