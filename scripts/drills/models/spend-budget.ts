import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Person } from '../../bench/people.ts';
import { atMost, exactly, reportOf, type Report } from '../../bench/report.ts';
import { postTurn, startTurn } from '../../bench/start-turn.ts';
import type { DrillContext } from '../drill.ts';
import type { Replica } from '../stage.ts';
import { stopTurn, until } from '../turns.ts';
import { startModelStage, warmUp, wishFor, withAdmin, type ModelStage } from './model-stage.ts';
import { readLedger, unbalancedBooks, type LedgerTurn } from './read-ledger.ts';

const TURNS = 100;
const ROUNDS = 4;
/** So much of a reservation that two fit side by side, a third after it, and never a fourth. */
const CAP_IN_RESERVATIONS = 3.4;

type Asked = { person: Person; turnId: string; question: string; stops: boolean };

/**
 * A hundred turns at once, again and again, of athletes who may spend little more than three reservations a day. Half
 * of them lose their owner to kill -9, a quarter is stopped, a quarter comes to its end.
 */
export async function spendBudget(context: DrillContext): Promise<Report> {
  const stage = await startModelStage(context);
  await warmUp(stage, stage.first.url);
  const reservation = Math.max(...(await readLedger(stage)).map((row) => row.reservedTokens));
  const cap = Math.floor(reservation * CAP_IN_RESERVATIONS);
  const earlier = (await readLedger(stage)).length;
  const limited = { COACH_DAILY_TOKENS: String(cap) };
  const people = await stage.people(TURNS / 2);
  const [greedy] = await stage.people(1);
  if (!greedy) throw new Error('nobody to ask');
  const ids = [...people, greedy].map(({ athleteId }) => athleteId);
  const watching = watchSpending(stage, ids);
  const survivor = await stage.addReplica(limited);
  const crowd = await askAtOnce(stage, survivor, greedy);
  for (let round = 1; round <= ROUNDS; round += 1) {
    const victim = await stage.addReplica(limited);
    const asked = await askAll(people, victim.url, survivor.url);
    await sleep(500 + Math.random() * 1500);
    victim.signal('SIGKILL');
    for (const { person, turnId, stops } of asked)
      if (stops) await stopTurn(stage.first.url, person, turnId);
    await until('all ends', async () => (await running(stage)) === 0, 40_000);
    context.say(`round ${round} of ${ROUNDS}: ${asked.length} turns, their owner killed for half`);
  }
  const { highest, samples } = await watching();
  const rows = (await readLedger(stage)).slice(earlier);
  const billed = judgeBills(rows);
  const calls = stage.sim.calls();
  const denied = new Set(
    rows.filter((row) => row.reservedTokens === 0).map(({ question }) => question),
  );
  const unknown = rows.filter((row) => row.outcome !== 'error/replica_lost');
  const unwritten = unknown.filter(
    (row) => row.calls.length !== calls.filter(({ question }) => question === row.question).length,
  );
  context.say(
    `a turn reserves ${reservation} tokens, a day is ${cap}; ${rows.length} turns: ` +
      `${JSON.stringify(billed.outcomes)}, ${denied.size} without a model; highest spending seen ${highest}`,
  );
  return reportOf(
    'budget',
    [
      exactly('turns of one athlete who asked 100 at once', crowd, 2),
      exactly('turns of the others', rows.length - crowd, TURNS * ROUNDS),
      { name: 'looks at what is spent', value: samples, bar: 500, ok: samples >= 500 },
      atMost('spent and reserved at the highest, tokens', highest, cap),
      atMost('stopped turns billed above their reservation', billed.stoppedAbove, 0),
      atMost('lost turns not billed their reservation', billed.lostOther, 0),
      atMost('ended turns billed other than their calls', billed.doneOther, 0),
      exactly('athletes whose books do not add up', await unbalancedBooks(stage), 0),
      {
        name: 'turns that found the budget spent',
        value: denied.size,
        bar: 50,
        ok: denied.size >= 50,
      },
      atMost(
        'of them that called a model',
        calls.filter(({ question }) => denied.has(question)).length,
        0,
      ),
      atMost('of them not answered from facts', billed.deniedOther, 0),
      atMost('turns whose calls are not all in the ledger', unwritten.length, 0),
      exactly('bugs told by any process', stage.bugs.length, 0),
    ],
    { reservation, cap, highest, outcomes: billed.outcomes },
  );
}

/** One athlete sends a hundred different questions at the same moment: two become turns. */
async function askAtOnce(stage: ModelStage, replica: Replica, person: Person): Promise<number> {
  const answers = await Promise.all(
    Array.from({ length: TURNS }, () =>
      postTurn(replica.url, person, wishFor('steady'), randomUUID()),
    ),
  );
  const accepted = answers.flatMap(({ turnId }) => turnId ?? []);
  for (const turnId of accepted) await stopTurn(stage.first.url, person, turnId);
  return accepted.length;
}

/** Two turns of each: one where the owner will be killed, one where it is stopped or ends by itself. */
function askAll(people: Person[], victim: string, survivor: string): Promise<Asked[]> {
  return Promise.all(
    people.flatMap((person, index) => {
      const stops = index % 2 === 0;
      return [
        ask(person, victim, 'steady', false),
        ask(person, survivor, stops ? 'steady' : 'honest then plain', stops),
      ];
    }),
  );
}

async function ask(person: Person, url: string, plays: string, stops: boolean): Promise<Asked> {
  const question = wishFor(plays);
  return { person, question, stops, turnId: await startTurn(url, person, question) };
}

function judgeBills(rows: LedgerTurn[]) {
  const bad = (of: LedgerTurn[], isGood: (row: LedgerTurn) => boolean) =>
    of.filter((row) => !isGood(row)).length;
  const paid = rows.filter((row) => row.reservedTokens > 0);
  const by = (outcome: string) => paid.filter((row) => row.outcome === outcome);
  const outcomes: Record<string, number> = {};
  for (const { outcome } of rows) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    outcomes,
    stoppedAbove: bad(by('stopped'), (row) => (row.usedTokens ?? Infinity) <= row.reservedTokens),
    lostOther: bad(by('error/replica_lost'), (row) => row.usedTokens === row.reservedTokens),
    doneOther: bad(
      by('done'),
      (row) => row.usedTokens === row.calls.reduce((sum, { tokens }) => sum + (tokens ?? 0), 0),
    ),
    deniedOther: bad(
      rows.filter((row) => row.reservedTokens === 0 && row.outcome === 'done'),
      (row) => row.writer === 'baseline' && row.usedTokens === 0,
    ),
  };
}

/** Looks all the time at the most that any of these athletes has spent and reserved. */
function watchSpending(
  stage: ModelStage,
  ids: string[],
): () => Promise<{ highest: number; samples: number }> {
  let over = false;
  let highest = 0;
  let samples = 0;
  const watching = withAdmin(stage, async (admin) => {
    while (!over) {
      const { rows } = await admin.query<{ most: number | null }>(
        'SELECT max(used + reserved) AS most FROM "Usage" WHERE "athleteId" = ANY($1::uuid[])',
        [ids],
      );
      highest = Math.max(highest, rows[0]?.most ?? 0);
      samples += 1;
      await sleep(10);
    }
  });
  return async () => {
    over = true;
    await watching;
    return { highest, samples };
  };
}

async function running(stage: ModelStage): Promise<number> {
  return withAdmin(stage, async (admin) => {
    const { rows } = await admin.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM "Turn" WHERE status = 'running'`,
    );
    return rows[0]?.n ?? -1;
  });
}
