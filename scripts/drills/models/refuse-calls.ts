import { setTimeout as sleep } from 'node:timers/promises';
import { atMost, exactly, type Bar } from '../../bench/report.ts';
import type { Protocol } from '../../model-sim/sim-request.ts';
import type { DrillContext } from '../drill.ts';
import { within } from '../turns.ts';
import { refusalCases, type FaultCase } from './fault-cases.ts';
import type { ModelStage } from './model-stage.ts';
import { faultsOf, playCase, type Played } from './play-case.ts';
import { readLedger } from './read-ledger.ts';

/** streaming.md §9: so many failures of the newest calls open a breaker, and so long it stays open. */
const OPENS_AFTER = 10;
const OPEN_MS = 30_000;

/**
 * F14: providers that refuse. One replica for each order of them, because a refusal is remembered for all who ask
 * there; and one with a single provider, to see its breaker open and close.
 */
export async function judgeRefusals(context: DrillContext, stage: ModelStage): Promise<Bar[]> {
  // Together with the others as many connections as the role may open.
  const pool = { DB_POOL: '3' };
  const [openAiFirst, geminiFirst] = await Promise.all([
    stage.addReplica(pool),
    stage.addReplica({ ...pool, COACH_PROVIDERS: 'gemini,openai' }),
  ]);
  const inTurn = await Promise.all([
    refuseInTurn(context, stage, openAiFirst.url, ['openai', 'gemini']),
    refuseInTurn(context, stage, geminiFirst.url, ['gemini', 'openai']),
  ]);
  for (const replica of [openAiFirst, geminiFirst]) {
    replica.signal('SIGTERM');
    await replica.part.died;
  }
  const breaking = await Promise.all([
    openAndClose(context, stage, 'openai'),
    openAndClose(context, stage, 'gemini'),
  ]);
  return [...inTurn.flat(), ...breaking.flat()];
}

async function refuseInTurn(
  context: DrillContext,
  stage: ModelStage,
  url: string,
  order: readonly [Protocol, Protocol],
): Promise<Bar[]> {
  const [person] = await stage.people(1);
  if (!person) throw new Error('nobody to ask');
  const played: Played[] = [];
  for (const wish of refusalCases) {
    const one = await playCase(stage, { url, order, person, watchAt: [url] }, wish);
    await endsOf(one);
    played.push(one);
  }
  const rows = new Map((await readLedger(stage)).map((row) => [row.id, row]));
  const calls = stage.sim.calls();
  return played.map((one) => {
    const faults = faultsOf(one, rows.get(one.turnId), calls);
    const told = one.followers.filter(({ recording }) => recording.ends() !== 1).length;
    if (faults.length > 0) context.say(`WRONG ${order[0]}: ${one.wish.name}: ${faults.join('; ')}`);
    return exactly(`${order[0]}: ${one.wish.name}: wrong`, faults.length + told, 0);
  });
}

/** Ten failures and it is open: nobody is asked any more. Half a minute later one call finds out, and closes it. */
async function openAndClose(
  context: DrillContext,
  stage: ModelStage,
  protocol: Protocol,
): Promise<Bar[]> {
  const replica = await stage.addReplica({ DB_POOL: '3', COACH_PROVIDERS: protocol });
  const [person] = await stage.people(1);
  if (!person) throw new Error('nobody to ask');
  const other: Protocol = protocol === 'openai' ? 'gemini' : 'openai';
  const at = {
    url: replica.url,
    order: [protocol, other] as const,
    person,
    watchAt: [replica.url],
  };
  const ask = async (plays: string): Promise<number> => {
    const wish: FaultCase = { ...alone, plays };
    const one = await playCase(stage, at, wish);
    await endsOf(one);
    return stage.sim.calls().filter(({ question }) => question === one.question).length;
  };
  let failed = 0;
  while (failed < OPENS_AFTER) failed += await ask('500');
  const openedAt = performance.now();
  let whileOpen = 0;
  for (let asked = 0; asked < OPENS_AFTER; asked += 1) whileOpen += await ask('plain');
  await sleep(OPEN_MS - (performance.now() - openedAt) - 2000);
  const justBefore = await ask('plain');
  await sleep(2500);
  const probe = await ask('plain');
  const afterwards = await ask('plain');
  context.say(`${protocol}: ${failed} failures, then ${whileOpen} calls of ${OPENS_AFTER} turns`);
  return [
    atMost(`${protocol}: calls until the breaker opens`, failed, OPENS_AFTER),
    exactly(`${protocol}: calls while it is open`, whileOpen + justBefore, 0),
    exactly(`${protocol}: calls of the probe and after it`, probe + afterwards, 2),
  ];
}

const alone: FaultCase = {
  name: 'alone',
  plays: '',
  outcome: 'done',
  writer: 'baseline',
  answer: 'other',
  calls: [0, 0],
};

async function endsOf({ followers }: Played): Promise<void> {
  await within(60_000, 'end', Promise.all(followers.map(({ done }) => done)));
}
