import { TurnCursor } from '@evensplit/contracts';
import { AppError } from '@evensplit/platform/app-error';

/** A place in a turn's event log. Ids order by epoch first, so a later writer always stands after an earlier one. */
export type Cursor = { readonly epoch: number; readonly seq: number };

export const beginning: Cursor = { epoch: 0, seq: 0 };

/** Only the first owner of a turn writes text; whoever takes the turn over ends it. */
export const FIRST_EPOCH = 1;

/** A cursor as a client sends it; absent means the beginning. */
export function parseCursor(text: string | undefined): Cursor {
  if (text === undefined) return beginning;
  if (!TurnCursor.safeParse(text).success) {
    throw new AppError('invalid_cursor', 'A cursor looks like "1-37".');
  }
  return cursorOf(text);
}

/** A cursor that we wrote ourselves. */
export function cursorOf(id: string): Cursor {
  const [epoch, seq] = id.split('-');
  return { epoch: Number(epoch), seq: Number(seq) };
}

export function formatCursor(cursor: Cursor): string {
  return `${cursor.epoch}-${cursor.seq}`;
}

export function compareCursors(a: Cursor, b: Cursor): number {
  return a.epoch - b.epoch || a.seq - b.seq;
}
