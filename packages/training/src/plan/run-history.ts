/** A run that counts for the session spike: day number and whole metres. The anchor of a week is its long run, or its longest run without one. */
export type PastRun = { day: number; metres: number; anchor: boolean };

/**
 * Longest run a day may hold without a session spike (P3), whole metres: 1.10 × the longest anchor of the 30 days before it. Only runs before
 * `weekStart` are known when the week is planned. Anchors alone decide while there are any, because how the rest of a week is cut must not move the
 * weeks after it (P13); after a break other runs may be all that is left, and with none at all the first-run basis takes their place.
 * History is in order of days. Compared as 10·session ≤ 11·longest, in whole metres.
 */
export function spikeLimit(
  history: readonly PastRun[],
  day: number,
  weekStart: number,
  firstRunBasisM: number,
): number {
  let anchor = 0;
  let longest = 0;
  for (let index = history.length - 1; index >= 0; index--) {
    const run = history[index];
    if (!run || run.day < day - 30) break;
    if (run.day >= weekStart) continue;
    if (run.metres > longest) longest = run.metres;
    if (run.anchor && run.metres > anchor) anchor = run.metres;
  }
  return Math.floor((11 * (anchor || longest || Math.floor(firstRunBasisM))) / 10);
}
