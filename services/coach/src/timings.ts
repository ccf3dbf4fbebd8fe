/**
 * Every duration of the turn engine in one place, in milliseconds. They lie inside one another: a lease ends
 * before a reader gives up, everything ends inside the turn's wall clock. Tests scale them down together.
 */
export const productTimings = {
  /** The hard wall clock of a turn, counted from its insert. */
  turn: 120_000,
  /** A lease runs this long after its last renewal, but never past the deadline by more than `deadlineGrace`. */
  lease: 15_000,
  deadlineGrace: 10_000,
  heartbeat: 5_000,
  /** The text so far reaches the row this often. */
  partial: 2_000,
  reaper: 2_000,
  reaperLease: 5_000,
  /** After Postgres was away, owners get this long to renew before anybody takes their turns. */
  reaperPause: 6_000,
  /** Finalizing is tried until this long after the deadline, then left to the reaper. */
  finalizeGrace: 8_000,
  flush: 50,
  /** How soon a log that failed is created again. */
  logRetry: 2_000,
  quiet: 5_000,
  quietWithoutReader: 2_000,
  quietScan: 500,
  gapRetry: 500,
  ping: 15_000,
  /** How long a slow SSE client may keep us waiting. */
  drain: 5_000,
};

export type Timings = { readonly [Name in keyof typeof productTimings]: number };
