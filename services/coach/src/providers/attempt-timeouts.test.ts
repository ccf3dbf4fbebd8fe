import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { startAttemptTimeouts } from './attempt-timeouts.ts';
import { productProviderTimings } from './provider-timings.ts';

beforeEach(() => void jest.useFakeTimers());
afterEach(() => void jest.useRealTimers());

function start(reasoning = false) {
  const fired: [code: string, afterMs: number][] = [];
  const startedAt = performance.now();
  const timeouts = startAttemptTimeouts(productProviderTimings, reasoning, (error) =>
    fired.push([error.code, Math.round(performance.now() - startedAt)]),
  );
  return { timeouts, fired, pass: (ms: number) => jest.advanceTimersByTime(ms) };
}

describe('the clocks of an attempt, with the product’s figures', () => {
  it('gives connect and headers 20 s', () => {
    const { fired, pass } = start();
    pass(120_000);
    expect(fired).toEqual([['connect_timeout', 20_000]]);
  });

  it('gives the first content 30 s from the start, not from the headers', () => {
    const { timeouts, fired, pass } = start();
    pass(19_000);
    timeouts.headers();
    pass(120_000);
    expect(fired).toEqual([['first_token_timeout', 30_000]]);
  });

  it('gives a reasoning model 60 s', () => {
    const { timeouts, fired, pass } = start(true);
    pass(19_000);
    timeouts.headers();
    pass(120_000);
    expect(fired).toEqual([['first_token_timeout', 60_000]]);
  });

  it('gives every silence 20 s, counted anew from each content', () => {
    const { timeouts, fired, pass } = start();
    pass(100);
    timeouts.headers();
    for (let i = 0; i < 4; i += 1) {
      pass(19_000);
      timeouts.content();
    }
    pass(120_000);
    expect(fired).toEqual([['idle_timeout', 96_100]]);
  });

  it('is not reset by headers that come after content', () => {
    const { timeouts, fired, pass } = start();
    timeouts.content();
    pass(15_000);
    timeouts.headers();
    pass(120_000);
    expect(fired).toEqual([['idle_timeout', 20_000]]);
  });

  it('does not count while paused', () => {
    const { timeouts, fired, pass } = start();
    timeouts.content();
    pass(15_000);
    timeouts.pause();
    pass(60_000);
    expect(fired).toEqual([]);
    timeouts.resume();
    pass(4_999);
    expect(fired).toEqual([]);
    pass(1);
    expect(fired).toEqual([['idle_timeout', 80_000]]);
  });

  it('counts the silence from a word that came while paused', () => {
    const { timeouts, fired, pass } = start();
    timeouts.content();
    timeouts.pause();
    pass(60_000);
    timeouts.content();
    pass(5_000);
    timeouts.resume();
    pass(120_000);
    expect(fired).toEqual([['idle_timeout', 85_000]]);
  });

  it('leaves no timer behind', () => {
    const { timeouts, fired, pass } = start();
    timeouts.content();
    timeouts[Symbol.dispose]();
    expect(jest.getTimerCount()).toBe(0);
    pass(120_000);
    expect(fired).toEqual([]);
  });
});
