/** Every duration and bound of an upstream call, in milliseconds unless named otherwise. Tests scale them down. */
export const productProviderTimings = {
  /** Connect and headers. */
  headers: 20_000,
  /** First word or piece of a tool call, from the attempt's start. */
  firstContent: 30_000,
  firstContentReasoning: 60_000,
  betweenContent: 20_000,
  /** How long usage may still take behind the finish reason. */
  tail: 2_000,
  /** No new attempt with less than this left of the turn. */
  leastLeft: 15_000,
  /** A longer Retry-After is not waited for. */
  longestRetryAfter: 5_000,
  /** Before a retry whose failure named no wait. */
  retryPause: 300,
  /** Added to every wait, times a random number: replicas that failed together do not return together. */
  retryJitter: 250,
  /** Text of one response. */
  maxTextBytes: 65_536,
};

export type ProviderTimings = { readonly [Name in keyof typeof productProviderTimings]: number };
