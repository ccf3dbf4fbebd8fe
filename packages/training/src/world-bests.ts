/**
 * Men's world bests as of 2025 (World Athletics, IAU for 50 km), seconds over metres. Used only as a bound: a training run
 * faster than this was measured wrongly.
 */
const WORLD_BESTS: [metres: number, seconds: number][] = [
  [100, 9.58],
  [200, 19.19],
  [400, 43.03],
  [800, 100.91],
  [1500, 206],
  [3000, 437.55],
  [5000, 755.36],
  [10_000, 1571],
  [21_097.5, 3402],
  [42_195, 7235],
  [50_000, 9523],
];

/** Fastest believable mean speed over a distance, m/s: log-linear between the world bests, held beyond both ends. */
export function fastestBelievableSpeed(metres: number): number {
  const first = WORLD_BESTS[0]!;
  if (metres <= first[0]) return first[0] / first[1];
  for (let i = 1; i < WORLD_BESTS.length; i++) {
    const [d1, t1] = WORLD_BESTS[i - 1]!;
    const [d2, t2] = WORLD_BESTS[i]!;
    if (metres > d2) continue;
    const share = Math.log(metres / d1) / Math.log(d2 / d1);
    return (d1 / t1) * (1 - share) + (d2 / t2) * share;
  }
  const last = WORLD_BESTS[WORLD_BESTS.length - 1]!;
  return last[0] / last[1];
}
