/** The product in one of two shapes behind the gateway, and what is done to the process that holds the coach. */
export type Arrangement = {
  /** The gateway, as it is deployed. */
  url: string;
  /** The pid of the process the coach runs in. */
  pid: () => number;
  /** As its connections to Postgres name themselves. */
  applicationName: string;
  poolSize: number;
  /** Ends every turn, so that the next state starts with none. */
  reset: () => Promise<void>;
};

export const STALLED_ENTRY = 'services/coach/bench/stalled-main.ts';

/**
 * One replica with room for all turns, instead of the four that 2,000 need at the default of 500: on two cores four
 * processes would measure how cores are shared, and one process is also what the other arrangement has.
 */
export const coachLimits = { COACH_MAX_TURNS: '2000', COACH_MAX_TAILS: '2500' };

/** As much of a contended core as compose gives the coach (256 cpu_shares of 1,024): a nice value of 6 weighs 272. */
export const COACH_NICE = 6;
