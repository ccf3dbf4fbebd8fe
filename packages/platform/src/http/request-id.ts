import { randomUUID } from 'node:crypto';
import type { NextFunction, Request, Response } from 'express';
import { currentRequestId, withRequestId } from '../request-context.ts';

const ACCEPTED = /^[A-Za-z0-9-]{8,64}$/;

/** Takes the gateway's request id, or makes one; answers with it and binds it to all that follows. */
export function bindRequestId(req: Request, res: Response, next: NextFunction): void {
  const given = req.get('x-request-id');
  const requestId = given !== undefined && ACCEPTED.test(given) ? given : randomUUID();
  res.setHeader('X-Request-Id', requestId);
  withRequestId(requestId, next);
}

/** The id that `bindRequestId` answered with; body parsers may lose the async context, the header stays. */
export function requestIdOf(res: Response): string {
  return currentRequestId() ?? String(res.getHeader('X-Request-Id') ?? 'unknown');
}
