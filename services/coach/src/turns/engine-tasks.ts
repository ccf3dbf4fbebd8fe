import type { RowWatch } from '../tails/row-watch.ts';
import type { Task } from '../upkeep.ts';
import { beat, type BeatDeps } from './beat.ts';
import { reapTurns, type ReapDeps } from './reap-turns.ts';
import { createPartialSaver, type PartialsDeps } from './save-partials.ts';

/** What a replica does for its turns, and for those of replicas that are gone, as long as it lives. */
export function engineTasks(
  deps: BeatDeps & PartialsDeps & ReapDeps & { rowWatch: RowWatch },
): Task[] {
  const { timings } = deps;
  return [
    { name: 'heartbeat', everyMs: timings.heartbeat, run: () => beat(deps) },
    { name: 'partials', everyMs: timings.partial, run: createPartialSaver(deps) },
    {
      name: 'reaper',
      everyMs: timings.reaper * 0.75,
      jitterMs: timings.reaper * 0.25,
      pauseAfterFailureMs: timings.reaperPause,
      run: () => reapTurns(deps),
    },
    { name: 'quiet rows', everyMs: timings.quietScan, run: () => deps.rowWatch.look() },
  ];
}
