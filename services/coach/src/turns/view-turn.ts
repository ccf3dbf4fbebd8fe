import { TurnErrorCode, Writer, type TurnView } from '@evensplit/contracts';
import { beginning, FIRST_EPOCH, formatCursor, type Cursor } from '../log/cursor.ts';
import { offerMemory } from '../memories/offer-memory.ts';
import type { TurnRow } from './read-turn.ts';
import type { TurnOutcome } from './turn-outcome.ts';

/** How long after its deadline a turn that nobody ended is shown as lost (nothing is written by showing it). */
const LOST_AFTER_MS = 10_000;

export function viewTurn(row: TurnRow): TurnView {
  const lost =
    row.status === 'running' && row.now.getTime() > row.deadlineAt.getTime() + LOST_AFTER_MS;
  return {
    id: row.id,
    conversationId: row.conversationId,
    question: row.question,
    status: lost ? 'error' : row.status,
    text: row.status === 'running' ? row.partial : (row.answer ?? ''),
    writer: writerOf(row),
    errorCode: lost ? 'replica_lost' : errorCodeOf(row),
    facts: row.facts,
    ...(row.strikes > 0 ? { strikes: row.strikes } : {}),
    ...(row.lookedAt.length > 0 ? { lookedAt: row.lookedAt } : {}),
    proposedMemory: offerMemory(row),
    cursor: formatCursor(row.status === 'running' ? partialCursor(row) : terminalCursor(row)),
    createdAt: row.createdAt.toISOString(),
    deadlineAt: row.deadlineAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
    now: row.now.toISOString(),
  };
}

/** Where the saved text ends. Whoever took the turn over since has written no text of its own. */
export function partialCursor(row: Pick<TurnRow, 'partialSeq'>): Cursor {
  return row.partialSeq === 0 ? beginning : { epoch: FIRST_EPOCH, seq: row.partialSeq };
}

/** The id of the `end` event of a finished turn. */
export function terminalCursor(row: Pick<TurnRow, 'epoch' | 'lastSeq'>): Cursor {
  return { epoch: row.epoch, seq: row.lastSeq ?? 0 };
}

/** The outcome of a finished turn, as the row tells it. */
export function outcomeOf(row: TurnRow): TurnOutcome | undefined {
  if (row.status === 'running') return undefined;
  return {
    status: row.status,
    errorCode: errorCodeOf(row),
    answer: row.answer ?? '',
    writer: writerOf(row),
    facts: row.facts,
    lookedAt: row.lookedAt,
    strikes: row.strikes,
  };
}

function writerOf(row: TurnRow): Writer | null {
  return Writer.nullable().catch(null).parse(row.writer);
}

function errorCodeOf(row: TurnRow): TurnErrorCode | null {
  return TurnErrorCode.nullable().catch('internal').parse(row.errorCode);
}
