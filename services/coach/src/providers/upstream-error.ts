import type { TurnErrorCode } from '@evensplit/contracts';

export type UpstreamErrorCode =
  /** Connect and headers took too long. */
  | 'connect_timeout'
  | 'first_token_timeout'
  | 'idle_timeout'
  /** Refused, reset or unresolvable before any headers. */
  | 'unreachable'
  | 'rate_limited'
  /** The provider failed: 5xx, 408, 409, an error inside the stream, a reset in the middle. */
  | 'upstream_error'
  /** The provider refused this request or this key: any other 4xx. */
  | 'rejected'
  | 'upstream_truncated'
  | 'output_limit'
  | 'content_filter'
  /** Never sent: the breaker is open, or the turn has no time or no tokens left for it. */
  | 'breaker_open'
  | 'out_of_time'
  | 'out_of_budget';

type Details = { retryable?: boolean; retryAfterMs?: number | undefined };

/** Why an upstream call failed. Its message never carries a request, an answer or a key. */
export class UpstreamError extends Error {
  override readonly name = 'UpstreamError';
  readonly code: UpstreamErrorCode;
  /** A fast failure that may be different a moment later, if nothing was said yet. */
  readonly retryable: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(code: UpstreamErrorCode, message: string, details: Details = {}) {
    super(message);
    this.code = code;
    this.retryable = details.retryable ?? false;
    this.retryAfterMs = details.retryAfterMs;
  }
}

/** How a turn ends whose answer broke off for this reason. */
export function turnErrorCodeOf(code: UpstreamErrorCode): TurnErrorCode {
  switch (code) {
    case 'connect_timeout':
    case 'first_token_timeout':
    case 'idle_timeout':
      return 'idle_timeout';
    case 'upstream_truncated':
    case 'output_limit':
    case 'content_filter':
      return code;
    case 'out_of_time':
      return 'hard_timeout';
    case 'unreachable':
    case 'rate_limited':
    case 'upstream_error':
    case 'rejected':
    case 'breaker_open':
    case 'out_of_budget':
      return 'upstream_error';
  }
}
