import { setTimeout as sleep } from 'node:timers/promises';
import { latencyOf } from '../bench/latency.ts';
import type { Person } from '../bench/people.ts';
import { atMost, exactly, reportOf, type Report } from '../bench/report.ts';
import { startTurn } from '../bench/start-turn.ts';
import type { DrillContext } from './drill.ts';
import { follow, type Follower } from './follow.ts';
import { judgeSubscribers, type Followed } from './judge-subscribers.ts';
import { wires } from './listen.ts';
import { startStage, type Replica, type Stage } from './stage.ts';
import { readTurn, sayWords, within, wordsOf } from './turns.ts';
import { signUp, watchLogin } from './watch-login.ts';

/** Together with the survivor as many as the role's database connections allow. */
const TOGETHER = 3;
const TURNS = 4;
/** From the kill; streaming.md §8. */
const TERMINAL_MS = 18_000;

type Lost = Followed & {
  status: string;
  /** What the subscriber at the surviving replica had been told, against what was kept. */
  keptWhatWasShown: boolean;
  isBeginning: boolean;
  terminalMs: number;
};

/** F15: the owner of running turns is gone between two instructions. The other replica must end every one of them. */
export async function killOwner(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 5;
  const stage = await startStage(context);
  const people = await stage.people((TOGETHER * TURNS) / 2);
  const account = await signUp(stage.stack.url);
  const logins = watchLogin(stage.stack.url, account.email);
  const lost: Lost[] = [];
  for (let killed = 0; killed < times; killed += TOGETHER) {
    const owners = await Promise.all(
      Array.from({ length: Math.min(TOGETHER, times - killed) }, () => stage.addReplica()),
    );
    const ended = await Promise.all(
      owners.map((owner, index) =>
        killOne(stage, owner, people.slice((index * TURNS) / 2, ((index + 1) * TURNS) / 2)),
      ),
    );
    lost.push(...ended.flat());
    context.say(`${killed + owners.length} of ${times} owners killed`);
  }
  const login = await logins();
  const terminal = latencyOf(lost.map((turn) => turn.terminalMs));
  const slowest = Math.max(...lost.map((turn) => turn.terminalMs));
  context.say(
    `end after the kill: fastest ${Math.min(...lost.map((turn) => turn.terminalMs)).toFixed(0)} ms, ` +
      `median ${terminal.p50.toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms over ${lost.length} turns`,
  );
  const count = (what: (turn: Lost) => boolean) => lost.filter(what).length;
  return reportOf(
    'F15',
    [
      exactly('turns whose owner was killed', lost.length, times * TURNS),
      atMost('slowest end after the kill, ms', slowest, TERMINAL_MS),
      atMost(
        'not error/replica_lost',
        count((turn) => turn.status !== 'error/replica_lost'),
        0,
      ),
      atMost(
        'kept text is not what was shown',
        count((turn) => !turn.keptWhatWasShown),
        0,
      ),
      atMost(
        'kept text is not how the answer began',
        count((turn) => !turn.isBeginning),
        0,
      ),
      ...judgeSubscribers(lost),
      atMost('failed logins meanwhile', login.failed, 0),
      atMost('bugs told by any process', stage.bugs.length, 0),
    ],
    { kills: times, terminalMs: terminal, slowestMs: slowest, login },
  );
}

async function killOne(stage: Stage, owner: Replica, people: Person[]): Promise<Lost[]> {
  const asked = await Promise.all(
    Array.from({ length: TURNS }, async (_, index) => {
      const person = people[index % people.length];
      if (!person) throw new Error('nobody to ask');
      const turnId = await startTurn(owner.url, person, sayWords(200, 100));
      const wire = wires[index % 2] ?? 'sse';
      const common = { origin: stage.stack.url, person, turnId };
      // One watches at the survivor all the time; one at the owner, and flees to the survivor when it is gone.
      const steady = follow({ ...common, next: () => ({ url: stage.first.url, wire }) });
      const fleeing = follow({
        ...common,
        next: (connection) => ({ url: connection === 0 ? owner.url : stage.first.url, wire }),
      });
      return { person, turnId, steady, fleeing };
    }),
  );
  await sleep(1000 + Math.random() * 9000);
  owner.signal('SIGKILL');
  const killedAt = performance.now();
  return Promise.all(
    asked.map(async ({ person, turnId, steady, fleeing }) => {
      await endsOf([steady, fleeing]);
      const row = await readTurn(stage.first.url, person, turnId);
      return {
        turnId,
        followers: [steady, fleeing],
        answer: row.text,
        status: `${row.status}/${row.errorCode}`,
        keptWhatWasShown:
          steady.recording.snapshots() === 0 && steady.recording.text() === row.text,
        isBeginning: row.text !== '' && wordsOf(turnId, 200).startsWith(row.text),
        terminalMs: (steady.recording.endedAt() ?? Number.POSITIVE_INFINITY) - killedAt,
      };
    }),
  );
}

async function endsOf(followers: Follower[]): Promise<void> {
  await within(60_000, 'end of a lost turn', Promise.all(followers.map(({ done }) => done)));
}
