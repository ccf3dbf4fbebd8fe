import type { NextFunction, Request, RequestHandler, Response } from 'express';
import type { Log } from '../log.ts';
import { withRequestId } from '../request-context.ts';
import { requestIdOf } from './request-id.ts';
import { routeLabel } from './route-label.ts';

export type RequestSeen = { method: string; route: string; status: number; seconds: number };

const errorCodes = new WeakMap<Response, string>();

/** Lets the error mapper tell the access log which code the caller got. */
export function noteErrorCode(res: Response, code: string): void {
  errorCodes.set(res, code);
}

/**
 * One access-log line and one measurement per request, when it ends or its caller leaves. The line has the
 * route's pattern, never the query string and never the ids in the path.
 */
export function observeRequests(deps: {
  log: Log;
  onRequest?: ((seen: RequestSeen) => void) | undefined;
}): RequestHandler {
  return (req: Request, res: Response, next: NextFunction) => {
    const startedAt = performance.now();
    const requestId = requestIdOf(res);
    res.once('close', () => {
      const seconds = (performance.now() - startedAt) / 1000;
      const seen = { method: req.method, route: routeLabel(req), status: res.statusCode, seconds };
      deps.onRequest?.(seen);
      const line = {
        method: seen.method,
        route: seen.route,
        status: seen.status,
        ms: Math.round(seconds * 1000),
        ...(res.writableFinished ? {} : { cut: true }),
        ...(errorCodes.has(res) ? { errorCode: errorCodes.get(res) } : {}),
      };
      withRequestId(requestId, () => deps.log.info(line, 'request'));
    });
    next();
  };
}
