const TOLERANCE_S = 2;

/**
 * Holes between two tracks are rests only as far as clock and timer differ; the longest are the likeliest.
 * Without a timer (null) every hole is taken.
 */
export function keepBelievablePauses(
  holes: readonly [startMs: number, endMs: number][],
  restedS: number | null,
): [number, number][] {
  if (restedS === null) return [...holes];
  let left = restedS + TOLERANCE_S;
  const kept: [number, number][] = [];
  for (const hole of holes.toSorted((a, b) => b[1] - b[0] - (a[1] - a[0]))) {
    const length = (hole[1] - hole[0]) / 1000;
    if (length > left) continue;
    left -= length;
    kept.push(hole);
  }
  return kept;
}
