import { describe, expect, it } from '@jest/globals';
import {
  compareWithIdle,
  idleOf,
  judgeStates,
  missedStates,
  type Measured,
} from './judge-states.ts';
import type { Round } from './visitors.ts';

const always = (ms: number, failed = 0) => ({
  times: Array.from({ length: 200 }, () => ms),
  failed,
});
/** Of 200 requests. */
const someSlow = (count: number) => ({
  times: Array.from({ length: 200 }, (_, index) => (index < count ? 500 : 10)),
  failed: 0,
});
const round = (ms: number, over: Partial<Round> = {}): Round => ({
  login: always(ms),
  health: always(ms),
  home: always(ms),
  ...over,
});
const idle = (ms: number): Measured => ({ state: 'idle', round: round(ms) });
const missed = (...plays: Measured[][]) =>
  judgeStates(plays)
    .filter((bar) => !bar.ok)
    .map((bar) => bar.name);

describe('compareWithIdle', () => {
  it('takes the idle rounds on both sides of a state, and no other', () => {
    const rounds: Measured[] = [
      idle(500),
      idle(10),
      { state: 'frozen', round: round(20) },
      { state: 'killed', round: round(20) },
      idle(40),
      idle(500),
    ];
    for (const { figures } of compareWithIdle([rounds])) {
      expect(figures.login.idleP99).toBe(40);
      expect(figures.login.ratio).toBe(0.5);
    }
  });

  it('is content with one side at either end', () => {
    const [first, last] = compareWithIdle([
      [{ state: 'pool', round: round(20) }, idle(10), { state: 'frozen', round: round(5) }],
    ]);
    expect(first?.figures.home.ratio).toBe(2);
    expect(last?.figures.home.ratio).toBe(0.5);
  });
});

describe('judgeStates', () => {
  it('allows a fifth more than idle and two milliseconds of noise', () => {
    const just = { state: 'frozen', round: round(14) } as const;
    const over = { state: 'frozen', round: round(14.1) } as const;
    expect(missed([idle(10), just, idle(10)])).toEqual([]);
    expect(missed([idle(10), over, idle(10)])).toHaveLength(3);
  });

  it('does not forgive one failed request, in a state or idle', () => {
    const failing = round(10, { home: always(10, 1) });
    expect(missed([idle(10), { state: 'dns', round: failing }])).toEqual([
      'dns: failed requests of login, health, home',
    ]);
    expect(missed([{ state: 'idle', round: failing }])).toEqual(['idle: failed requests']);
  });

  it('does not pass a state in which nobody was answered', () => {
    const silent = round(10, { health: { times: [], failed: 200 } });
    expect(missed([idle(10), { state: 'killed', round: silent }])).toEqual([
      'killed: health p99 ÷ idle (≤ 1.2 + 2 ms)',
      'killed: failed requests of login, health, home',
    ]);
  });

  it('holds nobody who signs in among a hundred to the latency of one', () => {
    const busy = round(10, { login: always(900, 48) });
    expect(missed([idle(10), { state: 'logins', round: busy }])).toEqual([]);
  });
});

describe('a state that is measured again', () => {
  const slow: Measured[] = [idle(10), { state: 'frozen', round: round(20) }, idle(10)];
  const good: Measured[] = [idle(10), { state: 'frozen', round: round(10) }, idle(10)];

  it('is asked for when a p99 is over its bar, and only then', () => {
    expect(missedStates([slow])).toEqual(['frozen']);
    expect(missedStates([good])).toEqual([]);
  });

  it('is judged by all times together', () => {
    const spiked: Measured[] = [
      idle(10),
      { state: 'frozen', round: round(10, { login: someSlow(3) }) },
      idle(10),
    ];
    expect(missed(spiked)).toHaveLength(1);
    expect(missed(spiked, good)).toEqual([]);
    expect(missed(spiked, spiked)).toHaveLength(1);
    expect(missed(spiked, spiked, good, good)).toEqual([]);
    expect(missed(slow, good)).toHaveLength(3);
  });

  it('is not excused by an idle round that was slow the second time', () => {
    const figures = compareWithIdle([slow, [idle(12), { state: 'frozen', round: round(20) }]]);
    expect(figures[0]?.figures.home).toMatchObject({ idleP99: 12, n: 400 });
  });

  it('keeps every failed request of any time', () => {
    const lost = round(10, { login: someSlow(3), home: always(10, 2) });
    expect(missed([idle(10), { state: 'frozen', round: lost }], good)).toEqual([
      'frozen: failed requests of login, health, home',
    ]);
  });
});

describe('idleOf', () => {
  it('puts all idle rounds together', () => {
    const all = idleOf([[idle(10), { state: 'pool', round: round(99) }], [idle(30)]]);
    expect(all.login).toMatchObject({ n: 400, p50: 10, p99: 30 });
  });
});
