/** One look at the event loop: how late its timers were, how much of the time it was busy, and how long we looked. */
export type Load = { eventLoopP99Ms: number; utilization: number; forMs: number };

export type LoadRules = {
  /** A second in which either is exceeded is a bad one. */
  maxP99Ms: number;
  maxUtilization: number;
  /** It takes more bad time in a row than this until requests are refused: one long pause is no overload. */
  patienceMs: number;
  /** A process that has just started compiles what it runs and fills its caches, and that passes by itself. */
  warmUpMs: number;
  warmUpPatienceMs: number;
  /** Refusing makes the load go away, so one good second proves little: for this long the first bad one counts. */
  relapseMs: number;
};

/** Limits as in @fastify/under-pressure; judged every second, so the patience comes to two looks, and to five at first. */
export const loadRules: LoadRules = {
  maxP99Ms: 200,
  maxUtilization: 0.95,
  patienceMs: 1500,
  warmUpMs: 15_000,
  warmUpPatienceMs: 4500,
  relapseMs: 10_000,
};

export type LoadState = { overloaded: boolean; badMs: number; sinceOverloadMs: number };

export const calm: LoadState = {
  overloaded: false,
  badMs: 0,
  sinceOverloadMs: Number.POSITIVE_INFINITY,
};

export function judgeLoad(
  rules: LoadRules,
  before: LoadState,
  load: Load,
  upMs: number,
): LoadState {
  const bad = load.eventLoopP99Ms > rules.maxP99Ms || load.utilization > rules.maxUtilization;
  const badMs = bad ? before.badMs + load.forMs : 0;
  const sinceOverloadMs = before.overloaded ? 0 : before.sinceOverloadMs + load.forMs;
  const overloaded = badMs > patience(rules, sinceOverloadMs, upMs);
  return { overloaded, badMs, sinceOverloadMs };
}

function patience(rules: LoadRules, sinceOverloadMs: number, upMs: number): number {
  if (sinceOverloadMs < rules.relapseMs) return 0;
  return upMs < rules.warmUpMs ? rules.warmUpPatienceMs : rules.patienceMs;
}
