import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
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

/** Owners at the same time; with the survivor as many as the role's database connections allow. */
const OWNERS = 3;
const TURNS = 4;
/** From the kill; streaming.md §8. */
const TERMINAL_MS = 18_000;
/** Whoever took a turn over was killed in that very moment, before its own lease of 5 s and one more scan of 2 s. */
const TWICE_MS = TERMINAL_MS + 7000;

type Lost = Followed & {
  status: string;
  /** What the subscriber at the surviving replica had been told, against what was kept. */
  keptWhatWasShown: boolean;
  isBeginning: boolean;
  terminalMs: number;
};

/**
 * F15: the owner of running turns is gone between two instructions. Somebody else must end every one of them. A killed
 * owner is followed by the next at once, while the ends of its turns are still waited for.
 */
export async function killOwner(context: DrillContext): Promise<Report> {
  const times = context.sizes.times ?? 5;
  const stage = await startStage(context);
  const people = await stage.people((times * TURNS) / 2);
  const account = await signUp(stage.stack.url);
  const logins = watchLogin(stage.stack.url, account.email);
  const free = createPlaces(OWNERS);
  let killed = 0;
  const lost = (
    await Promise.all(
      Array.from({ length: times }, async (_, index) => {
        await free.take();
        const owner = await stage.addReplica();
        const asked = await askAt(
          stage,
          owner,
          people.slice((index * TURNS) / 2, ((index + 1) * TURNS) / 2),
        );
        await sleep(1000 + Math.random() * 9000);
        owner.signal('SIGKILL');
        const killedAt = performance.now();
        free.giveBack();
        killed += 1;
        if (killed % 10 === 0) context.say(`${killed} of ${times} owners killed`);
        return judgeEnds(stage, asked, killedAt);
      }),
    )
  ).flat();
  const login = await logins();
  const twice = await takenTwice(stage);
  const once = lost.filter((turn) => !twice.has(turn.turnId)).map((turn) => turn.terminalMs);
  const more = lost.filter((turn) => twice.has(turn.turnId)).map((turn) => turn.terminalMs);
  const terminal = latencyOf(once);
  const slowest = Math.max(...once);
  context.say(
    `end after the kill: fastest ${Math.min(...once).toFixed(0)} ms, median ${terminal.p50.toFixed(0)} ms, ` +
      `slowest ${slowest.toFixed(0)} ms over ${once.length} turns; taken over twice: ${more.length}`,
  );
  const count = (what: (turn: Lost) => boolean) => lost.filter(what).length;
  return reportOf(
    'F15',
    [
      exactly('turns whose owner was killed', lost.length, times * TURNS),
      atMost('slowest end after the kill, ms', slowest, TERMINAL_MS),
      atMost('slowest when the next was killed as well, ms', Math.max(0, ...more), TWICE_MS),
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
    { kills: times, terminalMs: terminal, slowestMs: slowest, takenTwice: more.length, login },
  );
}

type Asked = { person: Person; turnId: string; steady: Follower; fleeing: Follower };

function askAt(stage: Stage, owner: Replica, people: Person[]): Promise<Asked[]> {
  return Promise.all(
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
}

function judgeEnds(stage: Stage, asked: Asked[], killedAt: number): Promise<Lost[]> {
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

/** The first owner writes epoch 1 and whoever ends its turn epoch 2: beyond that somebody died while ending it. */
async function takenTwice(stage: Stage): Promise<Set<string>> {
  const client = new pg.Client({ connectionString: stage.stack.urls.admin });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: string }>('SELECT id FROM "Turn" WHERE epoch > 2');
    return new Set(rows.map(({ id }) => id));
  } finally {
    await client.end();
  }
}

function createPlaces(count: number): { take: () => Promise<void>; giveBack: () => void } {
  let left = count;
  const waiting: (() => void)[] = [];
  return {
    async take() {
      if (left === 0) await new Promise<void>((resolve) => waiting.push(resolve));
      else left -= 1;
    },
    giveBack() {
      const next = waiting.shift();
      if (next) next();
      else left += 1;
    },
  };
}

async function endsOf(followers: Follower[]): Promise<void> {
  await within(60_000, 'end of a lost turn', Promise.all(followers.map(({ done }) => done)));
}
