import { describe, expect, it } from '@jest/globals';
import { calm, judgeLoad, loadRules, type Load } from './judge-load.ts';

const SECOND = 1000;
const letters: Record<string, Omit<Load, 'forMs'>> = {
  g: { eventLoopP99Ms: 200, utilization: 0.95 },
  b: { eventLoopP99Ms: 200.1, utilization: 0 },
  u: { eventLoopP99Ms: 0, utilization: 0.951 },
};

/** Which looks of a process end in refusals (`x`): `g` is a good second, `b` and `u` are bad ones. */
function judged(looks: string, { upMs = 60_000, forMs = SECOND, rules = loadRules } = {}): string {
  let state = calm;
  let verdicts = '';
  for (let index = 0; index < looks.length; index += 1) {
    const load = { ...letters[looks.charAt(index)], forMs } as Load;
    state = judgeLoad(rules, state, load, upMs + (index + 1) * forMs);
    verdicts += state.overloaded ? 'x' : '.';
  }
  return verdicts;
}

describe('overload', () => {
  it('begins with the second bad second in a row, above 200 ms of delay or 95 % utilization', () => {
    expect(judged('gggg')).toBe('....');
    expect(judged('gbbbg')).toBe('..xx.');
    expect(judged('guuug')).toBe('..xx.');
    expect(judged('gbuug')).toBe('..xx.');
  });

  it('is not one bad second, however often', () => {
    expect(judged('gbgbgbgb')).toBe('........');
  });

  it('returns at once as long as calm may be owed to the refusals', () => {
    expect(judged('bbgbgbg')).toBe('.x.x.x.');
    expect(judged(`bb${'g'.repeat(10)}bb`)).toBe(`.x${'.'.repeat(10)}.x`);
  });

  it('is not the first seconds of a process, unless they do not end', () => {
    expect(judged('bbbbg', { upMs: 0 })).toBe('.....');
    expect(judged('bbbbbbg', { upMs: 0 })).toBe('....xx.');
    expect(judged('bbbb', { upMs: 13_000 })).toBe('.xxx');
  });

  it('counts time and not looks: a loop that was blocked for three seconds was looked at once', () => {
    expect(judged('gbg', { forMs: 3 * SECOND })).toBe('.x.');
  });

  it('can be told that utilization means nothing', () => {
    const rules = { ...loadRules, maxUtilization: 1 };
    expect(judged('uuuu', { rules })).toBe('....');
    expect(judged('bbbb', { rules })).toBe('.xxx');
  });
});
