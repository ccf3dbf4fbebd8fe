import type { DrillContext } from '../../drills/drill.ts';
import type { Stack } from '../../stack/start-stack.ts';
import { latencyOf, type Samples } from '../latency.ts';
import type { Person } from '../people.ts';
import type { Bar } from '../report.ts';
import type { Arrangement } from './arrangement.ts';
import { calmest, isDisturbed, type Try } from './calmest.ts';
import type { Measured } from './judge-states.ts';
import type { Told } from './pressure.ts';
import type { RemotePressure } from './start-pressure.ts';
import { states, type StateName } from './state-names.ts';
import { watchCores } from './watch-cores.ts';
import { endpoints, visit, type Visitors } from './visitors.ts';

/** Visits before those that count: a fault needs a moment until everything that waits for it waits. */
const LEAD_IN_S = 6;

/**
 * As many of the visits as go on while a state is made. After a pause as long as it takes to open 2,000 turns V8 compiles
 * again, and for fifteen seconds the p50 of everybody is half as much again without any coach: idle rounds never had such a
 * pause before them.
 */
const MEANWHILE = { share: 1 / 4, stepS: 1 };

/** As often a round is measured until the host leaves it alone; the turns of a state live for two minutes. */
const TRIES = 3;

export type SceneOptions = {
  context: DrillContext;
  stack: Stack;
  arrangement: Arrangement;
  visitors: Visitors;
  people: Person[];
  pressure: RemotePressure;
  seconds: number;
  wanted: readonly StateName[];
};

export type MeasureOptions = {
  /** Another gateway than the usual one. */
  url?: string;
  login?: () => Promise<Samples>;
  /** Whether the state was what its name says, from what the coach's own clients saw meanwhile. */
  prove?: (told: Told) => Promise<Bar[]>;
};

export type Scene = ReturnType<typeof createScene>;

/** Measures round after round and keeps what was seen. */
export function createScene(options: SceneOptions) {
  const { context, stack, arrangement, visitors, pressure, seconds, wanted } = options;
  const rounds: Measured[] = [];
  const proofs: Bar[] = [];
  const coachClients: Partial<Record<StateName, Told>> = {};

  /** The coach is started anew between the states; what the stack started is gone where there is one process. */
  const watch = () =>
    watchCores([
      ...stack.parts.filter(({ name }) => name !== 'coach'),
      { name: 'coach', pid: arrangement.pid() },
    ]);

  async function round(url: string, login?: () => Promise<Samples>): Promise<Try> {
    const attempt = async (): Promise<Try> => {
      const stop = await watch();
      const seen = await visit(visitors, url, seconds, { login });
      return { round: seen, cores: await stop() };
    };
    const tries: [Try, ...Try[]] = [await attempt()];
    while (tries.every(isDisturbed) && tries.length < TRIES) tries.push(await attempt());
    return calmest(tries);
  }

  return {
    ...options,
    rounds,
    proofs,
    coachClients,

    /** Not counted: compiles what is hot and fills what is kept. */
    async warmUp(urls: string[], warmUpS: number): Promise<void> {
      for (const url of urls) await visit(visitors, url, warmUpS / urls.length);
    },

    /** Everything runs, and nobody wants anything of the coach. */
    async idle(): Promise<void> {
      await visit(visitors, arrangement.url, LEAD_IN_S);
      rounds.push({ state: 'idle', ...(await round(arrangement.url)) });
      context.say(`idle: ${shown(rounds)}`);
    },

    /** People come all the time, also while `work` makes a state. */
    async amidVisits(work: Promise<unknown>): Promise<void> {
      let done = false;
      const finished = work.finally(() => (done = true));
      const visits = async () => {
        while (!done) await visit(visitors, arrangement.url, MEANWHILE.stepS, MEANWHILE);
      };
      await Promise.all([finished, visits()]);
    },

    async measure(state: StateName, how: MeasureOptions = {}): Promise<void> {
      if (!wanted.includes(state)) return;
      const url = how.url ?? arrangement.url;
      await visit(visitors, url, LEAD_IN_S);
      await pressure.act('tell');
      rounds.push({ state, ...(await round(url, how.login)) });
      const told = await pressure.act('tell');
      coachClients[state] = told;
      proofs.push(...((await how.prove?.(told)) ?? []));
      context.say(`${state} (${states[state].about}): ${shown(rounds)}`);
    },
  };
}

function shown(rounds: Measured[]): string {
  const { round, cores } = rounds.at(-1) ?? {};
  if (!round || !cores) return '';
  const figures = endpoints
    .map((endpoint) => {
      const { n, p50, p99, failed } = latencyOf(round[endpoint].times, round[endpoint].failed);
      const lost = failed > 0 ? `, ${failed} failed` : '';
      return `${endpoint} p50 ${p50.toFixed(1)}, p99 ${p99.toFixed(1)} ms of ${n}${lost}`;
    })
    .join('; ');
  return `${figures}; cores: ours ${cores.ours.toFixed(2)}, others ${cores.others.toFixed(2)}, stolen ${cores.stolen.toFixed(2)}`;
}
