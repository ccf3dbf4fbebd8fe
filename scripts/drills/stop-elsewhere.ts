import { setTimeout as sleep } from 'node:timers/promises';
import { latencyOf } from '../bench/latency.ts';
import type { Person } from '../bench/people.ts';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import { startTurn } from '../bench/start-turn.ts';
import type { DrillContext } from './drill.ts';
import { follow, type Follower } from './follow.ts';
import { judgeSubscribers, type Followed } from './judge-subscribers.ts';
import { wires } from './listen.ts';
import { readMetrics } from './read-metrics.ts';
import { startStage, type Stage } from './stage.ts';
import { readTurn, sayWords, stopTurn, within } from './turns.ts';

const AT_ONCE = 5;

type Stopped = Followed & { ms: number; status: string };

/** A stop is asked for at one replica while the other writes: how soon everybody sees the end. */
export async function stopElsewhere(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 200;
  const stage = await startStage(context);
  const other = await stage.addReplica();
  const people = await stage.people(AT_ONCE * 4);
  const stopped: Stopped[] = [];
  let next = 0;
  async function worker(): Promise<void> {
    while (next < times) {
      const index = next++;
      const person = people[index % people.length];
      if (person) stopped.push(await stopOne(stage, other.url, person, index));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  const ms = latencyOf(stopped.map((one) => one.ms));
  context.say(`from the stop to the end, ms: p50 ${ms.p50.toFixed(1)}, p95 ${ms.p95.toFixed(1)}`);
  const running = await readMetrics(stage.first.part.metricsPort);
  return reportOf(
    'stop',
    [
      exactly('turns stopped from the other replica', stopped.length, times),
      atMost('from the stop to the end, p99 ms', ms.p99, 250),
      atMost('not stopped', stopped.filter(({ status }) => status !== 'stopped').length, 0),
      ...judgeSubscribers(stopped),
      exactly('turns that still run', running('coach_turns_running'), 0),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { stopMs: ms },
  );
}

async function stopOne(
  stage: Stage,
  otherUrl: string,
  person: Person,
  index: number,
): Promise<Stopped> {
  const turnId = await startTurn(stage.first.url, person, sayWords(600, 100));
  const common = { origin: stage.stack.url, person, turnId };
  const followers = [stage.first.url, otherUrl].map((url, place) =>
    follow({ ...common, next: () => ({ url, wire: wires[(index + place) % 2] ?? 'sse' }) }),
  );
  await within(10_000, 'first words', firstWords(followers));
  await sleep(Math.random() * 500);
  const askedAt = performance.now();
  const status = await stopTurn(otherUrl, person, turnId);
  if (status !== 202) throw new Error(`a stop was answered ${status}`);
  await within(30_000, 'end after a stop', Promise.all(followers.map(({ done }) => done)));
  const last = Math.max(...followers.map(({ recording }) => recording.endedAt() ?? Number.NaN));
  const row = await readTurn(otherUrl, person, turnId);
  return { turnId, followers, answer: row.text, ms: last - askedAt, status: row.status };
}

async function firstWords(followers: Follower[]): Promise<void> {
  while (followers.some(({ recording }) => recording.text() === '')) await sleep(10);
}
