import type { CoachClientEvents, CoachServerEvents, TurnEvent } from '@evensplit/contracts';
import type { Socket } from 'socket.io';
import { formatCursor } from '../log/cursor.ts';
import type { OutEvent, Sink } from './follow-turn.ts';

export type CoachSocket = Socket<CoachClientEvents, CoachServerEvents>;

const MAX_BUFFERED = 64;
const RECHECK_MS = 250;

/** A turn's events on a socket. A slow client is paused here; its subscriber then reads on from the log. */
export function socketSink(socket: CoachSocket, turnId: string): Sink {
  return {
    send(event) {
      // The log holds what `turnEventData` describes; it was written by us and is not parsed a second time.
      socket.emit('turn:event', { turnId, ...decode(event) });
    },
    async ready() {
      while (socket.connected && buffered(socket) > MAX_BUFFERED) await drain(socket);
      return socket.connected;
    },
  };
}

function decode(event: OutEvent): TurnEvent {
  return {
    id: formatCursor(event.at),
    type: event.type,
    data: JSON.parse(event.json),
  } as TurnEvent;
}

/** The list is there but not in the types. */
function buffered(socket: CoachSocket): number {
  return (socket.conn as unknown as { writeBuffer: unknown[] }).writeBuffer.length;
}

function drain(socket: CoachSocket): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer);
      socket.conn.off('drain', finish);
      resolve();
    };
    const timer = setTimeout(finish, RECHECK_MS);
    socket.conn.on('drain', finish);
  });
}
