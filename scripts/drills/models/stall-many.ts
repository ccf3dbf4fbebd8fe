import { cookieFor } from '../../bench/people.ts';
import { latencyOf, measure } from '../../bench/latency.ts';
import { atMost, exactly, reportOf, type Report } from '../../bench/report.ts';
import { awaitEnds } from '../await-ends.ts';
import { countEnded } from '../count-ended.ts';
import type { DrillContext } from '../drill.ts';
import { judgeSubscribers } from '../judge-subscribers.ts';
import { signUp } from '../watch-login.ts';
import type { FaultCase } from './fault-cases.ts';
import { startModelStage } from './model-stage.ts';
import { faultsOf, playCase, type Played } from './play-case.ts';
import { readLedger, unbalancedBooks } from './read-ledger.ts';

const IDLE_MS = 20_000;
/** A second of grace for the cut, reliability.md F11. */
const LATE_MS = 21_000;
const HEALTH_P99_MS = 50;
const HOME_P95_MS = 300;
const PROBED_S = 20;
const STARTS_AT_ONCE = 20;

const stalled: FaultCase = {
  name: 'stall after the first chunk',
  plays: 'plain+stall',
  outcome: 'error/idle_timeout',
  writer: 'first',
  answer: 'begun',
  calls: [1, 0],
};

/** F11: the models of five hundred athletes fall silent after their first chunk, while others look at their home. */
export async function stallMany(context: DrillContext): Promise<Report> {
  const athletes = context.sizes.clients ?? 500;
  const stage = await startModelStage(context);
  const { athleteId } = await signUp(stage.stack.url);
  const cookie = await cookieFor(stage.stack, athleteId);
  const other = await stage.addReplica({ COACH_PROVIDERS: 'gemini,openai' });
  const sides = [
    { url: stage.first.url, order: ['openai', 'gemini'] },
    { url: other.url, order: ['gemini', 'openai'] },
  ] as const;
  const people = await stage.people(athletes);
  const played: Played[] = [];
  let next = 0;
  async function start(): Promise<void> {
    for (let person = people[next++]; person; person = people[next++]) {
      const side = sides[next % 2 === 0 ? 0 : 1];
      played.push(await playCase(stage, { ...side, person, watchAt: [side.url] }, stalled));
    }
  }
  await Promise.all(Array.from({ length: STARTS_AT_ONCE }, start));
  context.say(`${played.length} turns wait for a model that has fallen silent`);
  const ask = (path: string, headers: Record<string, string>) => async () => {
    const answer = await fetch(new URL(path, stage.stack.url), { headers });
    await answer.arrayBuffer();
    return answer.ok;
  };
  const [health, home] = await Promise.all([
    measure(20, PROBED_S, ask('/health/ready', {})),
    measure(10, PROBED_S, ask('/v1/home', { cookie })),
  ]);
  await awaitEnds(context, stage, 60_000, played);
  const rows = new Map((await readLedger(stage)).map((row) => [row.id, row]));
  const calls = stage.sim.calls();
  let wrong = 0;
  for (const one of played) {
    const faults = faultsOf(one, rows.get(one.turnId), calls);
    if (faults.length > 0 && wrong++ < 5) context.say(`WRONG: ${faults.join('; ')}`);
  }
  const cut = calls
    .filter(({ fault }) => fault === 'stall')
    .map(({ startedAt, closedAt }) => (closedAt ?? Infinity) - startedAt);
  const cutMs = latencyOf(cut);
  context.say(
    `cut after ${Math.min(...cut)} to ${Math.max(...cut)} ms; health p99 ${health.p99.toFixed(1)} ms, ` +
      `home p95 ${home.p95.toFixed(1)} ms`,
  );
  const followed = played.map(({ turnId, followers }) => ({
    turnId,
    followers,
    answer: rows.get(turnId)?.answer ?? '',
  }));
  return reportOf(
    'F11',
    [
      exactly('turns whose model stalled', cut.length, athletes),
      exactly('not error/idle_timeout with what had come', wrong, 0),
      atMost('cut too early, ms', Math.max(0, IDLE_MS - Math.min(...cut)), 0),
      atMost('slowest cut, ms after the call began', Math.max(...cut), LATE_MS),
      ...judgeSubscribers(followed),
      exactly('failed health and home requests', health.failed + home.failed, 0),
      atMost('health p99, ms', health.p99, HEALTH_P99_MS),
      atMost('home p95, ms', home.p95, HOME_P95_MS),
      exactly('athletes whose books do not add up', await unbalancedBooks(stage), 0),
      exactly('coach processes that ended', await countEnded([stage.first, other]), 0),
      exactly('bugs told by any process', stage.bugs.length, 0),
    ],
    { cutMs, health, home },
  );
}
