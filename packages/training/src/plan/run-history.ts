/** A run that counts for the session spike: day number and whole metres. */
export type PastRun = { day: number; metres: number };

/**
 * Longest run a day may hold without a session spike (P3), whole metres: 1.10 × the longest run of the 30 days before it. Only runs before
 * `weekStart` are known when the week is planned. With none in those 30 days the first-run basis takes their place.
 * Compared as 10·session ≤ 11·longest, in whole metres.
 */
export function spikeLimit(
  history: readonly PastRun[],
  day: number,
  weekStart: number,
  firstRunBasisM: number,
): number {
  let longest = 0;
  for (const run of history)
    if (run.day >= day - 30 && run.day < weekStart) longest = Math.max(longest, run.metres);
  return Math.floor((11 * (longest > 0 ? longest : Math.floor(firstRunBasisM))) / 10);
}
