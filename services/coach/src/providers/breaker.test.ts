import { describe, expect, it } from '@jest/globals';
import {
  closedBreaker,
  createBreaker,
  productBreakerRules,
  settle,
  type BreakerState,
  type CallOutcome,
} from './breaker.ts';

const success: CallOutcome = { is: 'success' };
const failure: CallOutcome = { is: 'failure' };
const nothing: CallOutcome = { is: 'void' };

function aBreaker() {
  let now = 0;
  const breaker = createBreaker(() => now);
  function call(outcome: CallOutcome): 'made' | 'refused' {
    const pass = breaker.enter();
    pass?.settle(outcome);
    return pass ? 'made' : 'refused';
  }
  return {
    breaker,
    call,
    many: (times: number, outcome: CallOutcome) =>
      Array.from({ length: times }, () => call(outcome)),
    advance: (ms: number) => void (now += ms),
  };
}

describe('the breaker of a provider', () => {
  it('needs ten calls before it judges', () => {
    const { many, breaker, call } = aBreaker();
    many(9, failure);
    expect(breaker.state().is).toBe('closed');
    call(failure);
    expect(breaker.state()).toEqual({ is: 'open', until: 30_000 });
  });

  it('opens at half of the last twenty, not below', () => {
    const below = aBreaker();
    below.many(11, success);
    below.many(9, failure);
    expect(below.breaker.state().is).toBe('closed');
    below.call(failure);
    expect(below.breaker.state().is).toBe('open');
  });

  it('forgets what is older than twenty calls', () => {
    const { many, breaker } = aBreaker();
    many(4, failure);
    many(20, success);
    many(9, failure);
    expect(breaker.state().is).toBe('closed');
  });

  it('sends everybody away for 30 s, then one probe, whose success closes it', () => {
    const { many, call, advance, breaker } = aBreaker();
    many(10, failure);
    advance(29_999);
    expect(call(success)).toBe('refused');
    advance(1);
    const probe = breaker.enter();
    expect(probe).toBeDefined();
    expect(call(success)).toBe('refused');
    probe?.settle(success);
    expect(breaker.state()).toEqual(closedBreaker);
  });

  it('opens again when the probe fails, for as long', () => {
    const { many, call, advance, breaker } = aBreaker();
    many(10, failure);
    advance(30_000);
    expect(call(failure)).toBe('made');
    expect(breaker.state()).toEqual({ is: 'open', until: 60_000 });
  });

  it('lets the next one probe when the probe was stopped', () => {
    const { many, call, advance } = aBreaker();
    many(10, failure);
    advance(30_000);
    expect(call(nothing)).toBe('made');
    expect(call(success)).toBe('made');
    expect(call(success)).toBe('made');
  });

  it('opens at once on a 429, for its Retry-After', () => {
    const { call, advance } = aBreaker();
    call({ is: 'limited', waitMs: 2000 });
    expect(call(success)).toBe('refused');
    advance(2000);
    expect(call(success)).toBe('made');
  });

  it('believes the longer of two waits, up to an hour', () => {
    const { breaker, advance } = aBreaker();
    const [a, b, c] = [breaker.enter(), breaker.enter(), breaker.enter()];
    a?.settle({ is: 'limited', waitMs: 60_000 });
    b?.settle({ is: 'limited', waitMs: 1000 });
    expect(breaker.state()).toEqual({ is: 'open', until: 60_000 });
    advance(10);
    c?.settle({ is: 'limited', waitMs: 1e12 });
    expect(breaker.state()).toEqual({ is: 'open', until: 3_600_010 });
  });

  it('does not count stops and requests that were at fault', () => {
    const { many, breaker } = aBreaker();
    many(9, failure);
    many(200, nothing);
    expect(breaker.state()).toMatchObject({ is: 'closed', failures: { length: 9 } });
  });

  it('is not moved by calls of before it opened that come home late', () => {
    const { many, breaker, advance } = aBreaker();
    const late = [breaker.enter(), breaker.enter()];
    many(10, failure);
    late[0]?.settle(success);
    expect(breaker.state().is).toBe('open');
    advance(30_000);
    const probe = breaker.enter();
    late[1]?.settle(failure);
    expect(breaker.state()).toEqual({ is: 'probing' });
    probe?.settle(success);
    expect(breaker.state().is).toBe('closed');
  });

  it('is never stuck: from any state, settled calls and time lead back to closed', () => {
    const outcomes: CallOutcome[] = [success, failure, nothing, { is: 'limited', waitMs: 5000 }];
    const { breaker, advance } = aBreaker();
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    for (let round = 0; round < 500; round += 1) {
      const open = Array.from({ length: random(8) }, () => breaker.enter());
      advance(random(20_000));
      for (const pass of open) pass?.settle(outcomes[random(4)] ?? nothing);
      expect(breaker.state().is).not.toBe('probing');
    }
    advance(productBreakerRules.longestOpenMs);
    breaker.enter()?.settle(success);
    expect(breaker.state().is).toBe('closed');
  });

  it('is pure underneath', () => {
    const before: BreakerState = Object.freeze({ is: 'closed', failures: Object.freeze([true]) });
    expect(settle(productBreakerRules, before, 'call', success, 0)).toEqual({
      is: 'closed',
      failures: [true, false],
    });
    expect(before).toEqual({ is: 'closed', failures: [true] });
  });
});
