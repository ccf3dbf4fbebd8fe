import type { MemoryView } from '@evensplit/contracts';
import type { Memory } from '@evensplit/db';
import { memoryState } from '@evensplit/evidence';

export type MemoryRow = Memory & { turn: { id: string; conversationId: string } | null };

/** What is read with a memory to show where it came from. */
export const withTurn = { turn: { select: { id: true, conversationId: true } } } as const;

export function viewMemory(row: MemoryRow, today: string): MemoryView {
  const [since, until] = [civil(row.since), civil(row.until)];
  return {
    id: row.id,
    kind: row.kind,
    text: row.text,
    topic: row.topic,
    status: row.status,
    since,
    until,
    state: memoryState({ status: row.status, since, until }, today),
    revision: row.revision,
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    source: row.confirmed
      ? {
          from: 'conversation',
          conversationId: row.turn?.conversationId ?? null,
          turnId: row.turn?.id ?? null,
        }
      : { from: 'typed' },
  };
}

export function civil(day: Date | null): string | null {
  return day && day.toISOString().slice(0, 10);
}

export function stored(day: string | null): Date | null {
  return day === null ? null : new Date(`${day}T00:00:00Z`);
}
