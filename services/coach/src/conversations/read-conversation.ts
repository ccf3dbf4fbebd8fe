import type { ConversationDetail } from '@evensplit/contracts';
import { withAthlete, type CoachDb } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { readTurnsOf } from '../turns/read-turn.ts';
import { viewTurn } from '../turns/view-turn.ts';
import { viewConversation } from './list-conversations.ts';

/** A conversation with all its turns, oldest first. `not_found` for anybody else's. */
export async function readConversation(
  deps: { db: Pick<CoachDb, '$transaction' | '$queryRaw'> },
  athleteId: string,
  conversationId: string,
): Promise<ConversationDetail> {
  const conversation = await withAthlete(deps.db, athleteId, (tx) =>
    tx.conversation.findFirst({
      where: { id: conversationId, athleteId },
      include: { _count: { select: { turns: true } } },
    }),
  );
  if (!conversation) throw new AppError('not_found', 'There is no such conversation.');
  const turns = await readTurnsOf(deps, athleteId, conversationId);
  return { conversation: viewConversation(conversation), turns: turns.map(viewTurn) };
}
