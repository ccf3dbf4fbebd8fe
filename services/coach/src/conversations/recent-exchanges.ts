import type { CoachDb } from '@evensplit/db';
import type { Exchange } from '../turns/responder.ts';

const RECENT = 6;

/** What was said in a conversation before this turn, oldest first. */
export async function recentExchanges(
  { db }: { db: Pick<CoachDb, 'turn'> },
  turn: { id: string; athleteId: string; conversationId: string },
): Promise<Exchange[]> {
  const rows = await db.turn.findMany({
    where: {
      athleteId: turn.athleteId,
      conversationId: turn.conversationId,
      id: { not: turn.id },
      status: { not: 'running' },
    },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: RECENT,
    select: { question: true, answer: true },
  });
  return rows.toReversed().map(({ question, answer }) => ({ question, answer: answer ?? '' }));
}
