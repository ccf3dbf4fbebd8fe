import { MOST_MEMORIES, type MemoryList } from '@evensplit/contracts';
import { withAthlete, type CoachDb } from '@evensplit/db';
import type { Clock } from '@evensplit/platform/clock';
import { todayOf } from './today-of.ts';
import { viewMemory, withTurn } from './view-memory.ts';

/** Everything that is remembered of an athlete, the newest first. There are never more than fit on a page. */
export async function listMemories(
  { db, clock }: { db: Pick<CoachDb, '$transaction'>; clock: Clock },
  athleteId: string,
): Promise<MemoryList> {
  return withAthlete(db, athleteId, async (tx) => {
    const today = await todayOf(tx, athleteId, clock());
    const rows = await tx.memory.findMany({
      where: { athleteId },
      include: withTurn,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    return { memories: rows.map((row) => viewMemory(row, today)), most: MOST_MEMORIES };
  });
}
