import type { Endpoint, Round } from './visitors.ts';
import type { Cores } from './watch-cores.ts';

export type Try = { round: Round; cores: Cores };

/**
 * In cores. What the host gives to other machines is no doing of anything here, and Linux counts it: in rounds of ten seconds
 * without any turn the p50 of signing in was 23 to 31 ms with up to 0.015 stolen, and 37 to 40 ms with 0.06 and more.
 */
const DISTURBED = 0.03;

export function isDisturbed({ cores }: Try): boolean {
  return cores.stolen > DISTURBED;
}

/** Chosen by what the host took and never by what was measured; a request that failed in any of them stays failed. */
export function calmest(tries: readonly [Try, ...Try[]]): Try {
  const best = tries.reduce((calm, one) => (one.cores.stolen < calm.cores.stolen ? one : calm));
  const of = (endpoint: Endpoint) => ({
    times: best.round[endpoint].times,
    failed: tries.reduce((sum, { round }) => sum + round[endpoint].failed, 0),
  });
  return {
    cores: best.cores,
    round: { login: of('login'), health: of('health'), home: of('home') },
  };
}
