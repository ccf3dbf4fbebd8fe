import { setTimeout as sleep } from 'node:timers/promises';
import { latencyOf } from '../bench/latency.ts';
import type { Person } from '../bench/people.ts';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import { startTurn } from '../bench/start-turn.ts';
import type { SimCall } from '../model-sim/start-model-sim.ts';
import type { DrillContext } from './drill.ts';
import { follow, type Follower } from './follow.ts';
import { judgeSubscribers, type Followed } from './judge-subscribers.ts';
import { wires } from './listen.ts';
import { startModelStage, wishFor } from './models/model-stage.ts';
import { unbalancedBooks } from './models/read-ledger.ts';
import { readMetrics } from './read-metrics.ts';
import type { Stage } from './stage.ts';
import { readTurn, stopTurn, within } from './turns.ts';

const AT_ONCE = 5;
const STOP_MS = 250;

type Stopped = Followed & {
  /** From the stop to the end at the last subscriber. */
  ms: number;
  status: string;
  question: string;
  /** In milliseconds since 1970, as the sim counts. */
  askedAt: number;
  /** When each tool was seen to begin. */
  toolsAt: number[];
};

/**
 * A stop is asked for at one replica while either of them writes, in the middle of words or between two looks into the
 * data: how soon the call to the model is closed and everybody sees the end.
 */
export async function stopElsewhere(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 200;
  const stage = await startModelStage(context, {
    scenarios: {
      // Half a second of thought before each look, five looks: most stops fall between two of them.
      curious: ({ tools }) =>
        tools.length === 0
          ? [{ say: 'I have looked at everything there is.' }]
          : [{ think: 'What else is there? '.repeat(25) }, { call: 'last-run', args: {} }],
    },
  });
  const other = await stage.addReplica({ COACH_PROVIDERS: 'gemini,openai' });
  const urls = [stage.first.url, other.url] as const;
  const people = await stage.people(AT_ONCE * 4);
  const stopped: Stopped[] = [];
  let next = 0;
  async function worker(): Promise<void> {
    while (next < times) {
      const index = next++;
      const person = people[index % people.length];
      if (person) stopped.push(await stopOne(stage, urls, person, index));
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  await sleep(1000);
  const closed = stopped.map((one) => judgeCalls(one, stage.sim.calls()));
  const ms = latencyOf(stopped.map((one) => one.ms));
  const closedMs = latencyOf(closed.map((one) => one.closedMs));
  context.say(`from the stop to the end, ms: p50 ${ms.p50.toFixed(1)}, p95 ${ms.p95.toFixed(1)}`);
  context.say(
    `from the stop to the end of the call, ms: p50 ${closedMs.p50.toFixed(1)}, p95 ${closedMs.p95.toFixed(1)}`,
  );
  const running = await Promise.all(
    [stage.first, other].map((one) => readMetrics(one.part.metricsPort)),
  );
  const sum = (of: (one: (typeof closed)[number]) => number) =>
    closed.reduce((total, one) => total + of(one), 0);
  return reportOf(
    'stop',
    [
      exactly('turns stopped, half of them at the other replica', stopped.length, times),
      atMost('from the stop to the end of the call, p99 ms', closedMs.p99, STOP_MS),
      atMost('from the stop to the end, p99 ms', ms.p99, STOP_MS),
      atMost(
        'calls begun later than that',
        sum((one) => one.lateCalls),
        0,
      ),
      atMost(
        'tools begun later than that',
        sum((one) => one.lateTools),
        0,
      ),
      atMost(
        'calls left open',
        stage.sim.calls().filter(({ closedAt }) => closedAt === null).length,
        0,
      ),
      atMost('not stopped', stopped.filter(({ status }) => status !== 'stopped').length, 0),
      ...judgeSubscribers(stopped),
      exactly(
        'turns that still run',
        running.reduce((total, read) => total + read('coach_turns_running'), 0),
        0,
      ),
      exactly('athletes whose books do not add up', await unbalancedBooks(stage), 0),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { stopMs: ms, closedMs },
  );
}

/** What the model saw of a stop. A turn that was between two calls had none to close. */
function judgeCalls({ question, askedAt, toolsAt }: Stopped, calls: SimCall[]) {
  const mine = calls.filter((call) => call.question === question);
  const last = Math.max(...mine.map(({ closedAt }) => closedAt ?? Infinity));
  return {
    closedMs: Math.max(0, last - askedAt),
    lateCalls: mine.filter(({ startedAt }) => startedAt > askedAt + STOP_MS).length,
    lateTools: toolsAt.filter((at) => at > askedAt + STOP_MS).length,
  };
}

async function stopOne(
  stage: Stage,
  urls: readonly [string, string],
  person: Person,
  index: number,
): Promise<Stopped> {
  const question = wishFor(index % 2 === 0 ? 'steady' : 'curious');
  // Three quarters of the stops come in where the turn is not written.
  const [owner, elsewhere] = index % 4 < 2 ? urls : ([urls[1], urls[0]] as const);
  const stopAt = index % 8 < 6 ? elsewhere : owner;
  const turnId = await startTurn(owner, person, question);
  const toolsAt: number[] = [];
  const followers = urls.map((url, place) =>
    follow({
      origin: stage.stack.url,
      person,
      turnId,
      next: () => ({ url, wire: wires[(index + place) % 2] ?? 'sse' }),
      onEvent: (event) => {
        if (event.type === 'status' && event.data['tool']) toolsAt.push(Date.now());
      },
    }),
  );
  await within(10_000, 'first event', firstEvent(followers));
  await sleep(Math.random() * 1500);
  const askedAt = Date.now();
  const startedAt = performance.now();
  const status = await stopTurn(stopAt, person, turnId);
  if (status !== 202) throw new Error(`a stop was answered ${status}`);
  await within(30_000, 'end after a stop', Promise.all(followers.map(({ done }) => done)));
  const last = Math.max(...followers.map(({ recording }) => recording.endedAt() ?? Number.NaN));
  const row = await readTurn(stopAt, person, turnId);
  return {
    turnId,
    followers,
    answer: row.text,
    ms: last - startedAt,
    status: row.status,
    question,
    askedAt,
    toolsAt,
  };
}

async function firstEvent(followers: Follower[]): Promise<void> {
  while (followers.some(({ recording }) => recording.events() === 0)) await sleep(10);
}
