import { readFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { sendSignal } from '../../stack/send-signal.ts';
import { atMost, exactly, type Bar } from '../report.ts';
import { countWaiting, holdTurns } from './database.ts';
import type { LostCoaches } from './gateways.ts';
import type { Told } from './pressure.ts';
import { parseProcess } from './process-tree.ts';
import type { Scene } from './scene.ts';
import type { StateName } from './state-names.ts';

/** States that follow one another without a pause between them; before and after each chapter an idle round is measured. */
export type Chapter = { states: StateName[]; play: (scene: Scene) => Promise<void> };

/** Beside all streams: what some hundred people do who have the chat open. */
const ASKS_PER_S = 20;
const STORM = { people: 100, times: 3 };

/** 500 turns, which then lose their coach in two ways. */
export const stalledThenLost: Chapter = {
  states: ['stalled-500', 'frozen', 'killed'],
  async play(scene) {
    await stall(scene, 500);
    await scene.measure('stalled-500', { prove: async (told) => [open('stalled-500', told, 500)] });
    if (!scene.wanted.includes('frozen') && !scene.wanted.includes('killed')) return;
    await freeze(scene, 500);
    await kill(scene);
  },
};

export const stalledOnly = (count: 500 | 2000): Chapter => {
  const state = `stalled-${count}` as const;
  return {
    states: [state],
    async play(scene) {
      await stall(scene, count);
      await scene.measure(state, { prove: async (told) => [open(state, told, count)] });
    },
  };
};

export const frozenOnly: Chapter = {
  states: ['frozen'],
  async play(scene) {
    await stall(scene, 500);
    await freeze(scene, 500);
  },
};

export const lost = (coaches: LostCoaches): Chapter => ({
  states: ['dns', 'unreachable'],
  async play(scene) {
    for (const [state, url] of [
      ['dns', coaches.nameless],
      ['unreachable', coaches.unreachable],
    ] as const) {
      await scene.pressure.act('follow', { url, people: scene.people, count: 500 });
      await scene.pressure.act('ask', { url, people: scene.people, perSecond: ASKS_PER_S });
      await scene.measure(state, {
        url,
        prove: async (told) => [
          ...unanswered(state, told, scene),
          ...(state === 'dns'
            ? [exactly('dns: names were asked for', Number(coaches.namesAsked() > 0), 1)]
            : []),
        ],
      });
      await scene.pressure.act('quiet');
    }
  },
});

/** What does not need many turns: no connection, a crowd at the door, a loop that is busy. */
export const withoutTurns: Chapter = {
  states: ['pool', 'logins', 'blocked'],
  async play(scene) {
    await exhaustPool(scene);
    await stormLogins(scene);
    await blockLoop(scene);
  },
};

/** The coach's connections all wait for a lock, and each new question waits for a connection. */
async function exhaustPool(scene: Scene): Promise<void> {
  if (!scene.wanted.includes('pool')) return;
  const { stack, arrangement, context } = scene;
  await ask(scene);
  const held = await holdTurns(stack);
  context.later(held.release);
  const waiting: number[] = [];
  const look = setInterval(() => {
    countWaiting(stack, arrangement.applicationName).then(
      (n) => waiting.push(n),
      () => undefined,
    );
  }, 1000);
  await scene.measure('pool', {
    prove: async () => {
      // Between two statements of one connection a look may find it free.
      const usual = waiting.toSorted((a, b) => a - b)[Math.floor(waiting.length / 2)] ?? 0;
      const { poolSize } = arrangement;
      return [exactly('pool: connections that wait, median of looks', usual, poolSize)];
    },
  });
  clearInterval(look);
  await held.release();
  await scene.pressure.act('quiet');
}

async function stormLogins(scene: Scene): Promise<void> {
  const { visitors, arrangement, pressure } = scene;
  await scene.measure('logins', {
    login: () =>
      pressure.act('storm', {
        url: arrangement.url,
        emails: visitors.emails.slice(0, STORM.people),
        password: visitors.password,
        times: STORM.times,
        everyMs: (scene.seconds * 1000) / STORM.times,
      }),
  });
}

async function blockLoop(scene: Scene): Promise<void> {
  if (!scene.wanted.includes('blocked')) return;
  const { people, arrangement } = scene;
  await scene.pressure.act('compute', { url: arrangement.url, people: people.slice(-1) });
  await ask(scene);
  await scene.measure('blocked');
  await scene.pressure.act('quiet');
}

async function stall(scene: Scene, count: number): Promise<void> {
  const { pressure, arrangement, people } = scene;
  const crowd = people.slice(0, count / 2);
  await scene.amidVisits(pressure.act('openTurns', { url: arrangement.url, people: crowd, count }));
  await ask(scene);
}

async function ask({ pressure, arrangement, people }: Scene): Promise<void> {
  await pressure.act('ask', { url: arrangement.url, people, perSecond: ASKS_PER_S });
}

async function freeze(scene: Scene, streams: number): Promise<void> {
  const pid = scene.arrangement.pid();
  sendSignal(pid, 'SIGSTOP');
  await scene.measure('frozen', {
    prove: async (told) => [
      ...unanswered('frozen', told, scene),
      open('frozen', told, streams),
      exactly('frozen: the process stands still', Number(await isStopped(pid)), 1),
    ],
  });
}

async function kill(scene: Scene): Promise<void> {
  sendSignal(scene.arrangement.pid(), 'SIGKILL');
  await sleep(1000);
  await scene.measure('killed', { prove: async (told) => unanswered('killed', told, scene) });
}

function open(state: StateName, told: Told, wanted: number) {
  return exactly(`${state}: open streams`, told.openStreams, wanted);
}

/** Nobody can have answered, and not for want of questions. */
function unanswered(state: StateName, told: Told, { seconds }: Scene): Bar[] {
  const good = Object.entries(told.asked).filter(([status]) => status !== '0' && status < '500');
  const count = good.reduce((sum, [, times]) => sum + times, 0);
  // A busy machine sends a few less than it should.
  const least = Math.floor(0.8 * ASKS_PER_S * seconds);
  return [
    atMost(`${state}: questions the coach answered`, count, 0),
    {
      name: `${state}: questions sent, at least`,
      value: told.sent,
      bar: least,
      ok: told.sent >= least,
    },
  ];
}

async function isStopped(pid: number): Promise<boolean> {
  return parseProcess(await readFile(`/proc/${pid}/stat`, 'utf8')).state === 'T';
}
