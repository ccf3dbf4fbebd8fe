import { setTimeout as sleep } from 'node:timers/promises';
import { latencyOf } from '../bench/latency.ts';
import type { Person } from '../bench/people.ts';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import { startTurn } from '../bench/start-turn.ts';
import type { DrillContext } from './drill.ts';
import { follow } from './follow.ts';
import { openLine, wires } from './listen.ts';
import { readMetrics } from './read-metrics.ts';
import { startStage, type Stage } from './stage.ts';
import { readTurn, sayWords, stopTurn, until, within, wordsOf } from './turns.ts';

const PER_ROUND = 50;
const TURNS = 10;
const WORDS = 100;
const FREED_MS = 1000;
const STOP_MS = 250;
/** A thousand clients that each left a kilobyte behind, five times over. */
const HEAP_MB = 5;

type Turn = { person: Person; turnId: string };

/**
 * F16: clients that go away in the middle of an answer, a thousand of them, through the gateway and over both wires.
 * Nothing of them may stay behind, and the turns know nothing of it.
 */
export async function dropClients(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 1000;
  const stage = await startStage(context);
  const people = await stage.people(TURNS);
  // The first round warms up what is made once; only then is there something to compare with.
  await dropRound(stage, people, PER_ROUND);
  const before = await holdings(stage);
  const freed: number[] = [];
  let dropped = 0;
  let badEnds = 0;
  const stops: number[] = [];
  while (dropped < times) {
    const round = await dropRound(stage, people, Math.min(PER_ROUND, times - dropped));
    dropped += round.dropped;
    freed.push(round.freedMs);
    badEnds += round.badEnds;
    if (round.stopMs !== undefined) stops.push(round.stopMs);
  }
  const after = await holdings(stage);
  context.say('held by the coach          before    after');
  for (const name of Object.keys(before))
    context.say(
      `${name.padEnd(24)} ${String(before[name]).padStart(8)} ${String(after[name]).padStart(8)}`,
    );
  return reportOf(
    'F16',
    [
      exactly('clients that went away mid-stream', dropped, times),
      atMost('slowest round to free all tails, ms', Math.max(...freed), FREED_MS),
      atMost('turns that did not go on to their end', badEnds, 0),
      atMost('stop still works: slowest end, ms', Math.max(...stops), STOP_MS),
      ...['tails', 'turns', 'sockets', 'timers', 'file descriptors'].map((name) =>
        atMost(`${name} left over`, (after[name] ?? 0) - (before[name] ?? 0), 0),
      ),
      atMost(
        'heap left over after a collection, MB',
        (after['heap MB'] ?? 0) - (before['heap MB'] ?? 0),
        HEAP_MB,
      ),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { freedMs: latencyOf(freed), stopMs: latencyOf(stops), before, after },
  );
}

/** Starts some turns, drops clients of them, sees the tails go, stops one turn and reads the others to their end. */
async function dropRound(stage: Stage, people: Person[], count: number) {
  const turns = await Promise.all(
    people.map(async (person): Promise<Turn> => {
      const turnId = await startTurn(stage.stack.url, person, sayWords(WORDS, 50));
      return { person, turnId };
    }),
  );
  const lines = await Promise.all(
    Array.from({ length: count }, async (_, index) => {
      const turn = turns[index % turns.length];
      if (!turn) throw new Error('no turn to follow');
      const heard = Promise.withResolvers<void>();
      const line = await openLine(wires[index % 2] ?? 'sse', {
        ...turn,
        url: stage.stack.url,
        origin: stage.stack.url,
        onEvent: (event) => event.type === 'delta' && heard.resolve(),
      });
      await within(10_000, 'first words', heard.promise);
      return line;
    }),
  );
  const droppedAt = performance.now();
  for (const line of lines) line.cut();
  await until(
    'the tails to go',
    async () => (await gauge(stage, 'coach_tails_open')) === 0,
    10_000,
  );
  const freedMs = performance.now() - droppedAt;
  const [first, ...others] = turns;
  const stopMs = first && (await stopOne(stage, first));
  let badEnds = 0;
  await until('the ends', async () => (await gauge(stage, 'coach_turns_running')) === 0, 30_000);
  for (const { person, turnId } of others) {
    const row = await readTurn(stage.first.url, person, turnId);
    if (row.status !== 'done' || row.text !== wordsOf(turnId, WORDS)) badEnds += 1;
  }
  return { dropped: lines.length, freedMs, badEnds, stopMs };
}

async function stopOne(stage: Stage, { person, turnId }: Turn): Promise<number> {
  const url = stage.stack.url;
  const follower = follow({ origin: url, person, turnId, next: () => ({ url, wire: 'sse' }) });
  while (follower.recording.text() === '') await sleep(10);
  const askedAt = performance.now();
  await stopTurn(url, person, turnId);
  await within(10_000, 'end after a stop', follower.done);
  const stopped = follower.recording.end()?.['status'] === 'stopped';
  return stopped
    ? (follower.recording.endedAt() ?? Number.NaN) - askedAt
    : Number.POSITIVE_INFINITY;
}

async function gauge(stage: Stage, name: string): Promise<number> {
  return (await readMetrics(stage.first.part.metricsPort))(name);
}

/** What the process holds once it is quiet: our own connections to its metrics are closed by then. */
async function holdings(stage: Stage): Promise<Record<string, number>> {
  await sleep(3000);
  stage.first.signal('SIGUSR2');
  await sleep(1000);
  const read = await readMetrics(stage.first.part.metricsPort);
  return {
    tails: read('coach_tails_open'),
    turns: read('coach_turns_running'),
    sockets: read('nodejs_active_resources', 'type="TCPSocketWrap"'),
    timers: read('nodejs_active_resources', 'type="Timeout"'),
    'file descriptors': read('process_open_fds'),
    'heap MB': Math.round(read('nodejs_heap_size_used_bytes') / 1_048_576),
    'resident MB': Math.round(read('process_resident_memory_bytes') / 1_048_576),
  };
}
