import { setTimeout as sleep } from 'node:timers/promises';
import type { CoachDb } from '@evensplit/db';
import type { Log } from '@evensplit/platform/log';
import type { TurnOutcome } from './turn-outcome.ts';

export type FinalizeDeps = { db: Pick<CoachDb, '$queryRaw'>; log: Log };
export type Ending = { turnId: string; epoch: number; lastSeq: number; outcome: TurnOutcome };

/**
 * The one statement that ends a turn. Whoever changes the row from `running`, at the epoch it owns, has ended it;
 * everybody else gets `false` and must write and send nothing.
 */
export async function finalizeTurn(deps: FinalizeDeps, ending: Ending): Promise<boolean> {
  const { outcome } = ending;
  const ended = await deps.db.$queryRaw<{ id: string }[]>`
    UPDATE "Turn" SET status = ${outcome.status}::"TurnStatus", answer = ${outcome.answer},
      writer = ${outcome.writer}, "errorCode" = ${outcome.errorCode}, "lastSeq" = ${ending.lastSeq},
      "factIds" = ${outcome.facts.map((fact) => fact.id)}::text[],
      facts = ${JSON.stringify(outcome.facts)}::jsonb,
      "usedTokens" = 0, "usageEstimated" = false, partial = '', "finishedAt" = now()
    WHERE id = ${ending.turnId}::uuid AND epoch = ${ending.epoch} AND status = 'running'
    RETURNING id`;
  return ended.length > 0;
}

/** The owner's way: while Postgres is away it tries again, up to a moment after which the reaper takes over. */
export async function finalizeWhilePossible(
  deps: FinalizeDeps,
  ending: Ending,
  giveUpAt: number,
): Promise<boolean> {
  for (let wait = 250; ; wait = Math.min(wait * 2, 2000)) {
    try {
      return await finalizeTurn(deps, ending);
    } catch (error) {
      deps.log.warn({ err: error, turnId: ending.turnId }, 'turn not finalized yet');
      if (performance.now() + wait > giveUpAt) return false;
      await sleep(wait);
    }
  }
}
