import { setTimeout as sleep } from 'node:timers/promises';
import type { CoachDb } from '@evensplit/db';
import type { Timings } from '../timings.ts';
import { renewLeases, type Lease } from './renew-leases.ts';
import type { RunningTurn, RunningTurns } from './running-turns.ts';

export type BeatDeps = {
  db: Pick<CoachDb, '$queryRaw'>;
  timings: Timings;
  running: RunningTurns;
  owner: string;
};

type Renew = (turnIds: string[]) => Promise<Lease[]>;

/** Rows that are renewed in one statement. */
const SLICE = 100;

/** One heartbeat for all turns of this replica; it also brings the stops that Redis did not deliver. */
export function beat(deps: BeatDeps): Promise<void> {
  return beatThrough(deps, (turnIds) => renewLeases(deps, deps.owner, turnIds));
}

/**
 * Two thousand rows written at once are felt by everybody who shares the database, so many turns are renewed bit by bit,
 * over a fifth of the time between two beats.
 */
export async function beatThrough(
  { timings, running }: Pick<BeatDeps, 'timings' | 'running'>,
  renew: Renew,
): Promise<void> {
  const mine = running.list();
  const pause = (timings.heartbeat * SLICE) / (5 * Math.max(SLICE, mine.length));
  for (let from = 0; from < mine.length; from += SLICE) {
    if (from > 0) await sleep(pause);
    // What has ended meanwhile has no lease to renew, and nobody took it away.
    const slice = mine.slice(from, from + SLICE).filter((turn) => running.get(turn.id) === turn);
    if (slice.length > 0) await beatSlice(slice, renew);
  }
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
