import {
  importSocket,
  type ImportClientEvents,
  type ImportServerEvents,
} from '@evensplit/contracts';
import { AppError } from '@evensplit/platform/app-error';
import type { Actor } from '@evensplit/platform/auth/actor';
import type { ControlPoll } from '@evensplit/platform/auth/control-poll';
import { parse } from '@evensplit/platform/http/parse';
import type { Log } from '@evensplit/platform/log';
import { gateMessages } from '@evensplit/platform/socket/gate-messages';
import type { Socket } from 'socket.io';
import { readBatch, type BatchReadDeps } from '../uploads/read-batch.ts';
import type { Watchers } from './watchers.ts';

export type ImportSocket = Socket<ImportClientEvents, ImportServerEvents>;

export type SocketDeps = BatchReadDeps & {
  log: Log;
  control: Pick<ControlPoll, 'isRevoked'>;
  watchers: Watchers;
};

const MAX_WATCHES = 20;

/** What one signed-in socket may ask. Every message is authorised on its own: a socket outlives its token. */
export function serveSocket(deps: SocketDeps, socket: ImportSocket, actor: Actor): void {
  const watches = new Map<string, () => void>();
  const admit = gateMessages(deps, socket, actor);

  async function watch(message: unknown) {
    admit();
    const { batchId } = parse(importSocket.watch, message);
    const batch = await readBatch(deps, actor.athleteId, batchId);
    if (!watches.has(batchId)) {
      if (watches.size >= MAX_WATCHES) {
        throw new AppError('rate_limited', 'You are watching too many uploads.');
      }
      // It may have left while its batch was read.
      if (socket.connected) watches.set(batchId, deps.watchers.add(watchOf(batchId), batch));
    }
    return batch;
  }

  function watchOf(batchId: string) {
    return {
      athleteId: actor.athleteId,
      batchId,
      show: (batch: Parameters<ImportServerEvents['import:progress']>[0]) =>
        void socket.emit('import:progress', batch),
    };
  }

  function unwatch(message: unknown): void {
    const parsed = importSocket.watch.safeParse(message);
    if (!parsed.success) return;
    watches.get(parsed.data.batchId)?.();
    watches.delete(parsed.data.batchId);
  }

  socket.on('import:watch', (message, ack) => {
    const answer = typeof ack === 'function' ? ack : () => undefined;
    watch(message).then(
      (batch) => answer({ ok: true, batch }),
      (error: unknown) => {
        if (!(error instanceof AppError)) deps.log.error({ err: error }, 'a socket message failed');
        answer({ ok: false, code: error instanceof AppError ? error.code : 'internal' });
      },
    );
  });
  socket.on('import:unwatch', unwatch);
  socket.on('disconnect', () => {
    for (const stop of watches.values()) stop();
    watches.clear();
  });
}
