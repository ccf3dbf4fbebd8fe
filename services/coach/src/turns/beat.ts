import { renewLeases } from './renew-leases.ts';
import type { CoachDb } from '@evensplit/db';
import type { Timings } from '../timings.ts';
import type { RunningTurns } from './running-turns.ts';

export type BeatDeps = {
  db: Pick<CoachDb, '$queryRaw'>;
  timings: Timings;
  running: RunningTurns;
  owner: string;
};

/** One heartbeat for all turns of this replica; it also brings the stops that Redis did not deliver. */
export async function beat(deps: BeatDeps): Promise<void> {
  const mine = deps.running.list();
  if (mine.length === 0) return;
  const renewed = await renewLeases(
    deps,
    deps.owner,
    mine.map((turn) => turn.id),
  );
  const leases = new Map(renewed.map((lease) => [lease.id, lease]));
  for (const turn of mine) {
    const lease = leases.get(turn.id);
    // The epoch moves when our own reaper takes a turn whose writer was blocked for too long.
    if (lease === undefined || lease.epoch !== turn.epoch) turn.abort({ kind: 'fenced' });
    else if (lease.cancelRequestedAt !== null) turn.abort({ kind: 'stop' });
  }
}
