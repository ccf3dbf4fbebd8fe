import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../../bench/people.ts';
import { atMost, exactly, reportOf, type Bar, type Report } from '../../bench/report.ts';
import { startTurn } from '../../bench/start-turn.ts';
import { awaitEnds } from '../await-ends.ts';
import { countEnded } from '../count-ended.ts';
import type { DrillContext } from '../drill.ts';
import { follow } from '../follow.ts';
import { wires } from '../listen.ts';
import { readMetrics } from '../read-metrics.ts';
import { stopTurn, until } from '../turns.ts';
import { judgeLeftInRedis } from './left-in-redis.ts';
import { judgeConnections } from './many-tails.ts';
import { startModelStage, warmUp, wishFor, type ModelStage } from './model-stage.ts';

const COLLECTING = 'services/coach/bench/collecting-main.ts';
const SAMPLES = 20;
const AT_ONCE = 16;
/** What takes a fraction of a second may take long on a machine that does much else. */
const LIMIT_MS = 90_000;
/** Our own connections are closed by then. */
const IDLE_MS = 5000;
/** Each of them asks rarely enough for the limit on one session's requests. */
const ATHLETES = 400;
/** What "no more than before" may mean for a process that also keeps statistics of itself. */
const RSS_MB_PER_1000 = 1;
const HEAP_MB_PER_1000 = 0.25;

type Sample = { turns: number; rssMb: number; heapMb: number };

/**
 * Ten thousand answers, every second one stopped in its middle: what the process holds afterwards, how many connections
 * Redis sees while two thousand listen, and what is left in Redis when the logs have expired.
 */
export async function churnTurns(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 2000;
  const stage = await startModelStage(context, { entry: COLLECTING });
  const people = await stage.people(ATHLETES);
  await warmUp(stage, stage.first.url);
  await churn(context, stage, people, 200);
  await sleep(IDLE_MS);
  const before = await holdings(stage);
  const samples: Sample[] = [];
  const step = Math.ceil(times / SAMPLES);
  let stopped = 0;
  let badEnds = 0;
  for (let turns = 0; turns < times; turns += step) {
    const part = await churn(context, stage, people, Math.min(step, times - turns));
    stopped += part.stopped;
    badEnds += part.badEnds;
    const held = await holdings(stage);
    samples.push({
      turns: Math.min(turns + step, times),
      rssMb: held['resident MB'] ?? Number.NaN,
      heapMb: held['heap MB'] ?? Number.NaN,
    });
    stage.sim.reset();
  }
  await sleep(IDLE_MS);
  const after = await holdings(stage);
  const late = samples.slice(Math.floor(samples.length / 2));
  const rss = slopeOf(late.map(({ turns, rssMb }) => [turns / 1000, rssMb]));
  const heap = slopeOf(late.map(({ turns, heapMb }) => [turns / 1000, heapMb]));
  context.say(`resident MB: ${samples.map(({ rssMb }) => rssMb.toFixed(0)).join(' ')}`);
  context.say(`heap MB:     ${samples.map(({ heapMb }) => heapMb.toFixed(1)).join(' ')}`);
  const leftOver = ['tails', 'turns', 'sockets', 'timers', 'file descriptors'].map((name): Bar =>
    atMost(`${name} left over`, (after[name] ?? 0) - (before[name] ?? 0), 0),
  );
  return reportOf(
    'memory',
    [
      exactly('turns that ended otherwise than they must', badEnds, 0),
      exactly('of the turns, stopped in the middle', stopped, Math.floor(times / 2)),
      atMost('resident memory, MB per 1,000 turns (second half)', rss, RSS_MB_PER_1000),
      atMost('heap, MB per 1,000 turns (second half)', heap, HEAP_MB_PER_1000),
      ...leftOver,
      ...(await judgeConnections(context, stage, people)),
      ...(await judgeLeftInRedis(stage)),
      exactly('coach processes that ended', await countEnded([stage.first]), 0),
      exactly('bugs told by any process', stage.bugs.length, 0),
    ],
    { samples, before, after },
  );
}

/** So many turns, each followed by somebody, every second one stopped somewhere between its start and its end. */
async function churn(
  context: DrillContext,
  stage: ModelStage,
  people: Person[],
  count: number,
): Promise<{ stopped: number; badEnds: number }> {
  let next = 0;
  let stopped = 0;
  let badEnds = 0;
  async function worker(): Promise<void> {
    while (next < count) {
      const index = next++;
      const person = people[index % people.length];
      if (!person) throw new Error('nobody to ask');
      const stops = index % 2 === 1;
      const { url } = stage.first;
      const turnId = await startTurn(url, person, wishFor(stops ? 'steady' : 'honest then plain'));
      const wire = wires[Math.floor(index / 2) % 2] ?? 'sse';
      const follower = follow({
        origin: stage.stack.url,
        person,
        turnId,
        next: () => ({ url, wire }),
      });
      if (stops) {
        await sleep(Math.random() * 150);
        await stopTurn(url, person, turnId);
      }
      const turn = { turnId, person, followers: [follower] };
      await awaitEnds(context, stage, LIMIT_MS, [turn], 'ended');
      const status = follower.recording.end()?.['status'];
      if (status === 'stopped') stopped += 1;
      if (status !== (stops ? 'stopped' : 'done')) badEnds += 1;
      follower.leave();
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { stopped, badEnds };
}

/** What the process holds once it is quiet and its garbage is collected. */
async function holdings(stage: ModelStage): Promise<Record<string, number>> {
  const read = () => readMetrics(stage.first.part.metricsPort);
  await until('quiet', async () => (await read())('coach_tails_open') === 0, 10_000);
  stage.first.signal('SIGUSR2');
  await sleep(1000);
  const metrics = await read();
  const megabytes = (name: string) => Math.round((metrics(name) / 1_048_576) * 100) / 100;
  return {
    tails: metrics('coach_tails_open'),
    turns: metrics('coach_turns_running'),
    sockets: metrics('nodejs_active_resources', 'type="TCPSocketWrap"'),
    timers: metrics('nodejs_active_resources', 'type="Timeout"'),
    'file descriptors': metrics('process_open_fds'),
    'heap MB': megabytes('nodejs_heap_size_used_bytes'),
    'resident MB': megabytes('process_resident_memory_bytes'),
  };
}

/** Least squares. */
function slopeOf(points: [x: number, y: number][]): number {
  const mean = (of: (point: [number, number]) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x0, y0] = [mean(([x]) => x), mean(([, y]) => y)];
  const across = points.reduce((sum, [x, y]) => sum + (x - x0) * (y - y0), 0);
  const along = points.reduce((sum, [x]) => sum + (x - x0) ** 2, 0);
  return across / along;
}
