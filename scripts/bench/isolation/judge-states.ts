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
 * be only one.
 */
export function compareWithIdle(rounds: readonly Measured[]): StateFigures[] {
  return rounds.flatMap(({ state, round, cores }, index) => {
    if (state === 'idle') return [];
    const before = rounds.slice(0, index).findLast((one) => one.state === 'idle');
    const after = rounds.slice(index + 1).find((one) => one.state === 'idle');
    const idle = [before, after].filter((one) => one !== undefined);
    const of = (endpoint: Endpoint) =>
      compare(
        round[endpoint],
        idle.map((one) => one.round[endpoint]),
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

function compare(samples: Samples, idle: Samples[]): Figures {
  const own = latencyOf(samples.times, samples.failed);
  const idleP99 = latencyOf(idle.flatMap(({ times }) => times)).p99;
  return { ...own, idleP99, ratio: own.p99 / idleP99, allowed: RATIO + NOISE_MS / idleP99 };
}

export function idleOf(rounds: readonly Measured[]): Record<Endpoint, Latency> {
  const idle = rounds.filter(({ state }) => state === 'idle');
  const of = (endpoint: Endpoint) => {
    const samples = idle.map(({ round }) => round[endpoint]);
    return latencyOf(
      samples.flatMap(({ times }) => times),
      samples.reduce((sum, { failed }) => sum + failed, 0),
    );
  };
  return { login: of('login'), health: of('health'), home: of('home') };
}

/**
 * A state in which nobody was answered has no p99, and that is no pass. One of many p99 is over its bar by chance, so
 * what misses is measured `again`, with idle rounds of its own, and missed is what misses twice; a failed request
 * is none too many whenever it fails.
 */
export function judgeStates(rounds: readonly Measured[], again: readonly Measured[] = []): Bar[] {
  const second = compareWithIdle(again);
  const idleFailed = endpoints.map((one) => idleOf(rounds)[one].failed + idleOf(again)[one].failed);
  return [
    exactly('idle: failed requests', sum(idleFailed), 0),
    ...compareWithIdle(rounds).flatMap((first) => {
      const { state } = first;
      const held: readonly Endpoint[] = states[state].held;
      if (held.length === 0) return [];
      const repeated = second.find((one) => one.state === state);
      const failed = held.map(
        (one) => first.figures[one].failed + (repeated?.figures[one].failed ?? 0),
      );
      return [
        ...held.map((endpoint) => {
          const bar = ratioBar(first, endpoint);
          return bar.ok || !repeated ? bar : ratioBar(repeated, endpoint);
        }),
        exactly(`${state}: failed requests of ${held.join(', ')}`, sum(failed), 0),
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
