import { latencyOf, type Latency, type Samples } from '../latency.ts';
import { atMost, exactly, type Bar } from '../report.ts';
import type { Cores } from './watch-cores.ts';
import { states, type StateName } from './state-names.ts';
import { endpoints, type Endpoint, type Round } from './visitors.ts';

/** Machines are shared: on top of the ratio, this much is noise and not the coach. */
const NOISE_MS = 2;
const RATIO = 1.2;

export type Measured = { state: StateName | 'idle'; round: Round; cores?: Cores };

export type Figures = Latency & { idleP99: number; ratio: number; allowed: number };
export type StateFigures = {
  state: StateName;
  figures: Record<Endpoint, Figures>;
  /** Meanwhile, and in the idle rounds beside it. */
  cores: { state: Cores | undefined; idle: (Cores | undefined)[] };
};

/**
 * Idle, for a state, is the idle round before it and the one after it, taken together: whatever else the machine does
 * changes from minute to minute, and must neither be blamed on the coach nor excuse it. At either end there may
 * be only one. A state that was measured `again` is judged by all of its requests and all idle ones beside them.
 */
export function compareWithIdle(
  rounds: readonly Measured[],
  again: readonly Measured[] = [],
): StateFigures[] {
  return rounds.flatMap((first, index) => {
    const { state, cores } = first;
    if (state === 'idle') return [];
    const repeated = again.findIndex((one) => one.state === state);
    const own = [first, ...again.slice(repeated, repeated + 1)];
    const idle = [...idleBeside(rounds, index), ...idleBeside(again, repeated)];
    const of = (endpoint: Endpoint) =>
      compare(
        own.map(({ round }) => round[endpoint]),
        idle.map(({ round }) => round[endpoint]),
      );
    return [
      {
        state,
        figures: { login: of('login'), health: of('health'), home: of('home') },
        cores: { state: cores, idle: idle.map((one) => one.cores) },
      },
    ];
  });
}

/** Of a state that was not measured (−1) there is nothing beside it. */
function idleBeside(rounds: readonly Measured[], index: number): Measured[] {
  if (index < 0) return [];
  const before = rounds.slice(0, index).findLast((one) => one.state === 'idle');
  const after = rounds.slice(index + 1).find((one) => one.state === 'idle');
  return [before, after].filter((one) => one !== undefined);
}

function compare(own: Samples[], idle: Samples[]): Figures {
  const state = together(own);
  const idleP99 = together(idle).p99;
  return {
    ...state,
    idleP99,
    ratio: state.p99 / idleP99,
    allowed: RATIO + NOISE_MS / idleP99,
  };
}

function together(samples: Samples[]): Latency {
  return latencyOf(
    samples.flatMap(({ times }) => times),
    sum(samples.map(({ failed }) => failed)),
  );
}

export function idleOf(rounds: readonly Measured[]): Record<Endpoint, Latency> {
  const idle = rounds.filter(({ state }) => state === 'idle');
  const of = (endpoint: Endpoint) => together(idle.map(({ round }) => round[endpoint]));
  return { login: of('login'), health: of('health'), home: of('home') };
}

/**
 * A state in which nobody was answered has no p99, and that is no pass. Of a few hundred requests the p99 is one of the
 * two or three slowest, and one of many p99 is over its bar by chance: what misses is measured `again`, with idle rounds of
 * its own, and judged by both together. A failed request is none too many whenever it fails.
 */
export function judgeStates(rounds: readonly Measured[], again: readonly Measured[] = []): Bar[] {
  const idleFailed = endpoints.map((one) => idleOf(rounds)[one].failed + idleOf(again)[one].failed);
  return [
    exactly('idle: failed requests', sum(idleFailed), 0),
    ...compareWithIdle(rounds, again).flatMap((all) => {
      const held: readonly Endpoint[] = states[all.state].held;
      if (held.length === 0) return [];
      const failed = held.map((one) => all.figures[one].failed);
      return [
        ...held.map((endpoint) => ratioBar(all, endpoint)),
        exactly(`${all.state}: failed requests of ${held.join(', ')}`, sum(failed), 0),
      ];
    }),
  ];
}

/** The states of which some p99 is over its bar. */
export function missedStates(rounds: readonly Measured[]): StateName[] {
  return compareWithIdle(rounds)
    .filter((one) => states[one.state].held.some((endpoint) => !ratioBar(one, endpoint).ok))
    .map(({ state }) => state);
}

function ratioBar({ state, figures }: StateFigures, endpoint: Endpoint): Bar {
  const { ratio, allowed } = figures[endpoint];
  return atMost(`${state}: ${endpoint} p99 ÷ idle (≤ 1.2 + 2 ms)`, ratio, allowed);
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
