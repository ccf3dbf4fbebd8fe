export type BreakerRules = {
  /** How many of the newest outcomes count. */
  window: number;
  /** Fewer than this decide nothing. */
  atLeast: number;
  /** The share of failures that opens it. */
  openAt: number;
  openMs: number;
  /** No provider may lock itself out for longer by naming a wait. */
  longestOpenMs: number;
};

export const productBreakerRules: BreakerRules = {
  window: 20,
  atLeast: 10,
  openAt: 0.5,
  openMs: 30_000,
  longestOpenMs: 3_600_000,
};

export type BreakerState =
  | { is: 'closed'; failures: readonly boolean[] }
  | { is: 'open'; until: number }
  /** One call finds out; everybody else is still sent away. */
  | { is: 'probing' };

/** `void` says nothing about the provider: the athlete stopped it, or the request was at fault. */
export type CallOutcome =
  | { is: 'success' }
  | { is: 'failure' }
  | { is: 'limited'; waitMs: number }
  | { is: 'void' };

export const closedBreaker: BreakerState = { is: 'closed', failures: [] };

/** What a caller that wants to make a call gets to know, and the state after it asked. */
function admit(
  state: BreakerState,
  now: number,
): { pass: 'call' | 'probe' | 'none'; state: BreakerState } {
  switch (state.is) {
    case 'closed':
      return { pass: 'call', state };
    case 'open':
      return now < state.until
        ? { pass: 'none', state }
        : { pass: 'probe', state: { is: 'probing' } };
    case 'probing':
      return { pass: 'none', state };
  }
}

export function settle(
  rules: BreakerRules,
  state: BreakerState,
  pass: 'call' | 'probe',
  outcome: CallOutcome,
  now: number,
): BreakerState {
  const openFor = (ms: number): BreakerState => ({
    is: 'open',
    until: now + Math.min(ms, rules.longestOpenMs),
  });
  if (pass === 'probe') {
    switch (outcome.is) {
      case 'success':
        return closedBreaker;
      case 'failure':
        return openFor(rules.openMs);
      case 'limited':
        return openFor(outcome.waitMs);
      case 'void':
        // It found out nothing: the next caller probes.
        return { is: 'open', until: now };
    }
  }
  // Calls from before it opened come home late and change nothing, except that a longer wait is believed.
  if (state.is === 'probing' || outcome.is === 'void') return state;
  if (outcome.is === 'limited') {
    const next = openFor(outcome.waitMs);
    return state.is === 'open' && next.is === 'open' && state.until > next.until ? state : next;
  }
  if (state.is === 'open') return state;
  const failures = [...state.failures, outcome.is === 'failure'].slice(-rules.window);
  const failed = failures.filter(Boolean).length;
  return failures.length >= rules.atLeast && failed / failures.length >= rules.openAt
    ? openFor(rules.openMs)
    : { is: 'closed', failures };
}

export type Breaker = {
  /** Undefined: no call now. Else exactly one `settle` must follow, or a probe would block everybody. */
  enter(): { settle(outcome: CallOutcome): void } | undefined;
  state(): BreakerState;
};

/** The state machine with a memory; one per provider and replica. `clock` is monotonic, in milliseconds. */
export function createBreaker(clock: () => number, rules = productBreakerRules): Breaker {
  let state = closedBreaker;
  return {
    enter() {
      const admitted = admit(state, clock());
      state = admitted.state;
      const { pass } = admitted;
      if (pass === 'none') return undefined;
      return {
        settle(outcome) {
          state = settle(rules, state, pass, outcome, clock());
        },
      };
    },
    state: () => state,
  };
}
