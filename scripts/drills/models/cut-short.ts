import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, exactly, reportOf, type Report } from '../../bench/report.ts';
import type { Protocol } from '../../model-sim/sim-request.ts';
import { countEnded } from '../count-ended.ts';
import type { DrillContext } from '../drill.ts';
import { judgeSubscribers } from '../judge-subscribers.ts';
import { within } from '../turns.ts';
import type { FaultCase } from './fault-cases.ts';
import { said, startModelStage } from './model-stage.ts';
import { faultsOf, playCase, type Played } from './play-case.ts';
import { readLedger } from './read-ledger.ts';

const truncated: FaultCase = {
  name: 'end without a finish reason',
  plays: '',
  outcome: 'error/upstream_truncated',
  writer: 'first',
  answer: 'begun',
  calls: [1, 0],
};
const whole: FaultCase = {
  name: 'nothing wrong',
  plays: 'plain',
  outcome: 'done',
  writer: 'first',
  answer: 'whole',
  calls: [1, 0],
};

/** Every third, or the breaker would keep the rest of them from being asked at all. */
const EVERY = 3;
/** Content frames of the whole answer, the last one included: it may lack nothing but its finish. */
const FRAMES = Math.ceil(said.plain.length / 5);

/** Answers that end without saying that they are over, however much of them came: none of them may count as done. */
export async function cutShort(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 100;
  const stage = await startModelStage(context);
  const other = await stage.addReplica({ COACH_PROVIDERS: 'gemini,openai' });
  const sides: { url: string; order: readonly [Protocol, Protocol] }[] = [
    { url: stage.first.url, order: ['openai', 'gemini'] },
    { url: other.url, order: ['gemini', 'openai'] },
  ];
  const played: Played[] = [];
  await Promise.all(
    sides.map(async ({ url, order }, place) => {
      const people = await stage.people(8);
      const mine = Math.ceil((times - place) / sides.length) * EVERY;
      for (let index = 0; index < mine; index += 1) {
        const person = people[index % people.length];
        if (!person) throw new Error('nobody to ask');
        const frames = 1 + (Math.floor(index / EVERY) % FRAMES);
        const wish =
          index % EVERY === EVERY - 1
            ? { ...truncated, plays: `plain+eof-after-${frames}` }
            : whole;
        const one = await playCase(stage, { url, order, person, watchAt: [url] }, wish);
        played.push(one);
        await within(20_000, 'end', Promise.all(one.followers.map(({ done }) => done)));
      }
    }),
  );
  await sleep(200);
  const rows = new Map((await readLedger(stage)).map((row) => [row.id, row]));
  const calls = stage.sim.calls();
  let wrong = 0;
  let done = 0;
  for (const one of played) {
    const row = rows.get(one.turnId);
    const faults = faultsOf(one, row, calls);
    if (faults.length > 0) {
      wrong += 1;
      context.say(`WRONG ${one.wish.name}, ${one.order[0]} first: ${faults.join('; ')}`);
    }
    if (one.wish !== whole && row?.outcome === 'done') done += 1;
  }
  const followed = played.map(({ turnId, followers }) => ({
    turnId,
    followers,
    answer: rows.get(turnId)?.answer ?? '',
  }));
  return reportOf('truncated', [
    exactly('answers cut short', calls.filter(({ fault }) => fault === 'eof').length, times),
    atMost('of them stored as done', done, 0),
    exactly('turns that ended otherwise than they must', wrong, 0),
    ...judgeSubscribers(followed),
    exactly('coach processes that ended', await countEnded([stage.first, other]), 0),
    exactly('bugs told by any process', stage.bugs.length, 0),
  ]);
}
