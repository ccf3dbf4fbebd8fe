import type { ErrorCode } from '@evensplit/contracts';

export type AppErrorOptions = {
  /** Shown to the caller as `error.details`: never put secrets or another athlete's data here. */
  details?: unknown;
  /** Becomes the `Retry-After` header. */
  retryAfterS?: number;
  cause?: unknown;
};

/**
 * The only error a use case throws on purpose. The code decides the HTTP status (packages/contracts),
 * the message is a sentence for the person who called.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  readonly code: ErrorCode;
  readonly details: unknown;
  readonly retryAfterS: number | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details;
    this.retryAfterS = options.retryAfterS;
  }
}
