import type { ProposedMemory } from '@evensplit/contracts';
import { civilDay } from '@evensplit/evidence';
import type { TurnRow } from '../turns/read-turn.ts';
import { proposeMemory } from './propose-memory.ts';

/** Worked out from the question whenever a turn is shown, so there is no second place where it could be kept. */
export function offerMemory(
  row: Pick<TurnRow, 'question' | 'createdAt' | 'timeZone' | 'memoryId'>,
): ProposedMemory | null {
  const memory = proposeMemory(row.question, civilDay(row.createdAt, row.timeZone));
  return memory && { memory, keptAs: row.memoryId };
}
