import { coachSocket, type CoachAck, type ErrorCode } from '@evensplit/contracts';
import { AppError } from '@evensplit/platform/app-error';
import type { Actor } from '@evensplit/platform/auth/actor';
import type { ControlPoll } from '@evensplit/platform/auth/control-poll';
import { parse } from '@evensplit/platform/http/parse';
import type { Log } from '@evensplit/platform/log';
import { gateMessages } from '@evensplit/platform/socket/gate-messages';
import { compareCursors, parseCursor } from '../log/cursor.ts';
import { readTurn } from '../turns/read-turn.ts';
import { requestStop, type StopDeps } from '../turns/request-stop.ts';
import { terminalCursor } from '../turns/view-turn.ts';
import { followTurn, type FollowDeps } from './follow-turn.ts';
import { socketSink, type CoachSocket } from './socket-sink.ts';
import type { Tail, TailRegistry } from './tail-registry.ts';

export type SocketDeps = FollowDeps &
  StopDeps & { tails: TailRegistry; log: Log; control: Pick<ControlPoll, 'isRevoked'> };

const MAX_WATCHES = 20;

/** What one signed-in socket may ask. Every message is authorised on its own: a socket outlives its token. */
export function serveSocket(
  deps: SocketDeps,
  socket: CoachSocket,
  actor: Actor,
): { watching(): number } {
  const watches = new Map<string, Tail>();
  const admit = gateMessages(deps, socket, actor);

  async function watch(message: unknown): Promise<void> {
    const { turnId, cursor } = parse(coachSocket.watch, message);
    const row = await readTurn(deps, actor.athleteId, turnId);
    if (!row) throw new AppError('not_found', 'There is no such turn.');
    const from = parseCursor(cursor);
    unwatch(turnId);
    if (row.status !== 'running' && compareCursors(from, terminalCursor(row)) >= 0) return;
    if (watches.size >= MAX_WATCHES) {
      throw new AppError('rate_limited', 'You are watching too many turns.');
    }
    if (!socket.connected) return;
    const tail = deps.tails.open(actor);
    watches.set(turnId, tail);
    const turn = { id: turnId, athleteId: actor.athleteId };
    void followTurn(deps, turn, from, socketSink(socket, turnId), tail.signal)
      .catch((error: unknown) => {
        // Without this subscriber the client would wait for ever; a new connection resumes by cursor.
        deps.log.warn({ err: error, turnId }, 'a watch failed');
        socket.disconnect(true);
      })
      .finally(() => {
        tail.release();
        if (watches.get(turnId) === tail) watches.delete(turnId);
      });
  }

  function unwatch(turnId: string): void {
    watches.get(turnId)?.cut();
    watches.delete(turnId);
  }

  async function stop(message: unknown): Promise<void> {
    const { turnId } = parse(coachSocket.turnOnly, message);
    if (await requestStop(deps, actor.athleteId, turnId)) return;
    if (!(await readTurn(deps, actor.athleteId, turnId))) {
      throw new AppError('not_found', 'There is no such turn.');
    }
  }

  function answering(work: (message: unknown) => Promise<void> | void) {
    return async (message: unknown, ack?: CoachAck) => {
      const answer = typeof ack === 'function' ? ack : () => undefined;
      try {
        admit();
        await work(message);
        answer({ ok: true });
      } catch (error) {
        if (!(error instanceof AppError)) deps.log.error({ err: error }, 'a socket message failed');
        const code: ErrorCode = error instanceof AppError ? error.code : 'internal';
        answer({ ok: false, code });
      }
    };
  }

  socket.on('turn:watch', answering(watch));
  socket.on(
    'turn:unwatch',
    answering((message) => unwatch(parse(coachSocket.turnOnly, message).turnId)),
  );
  socket.on('turn:stop', answering(stop));
  socket.on('disconnect', () => {
    for (const tail of watches.values()) tail.cut();
    watches.clear();
  });
  return { watching: () => watches.size };
}
