import { Id } from '@evensplit/contracts';
import { actorOf } from '@evensplit/platform/auth/authenticate';
import { AppError } from '@evensplit/platform/app-error';
import { parse } from '@evensplit/platform/http/parse';
import type { Log } from '@evensplit/platform/log';
import type { Request, Response } from 'express';
import { compareCursors, parseCursor } from '../log/cursor.ts';
import { readTurn } from '../turns/read-turn.ts';
import { terminalCursor } from '../turns/view-turn.ts';
import { followTurn, type FollowDeps } from './follow-turn.ts';
import { openSse } from './sse-sink.ts';
import type { TailRegistry } from './tail-registry.ts';

export type SseDeps = FollowDeps & { tails: TailRegistry; log: Log };

/** `GET /turns/:id/events`: the log of a turn from the client's cursor to the end. */
export async function streamTurn(deps: SseDeps, req: Request, res: Response): Promise<void> {
  const actor = actorOf(req);
  const turnId = parse(Id, req.params['id']);
  const cursor = parseCursor(req.get('last-event-id') ?? queryCursor(req));
  const row = await readTurn(deps, actor.athleteId, turnId);
  if (!row) throw new AppError('not_found', 'There is no such turn.');
  if (row.status !== 'running' && compareCursors(cursor, terminalCursor(row)) >= 0) {
    // The one answer that ends the reconnecting of an EventSource.
    res.status(204).end();
    return;
  }
  const tail = deps.tails.open(actor);
  res.once('close', tail.cut);
  // It may have gone while the row was read; then `close` has been and never comes again.
  if (res.destroyed) tail.cut();
  try {
    using sse = openSse(res, deps.timings);
    await followTurn(deps, { id: turnId, athleteId: actor.athleteId }, cursor, sse, tail.signal);
  } catch (error) {
    deps.log.warn({ err: error, turnId }, 'a stream was cut; its client resumes by cursor');
  } finally {
    res.off('close', tail.cut);
    tail.release();
  }
}

function queryCursor(req: Request): string | undefined {
  const cursor = req.query['cursor'];
  if (cursor === undefined || typeof cursor === 'string') return cursor;
  throw new AppError('invalid_cursor', 'Give one cursor.');
}
