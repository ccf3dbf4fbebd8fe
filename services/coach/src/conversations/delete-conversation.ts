import { setTimeout as sleep } from 'node:timers/promises';
import { withAthlete, type CoachDb, type CoachTx } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { logKey } from '../log/keys.ts';
import { requestStop, type StopDeps } from '../turns/request-stop.ts';

export type DeleteDeps = Omit<StopDeps, 'db'> & {
  db: Pick<CoachDb, '$queryRaw' | '$transaction' | 'turn'>;
};

const WAIT_MS = 1500;
const LOOK_MS = 25;

/**
 * Removes a conversation with everything said in it. What still runs is stopped first, so that its readers see an
 * end; an owner that does not react finds its row gone and writes nothing more.
 */
export async function deleteConversation(
  deps: DeleteDeps,
  athleteId: string,
  conversationId: string,
): Promise<void> {
  const turns = await deps.db.turn.findMany({
    where: { athleteId, conversationId },
    select: { id: true, status: true },
  });
  for (const { id, status } of turns) {
    if (status === 'running' && (await requestStop(deps, athleteId, id))) {
      await untilEnded(deps, athleteId, id);
    }
  }
  const isGone = await withAthlete(deps.db, athleteId, (tx) =>
    remove(tx, athleteId, conversationId),
  );
  if (!isGone) throw new AppError('not_found', 'There is no such conversation.');
  await forgetLogs(
    deps,
    turns.map((turn) => turn.id),
  );
}

/** Whoever writes an answer that goes with it can settle nothing any more, so all that was reserved for it counts. */
async function remove(tx: CoachTx, athleteId: string, conversationId: string): Promise<boolean> {
  // Held first: a question that is asked here now waits, and finds the conversation gone.
  await tx.$queryRaw`
    SELECT 1 FROM "Conversation" WHERE id = ${conversationId}::uuid AND "athleteId" = ${athleteId}::uuid FOR UPDATE`;
  await tx.$executeRaw`
    WITH ended AS (
      UPDATE "Turn" SET status = 'stopped', "finishedAt" = now(), "usedTokens" = "reservedTokens"
      WHERE "conversationId" = ${conversationId}::uuid AND "athleteId" = ${athleteId}::uuid AND status = 'running'
      RETURNING "athleteId", "budgetDay", "reservedTokens"
    )
    UPDATE "Usage" u SET reserved = u.reserved - e."reservedTokens", used = u.used + e."reservedTokens"
    FROM ended e WHERE u."athleteId" = e."athleteId" AND u.day = e."budgetDay"`;
  const { count } = await tx.conversation.deleteMany({ where: { id: conversationId, athleteId } });
  return count > 0;
}

async function untilEnded(deps: DeleteDeps, athleteId: string, id: string): Promise<void> {
  const until = performance.now() + WAIT_MS;
  while (performance.now() < until) {
    if ((await deps.db.turn.count({ where: { id, athleteId, status: 'running' } })) === 0) return;
    await sleep(LOOK_MS);
  }
}

/** The logs expire by themselves; deleted words should not have to wait for that. */
async function forgetLogs(deps: DeleteDeps, turnIds: string[]): Promise<void> {
  if (turnIds.length === 0) return;
  try {
    await deps.commands.unlink(...turnIds.map(logKey));
  } catch (error) {
    deps.log.debug({ err: error }, 'logs of a deleted conversation are left to expire');
  }
}
