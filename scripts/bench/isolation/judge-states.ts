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
  /** Meanwhile, and in the idle rounds beside it; one for each time. */
  cores: { state: (Cores | undefined)[]; idle: (Cores | undefined)[] };
};

/** All rounds of one time through, in the order in which they were measured. */
export type Play = readonly Measured[];

/**
 * Idle, for a state, is the idle round before it and the one after it, taken together: whatever else the machine does
 * changes from minute to minute, and must neither be blamed on the coach nor excuse it. At either end there may
 * be only one. A state that was measured several times is judged by all of its requests and all idle ones beside them.
 */
export function compareWithIdle(plays: readonly Play[]): StateFigures[] {
  return statesOf(plays).map((state) => {
    const places = plays.flatMap((play) => placesOf(play, state));
    const own = places.map(({ measured }) => measured);
    const idle = places.flatMap((place) => place.idle);
    const of = (endpoint: Endpoint) =>
      compare(
        own.map(({ round }) => round[endpoint]),
        idle.map(({ round }) => round[endpoint]),
      );
    return {
      state,
      figures: { login: of('login'), health: of('health'), home: of('home') },
      cores: { state: own.map(({ cores }) => cores), idle: idle.map(({ cores }) => cores) },
    };
  });
}

/** In the order of the first time each was measured. */
function statesOf(plays: readonly Play[]): StateName[] {
  const names = plays.flatMap((play) => play.map(({ state }) => state));
  return [...new Set(names)].filter((state) => state !== 'idle');
}

function placesOf(play: Play, state: StateName): { measured: Measured; idle: Measured[] }[] {
  return play.flatMap((measured, index) => {
    if (measured.state !== state) return [];
    const before = play.slice(0, index).findLast((one) => one.state === 'idle');
    const after = play.slice(index + 1).find((one) => one.state === 'idle');
    return [{ measured, idle: [before, after].filter((one) => one !== undefined) }];
  });
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

export function idleOf(plays: readonly Play[]): Record<Endpoint, Latency> {
  const idle = plays.flat().filter(({ state }) => state === 'idle');
  const of = (endpoint: Endpoint) => together(idle.map(({ round }) => round[endpoint]));
  return { login: of('login'), health: of('health'), home: of('home') };
}

/**
 * A state in which nobody was answered has no p99, and that is no pass. Of a few hundred requests the p99 is one of the
 * two or three slowest, and one of many p99 is over its bar by chance: what misses is measured again, with idle rounds of
 * its own, and judged by all times together. A failed request is none too many whenever it fails.
 */
export function judgeStates(plays: readonly Play[]): Bar[] {
  const idle = idleOf(plays);
  return [
    exactly('idle: failed requests', sum(endpoints.map((one) => idle[one].failed)), 0),
    ...compareWithIdle(plays).flatMap((all) => {
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
export function missedStates(plays: readonly Play[]): StateName[] {
  return compareWithIdle(plays)
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
