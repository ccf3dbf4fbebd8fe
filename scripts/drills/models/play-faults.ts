import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, exactly, reportOf, type Bar, type Report } from '../../bench/report.ts';
import type { Protocol } from '../../model-sim/sim-request.ts';
import type { SimCall } from '../../model-sim/start-model-sim.ts';
import type { DrillContext } from '../drill.ts';
import { judgeSubscribers } from '../judge-subscribers.ts';
import { faultCases, type FaultCase } from './fault-cases.ts';
import { awaitEnds } from '../await-ends.ts';
import { countEnded } from '../count-ended.ts';
import { startModelStage, warmUp } from './model-stage.ts';
import { callsOf, faultsOf, playCase, secondsOf, type Played } from './play-case.ts';
import { readLedger, unbalancedBooks } from './read-ledger.ts';
import { judgeRefusals } from './refuse-calls.ts';

const COPIES = 3;
/** Between two questions: this is about faults, not about a rush. */
const PAUSE_MS = 50;
const CLOSED_MS = 250;
const orders: readonly (readonly [Protocol, Protocol])[] = [
  ['openai', 'gemini'],
  ['gemini', 'openai'],
];

export const playSilent = (context: DrillContext): Promise<Report> =>
  playFaults(context, 'F12', faultCases.F12, false);
export const playDripping = (context: DrillContext): Promise<Report> =>
  playFaults(context, 'F13', faultCases.F13, false);
export const playRefusals = (context: DrillContext): Promise<Report> =>
  playFaults(context, 'F14', [], true);
export const playAllFaults = (context: DrillContext): Promise<Report> =>
  playFaults(context, 'faults', [...faultCases.F13, ...faultCases.F12, ...faultCases.others], true);

/**
 * Faults of streaming.md §13 over both protocols, all at the same time: one replica asks OpenAI first, the other
 * Gemini, so that who is asked second is in good health whatever the breaker of the first has seen.
 */
async function playFaults(
  context: DrillContext,
  name: string,
  cases: FaultCase[],
  withRefusals: boolean,
): Promise<Report> {
  const stage = await startModelStage(context);
  const other = await stage.addReplica({ COACH_PROVIDERS: 'gemini,openai' });
  const urls = [stage.first.url, other.url];
  const played = await startAll();
  const refusals = withRefusals ? judgeRefusals(context, stage) : Promise.resolve([]);
  await awaitEnds(context, stage, 160_000, played);
  // A call that its turn has let go of gets a moment to be seen closed.
  await sleep(500);
  const rows = new Map((await readLedger(stage)).map((row) => [row.id, row]));
  const calls = stage.sim.calls();
  const bars: Bar[] = [];
  for (const one of cases) {
    const mine = played.filter(({ wish }) => wish === one);
    let wrong = 0;
    for (const each of mine) {
      const faults = faultsOf(each, rows.get(each.turnId), calls);
      if (faults.length === 0) continue;
      wrong += 1;
      context.say(`WRONG ${one.name}, ${each.order[0]} first: ${faults.join('; ')}`);
    }
    const took = mine.map(({ turnId, question }) => {
      const row = rows.get(turnId);
      return row ? secondsOf(one, row, callsOf(calls, question)) : Number.NaN;
    });
    context.say(
      `${one.name.padEnd(32)} ${one.outcome.padEnd(26)} by ${one.writer.padEnd(9)} ` +
        `${Math.min(...took).toFixed(2)}–${Math.max(...took).toFixed(2)} s`,
    );
    bars.push(exactly(`${one.name}: of ${mine.length} otherwise than it must`, wrong, 0));
  }
  bars.push(...closeOversized(calls));
  const followed = played.map(({ turnId, followers }) => ({
    turnId,
    followers,
    answer: rows.get(turnId)?.answer ?? '',
  }));
  bars.push(
    ...(await refusals),
    ...(followed.length > 0 ? judgeSubscribers(followed) : []),
    exactly('upstream calls left open', calls.filter((call) => call.closedAt === null).length, 0),
    exactly('athletes whose books do not add up', await unbalancedBooks(stage), 0),
    exactly('coach processes that ended', await countEnded([stage.first, other]), 0),
    exactly('bugs told by any process', stage.bugs.length, 0),
  );
  return reportOf(name, bars);

  /**
   * Behind one that warms up what is made once: who is judged in milliseconds, one by one; then the slow ones first,
   * because what fails at once must not have opened a breaker before they were asked.
   */
  async function startAll(): Promise<Played[]> {
    const people = await stage.people(cases.length * orders.length * COPIES);
    const starting: Promise<Played>[] = [];
    for (const url of urls) await warmUp(stage, url);
    const inOrder = [...cases.filter(({ alone }) => alone), ...cases.filter(({ alone }) => !alone)];
    for (const wish of inOrder)
      for (const [place, order] of orders.entries())
        for (let copy = 0; copy < COPIES; copy += 1) {
          const person = people[starting.length];
          if (!person) throw new Error('nobody to ask');
          const at = { url: urls[place] ?? '', order, person, watchAt: urls };
          const playing = playCase(stage, at, wish);
          starting.push(playing);
          if (wish.alone) await awaitEnds(context, stage, 30_000, [await playing], 'ended');
          else await sleep(PAUSE_MS);
        }
    return Promise.all(starting);
  }
}

/** From the byte that was one too many, as its sender saw it, to the end of the connection. */
function closeOversized(calls: SimCall[]): Bar[] {
  const oversized = calls.filter(({ fault }) => fault === 'oversized');
  if (oversized.length === 0) return [];
  const late = oversized.map(
    ({ tooLongAt, closedAt }) => (closedAt ?? Infinity) - (tooLongAt ?? -Infinity),
  );
  return [
    atMost('too long: upstream closed after the limit, ms', Math.max(...late), CLOSED_MS),
    exactly('too long: taken whole', oversized.filter(({ aborted }) => !aborted).length, 0),
  ];
}
