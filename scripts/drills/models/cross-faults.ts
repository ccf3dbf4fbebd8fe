import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, exactly, reportOf, type Report } from '../../bench/report.ts';
import { awaitEnds } from '../await-ends.ts';
import { countEnded } from '../count-ended.ts';
import type { DrillContext } from '../drill.ts';
import { judgeSubscribers } from '../judge-subscribers.ts';
import { withRedis } from '../open-redis.ts';
import type { Replica } from '../stage.ts';
import { postgresOf } from '../stores.ts';
import { stopTurn } from '../turns.ts';
import {
  countChanged,
  events,
  kinds,
  missingCells,
  tellsOtherEnd,
  twoWaves,
  type Cell,
} from './matrix.ts';
import { startModelStage, warmUp } from './model-stage.ts';
import { readLedger, unbalancedBooks } from './read-ledger.ts';

/** Slow enough that an answer without a fault can be hit in its middle. */
const FRAME_MS = 25;
const FROZEN_MS = 22_000;
const WATCHED_MS = 5000;
const POSTGRES_AWAY_MS = 5000;
/** From the row to its end, whatever happens; streaming.md §8. */
const LONGEST_S = 133;

/** Every fault of a model, crossed with everything that can happen to the turn's owner and its stores meanwhile. */
export async function crossFaults(context: DrillContext): Promise<Report> {
  const stage = await startModelStage(context, { frameMs: FRAME_MS });
  // Each event has an owner of its own, because what a breaker has seen in one must not matter in another.
  const add = () => stage.addReplica({ DB_POOL: '3' });
  const [killed, frozen, stopping] = await Promise.all([add(), add(), add()]);
  await Promise.all([killed, frozen, stopping].map(({ url }) => warmUp(stage, url)));
  const earlier = (await readLedger(stage)).length;

  async function kill(): Promise<Cell[]> {
    const cells = await twoWaves(stage, 'kill', killed);
    killed.signal('SIGKILL');
    return cells;
  }

  async function freeze(): Promise<{ cells: Cell[]; changed: number }> {
    const cells = await twoWaves(stage, 'zombie', frozen);
    frozen.signal('SIGSTOP');
    await sleep(FROZEN_MS);
    const ids = new Set(cells.map(({ turnId }) => turnId));
    const rowsOf = async () => (await readLedger(stage)).filter(({ id }) => ids.has(id));
    const before = await rowsOf();
    frozen.signal('SIGCONT');
    await sleep(WATCHED_MS);
    const after = await rowsOf();
    return { cells, changed: countChanged(before, after) };
  }

  async function stop(): Promise<Cell[]> {
    const cells = await twoWaves(stage, 'stop', stopping);
    await Promise.all(
      cells.map(async ({ person, turnId }) => {
        await sleep(Math.random() * 2000);
        await stopTurn(stage.first.url, person, turnId);
      }),
    );
    return cells;
  }

  async function wipe(owner: Replica): Promise<Cell[]> {
    const flush = () => withRedis(stage.stack.urls.cache, (redis) => redis.flushall());
    const cells = await twoWaves(stage, 'wipe', owner);
    await flush();
    await sleep(4000);
    await flush();
    return cells;
  }

  async function restart(owner: Replica): Promise<Cell[]> {
    const postgres = postgresOf(stage);
    const cells = await twoWaves(stage, 'postgres', owner);
    await postgres.stop();
    await sleep(POSTGRES_AWAY_MS);
    await postgres.start();
    return cells;
  }

  const [lost, woken, stopped] = await Promise.all([kill(), freeze(), stop()]);
  context.say(`killed, froze and stopped what wrote ${lost.length + woken.cells.length} answers`);
  for (const done of [frozen, stopping]) {
    done.signal('SIGTERM');
    await done.part.died;
  }
  const [forWipe, forRestart] = await Promise.all([add(), add()]);
  await Promise.all([forWipe, forRestart].map(({ url }) => warmUp(stage, url)));
  const wiped = await wipe(forWipe);
  context.say('wiped Redis twice');
  const restarted = await restart(forRestart);
  context.say('Postgres was away and is back; the last answers go on to their two minutes');
  const cells = [...lost, ...woken.cells, ...stopped, ...wiped, ...restarted];
  await awaitEnds(context, stage, 160_000, cells);
  const rows = new Map((await readLedger(stage)).slice(earlier).map((row) => [row.id, row]));
  for (const event of events) {
    const outcomes: Record<string, number> = {};
    for (const { turnId } of cells.filter((cell) => cell.event === event)) {
      const outcome = rows.get(turnId)?.outcome ?? 'no row';
      outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
    }
    context.say(`${event.padEnd(9)} ${JSON.stringify(outcomes)}`);
  }
  const took = [...rows.values()].map((row) => (row.finishedAt - row.createdAt) / 1000);
  const otherEnd = cells.filter((cell) => tellsOtherEnd(cell, rows.get(cell.turnId)));
  const missing = missingCells(cells, stage.sim.calls());
  const all = kinds.size * 2 * events.length;
  if (missing.length > 0) context.say(`not played: ${missing.join(', ')}`);
  const followed = cells.map(({ turnId, followers }) => ({
    turnId,
    followers,
    answer: rows.get(turnId)?.answer ?? '',
  }));
  return reportOf(
    'all-faults',
    [
      exactly(
        `cells of ${kinds.size} faults, 2 protocols, ${events.length} events, seen at the model`,
        all - missing.length,
        all,
      ),
      exactly(
        'turns that still run',
        cells.filter(({ turnId }) => rows.get(turnId)?.finishedAt === 0).length,
        0,
      ),
      ...judgeSubscribers(followed),
      exactly('turns with another end than their row tells', otherEnd.length, 0),
      atMost('slowest from question to end, s', Math.max(...took), LONGEST_S),
      exactly('rows changed after the zombie woke up', woken.changed, 0),
      exactly('athletes whose books do not add up', await unbalancedBooks(stage), 0),
      exactly(
        'coach processes that ended',
        await countEnded([stage.first, forWipe, forRestart]),
        0,
      ),
      exactly('bugs told by any process', stage.bugs.length, 0),
    ],
    { turns: cells.length, bugs: stage.bugs },
  );
}
