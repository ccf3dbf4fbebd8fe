import { AskCoach, type TurnAccepted } from '@evensplit/contracts';
import type { CoachDb } from '@evensplit/db';
import { AppError } from '@evensplit/platform/app-error';
import { recentExchanges } from '../conversations/recent-exchanges.ts';
import type { OneAtATime } from './one-at-a-time.ts';
import { runTurn, type RunTurnDeps } from './run-turn.ts';
import type { RunningTurns } from './running-turns.ts';
import { startTurn, type StartDeps, type StartedTurn } from './start-turn.ts';

export type AskDeps = RunTurnDeps &
  StartDeps & {
    db: Pick<CoachDb, '$transaction' | 'turn'>;
    running: RunningTurns;
    startsInLine: OneAtATime;
  };

/** Postgres text cannot hold NUL, so a question with one could be neither stored nor answered. */
export const Question = AskCoach.refine(({ text }) => !text.includes('\u0000'), {
  path: ['text'],
  message: 'contains a NUL character',
});

/** Starts the turn that answers a question, or finds the one that an earlier try of the same request started. */
export async function askCoach(
  deps: AskDeps,
  athleteId: string,
  ask: AskCoach,
  idempotencyKey: string,
): Promise<{ isNew: boolean; accepted: TurnAccepted }> {
  // One after the other also for the room they take: of one athlete's many requests only one holds a place.
  const { isNew, id, conversationId, deadlineAt, now } = await deps.startsInLine(athleteId, () =>
    startOrFind(deps, athleteId, ask, idempotencyKey),
  );
  return {
    isNew,
    accepted: {
      turnId: id,
      conversationId,
      deadlineAt: deadlineAt.toISOString(),
      now: now.toISOString(),
    },
  };
}

async function startOrFind(
  deps: AskDeps,
  athleteId: string,
  ask: AskCoach,
  idempotencyKey: string,
): Promise<StartedTurn> {
  const slot = deps.running.takeSlot();
  if (!slot) {
    throw new AppError('coach_busy', 'The coach is busy: try again in a moment.', {
      retryAfterS: 2,
    });
  }
  let turn;
  try {
    turn = await startTurn(deps, athleteId, ask, idempotencyKey);
  } catch (error) {
    slot.free();
    throw error;
  }
  if (!turn.isNew) {
    slot.free();
    return turn;
  }
  deps.metrics.turnStarted();
  const { id, conversationId } = turn;
  // A conversation that begins here has nothing to be read.
  const isFirst = ask.conversationId === undefined;
  const earlier = async () =>
    isFirst ? [] : recentExchanges(deps, { id, athleteId, conversationId });
  void runTurn(deps, turn, earlier, slot);
  return turn;
}
