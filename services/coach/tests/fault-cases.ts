type FaultCase = [fault: string, code: string, calls: number];

/** Refusals before the first word: what the ledger calls them and how often they are called. They cost nothing. */
export const refusals: FaultCase[] = [
  ['429', 'rate_limited', 1],
  ['429-retry-3600', 'rate_limited', 1],
  ['500', 'upstream_error', 2],
  ['reset-early', 'unreachable', 2],
];

/** Silence before the first word: what was used until then nobody knows. */
export const silences: FaultCase[] = [
  ['never-headers', 'connect_timeout', 1],
  ['comments', 'first_token_timeout', 1],
];

/** Ends that come after the first word. */
export const breaks: FaultCase[] = [
  ['stall', 'idle_timeout', 1],
  ['eof', 'upstream_truncated', 1],
  ['reset', 'upstream_error', 1],
  ['comments-after-1', 'idle_timeout', 1],
];
