import type { CoachDb } from '@evensplit/db';
import type { Log } from '@evensplit/platform/log';
import type { Redis } from 'ioredis';
import { CONTROL_KEY } from '../log/keys.ts';
import type { RunningTurns } from './running-turns.ts';

export type StopDeps = {
  db: Pick<CoachDb, '$queryRaw'>;
  commands: Redis;
  running: RunningTurns;
  log: Log;
};

/**
 * Asks the owner, whichever replica that is, to end a turn. The row is what counts: the heartbeat reads it when
 * the message through Redis is lost. False when nothing of the athlete's runs under that id.
 */
export async function requestStop(
  deps: StopDeps,
  athleteId: string,
  turnId: string,
): Promise<boolean> {
  const asked = await deps.db.$queryRaw<{ id: string }[]>`
    UPDATE "Turn" SET "cancelRequestedAt" = COALESCE("cancelRequestedAt", now())
    WHERE id = ${turnId}::uuid AND "athleteId" = ${athleteId}::uuid AND status = 'running' RETURNING id`;
  if (asked.length === 0) return false;
  const here = deps.running.get(turnId);
  if (here) here.abort({ kind: 'stop' });
  else await tellOwner(deps, turnId);
  return true;
}

async function tellOwner(deps: StopDeps, turnId: string): Promise<void> {
  try {
    await deps.commands.xadd(CONTROL_KEY, 'MAXLEN', '~', 1000, '*', 't', 'cancel', 'id', turnId);
  } catch (error) {
    deps.log.debug({ err: error, turnId }, 'the owner learns of a stop by its heartbeat');
  }
}
