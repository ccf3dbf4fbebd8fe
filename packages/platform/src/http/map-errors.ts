import { errorStatus, type ErrorBody } from '@evensplit/contracts';
import type { ErrorRequestHandler, NextFunction, Request, Response } from 'express';
import { z } from 'zod';
import { AppError } from '../app-error.ts';
import type { Log } from '../log.ts';
import { noteErrorCode } from './observe-requests.ts';
import { invalidRequest } from './parse.ts';
import { requestIdOf } from './request-id.ts';

/** The end of every route list: nothing answered. */
export function refuseUnknownRoute(_req: Request, _res: Response, next: NextFunction): void {
  next(new AppError('not_found', 'There is nothing at this address.'));
}

/**
 * The one place where an error becomes an answer. `isOutage` recognises a database that is away, which
 * this package must not know. What nobody planned is logged whole and answered bare.
 */
export function mapErrors(deps: {
  log: Log;
  isOutage?: ((error: unknown) => boolean) | undefined;
}): ErrorRequestHandler {
  return (error: unknown, _req, res, _next) => {
    const known = knownError(error) ?? (deps.isOutage?.(error) ? databaseAway(error) : undefined);
    if (known === undefined) deps.log.error({ err: error }, 'unexpected error');
    else if (known.cause instanceof Error && errorStatus[known.code] >= 500) {
      deps.log.warn({ err: known }, 'refused for a reason of our own');
    }
    const answer = known ?? new AppError('internal', 'Something went wrong on our side.');
    noteErrorCode(res, answer.code);
    if (res.headersSent) {
      // Half an answer is out: only cutting the connection tells the caller that the rest is missing.
      res.destroy();
      return;
    }
    if (answer.retryAfterS !== undefined) {
      res.setHeader('Retry-After', String(Math.max(1, Math.ceil(answer.retryAfterS))));
    }
    res.status(errorStatus[answer.code]).json(errorBody(answer, requestIdOf(res)));
  };
}

export function errorBody(error: AppError, requestId: string): ErrorBody {
  return {
    error: {
      code: error.code,
      message: error.message,
      requestId,
      ...(error.details === undefined ? {} : { details: error.details }),
    },
  };
}

/** The planned error that `error` is or stands for; `undefined` means a bug or an outage. */
export function knownError(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) return invalidRequest(error);
  return httpError(error);
}

function databaseAway(cause: unknown): AppError {
  return new AppError('service_unavailable', 'The database is away: try again in a moment.', {
    retryAfterS: 2,
    cause,
  });
}

/** Errors of Express and its body parser carry a 4xx `status`; nobody else's are believed. */
function httpError(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('status' in error)) return undefined;
  const fromRouter = error instanceof URIError;
  if (!fromRouter && !('type' in error && 'expose' in error)) return undefined;
  switch (error.status) {
    case 413:
      return new AppError('too_large', 'The request body is too large.', { cause: error });
    case 415:
      return new AppError('unsupported_media', 'This body encoding is not supported.', {
        cause: error,
      });
    case 400:
      return fromRouter
        ? new AppError('invalid_request', 'The address cannot be decoded.', { cause: error })
        : new AppError('malformed_body', 'The request body cannot be read.', { cause: error });
    default:
      return undefined;
  }
}
