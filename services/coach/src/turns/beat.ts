import type { CoachDb } from '@evensplit/db';
import type { Timings } from '../timings.ts';
import { inSlices } from './in-slices.ts';
import { renewLeases, type Lease } from './renew-leases.ts';
import type { RunningTurn, RunningTurns } from './running-turns.ts';

export type BeatDeps = {
  db: Pick<CoachDb, '$queryRaw'>;
  timings: Timings;
  running: RunningTurns;
  owner: string;
};

type Renew = (turnIds: string[]) => Promise<Lease[]>;

/** One heartbeat for all turns of this replica; it also brings the stops that Redis did not deliver. */
export function beat(deps: BeatDeps): Promise<void> {
  return beatThrough(deps, (turnIds) => renewLeases(deps, deps.owner, turnIds));
}

export async function beatThrough(
  { timings, running }: Pick<BeatDeps, 'timings' | 'running'>,
  renew: Renew,
): Promise<void> {
  await inSlices(running.list(), timings.heartbeat, async (turns) => {
    // What has ended meanwhile has no lease to renew, and nobody took it away.
    const mine = turns.filter((turn) => running.get(turn.id) === turn);
    if (mine.length > 0) await beatSlice(mine, renew);
  });
}

async function beatSlice(turns: RunningTurn[], renew: Renew): Promise<void> {
  const renewed = await renew(turns.map((turn) => turn.id));
  const leases = new Map(renewed.map((lease) => [lease.id, lease]));
  for (const turn of turns) {
    const lease = leases.get(turn.id);
    // The epoch moves when our own reaper takes a turn whose writer was blocked for too long.
    if (lease === undefined || lease.epoch !== turn.epoch) turn.abort({ kind: 'fenced' });
    else if (lease.cancelRequestedAt !== null) turn.abort({ kind: 'stop' });
  }
}
