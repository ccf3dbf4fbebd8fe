import type { InjuryStatus, MemoryState } from '@evensplit/contracts';

/** Whether a memory applies on a civil day: its dates decide, and an injury that is over is over. */
export function memoryState(
  memory: { status: InjuryStatus | null; since: string | null; until: string | null },
  today: string,
): MemoryState {
  if (memory.status === 'over') return 'over';
  if (memory.until !== null && memory.until < today) return 'over';
  return memory.since !== null && memory.since > today ? 'to_come' : 'now';
}
