import type { Random } from './random.ts';
import { type LoopName, LOOPS } from './routes.ts';

const FROM_HOME = ['meadow', 'pond', 'village', 'heath', 'brook', 'forest', 'canal'] as const;
const MOST_LOOPS = 3;
const TOLERANCE_M = 450;

export type ChosenRoute = { loops: LoopName[]; lengthM: number };

/** Loops from home that come to about this distance; the same few turn up again and again, as in real life. */
export function chooseRoute(random: Random, distanceM: number): ChosenRoute {
  const ranked = COMBINATIONS.toSorted(
    (a, b) => Math.abs(a.lengthM - distanceM) - Math.abs(b.lengthM - distanceM),
  );
  const near = ranked.filter(({ lengthM }) => Math.abs(lengthM - distanceM) <= TOLERANCE_M);
  const choices = near.length > 0 ? near : ranked.slice(0, 1);
  const chosen = choices[random.whole(0, choices.length - 1)];
  if (!chosen) throw new RangeError(`No loops for ${distanceM} m`);
  return chosen;
}

const COMBINATIONS = combine(MOST_LOOPS);

function combine(most: number): ChosenRoute[] {
  if (most === 0) return [];
  const shorter = combine(most - 1);
  const longest = shorter.filter(({ loops }) => loops.length === most - 1);
  const bases = most === 1 ? [{ loops: [], lengthM: 0 }] : longest;
  const grown = bases.flatMap((base) =>
    FROM_HOME.filter((name) => isInOrder(base.loops.at(-1), name)).map((name) => ({
      loops: [...base.loops, name],
      lengthM: base.lengthM + LOOPS[name].lengthM,
    })),
  );
  return [...shorter, ...grown];
}

/** Each set of loops once: longest first, then home for the shorter ones. */
function isInOrder(previous: LoopName | undefined, next: LoopName): boolean {
  return previous === undefined || LOOPS[next].lengthM <= LOOPS[previous].lengthM;
}
