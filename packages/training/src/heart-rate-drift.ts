import { estimate } from './estimate.ts';
import { none, type None, type Result } from './result.ts';
import { seededGenerator } from './seeded-generator.ts';
import type { SteadySection } from './steady-section.ts';

const METHOD = 'heart-rate-drift/1';
/** Neighbouring minutes resemble each other; resampling five at a time keeps that. */
const MINUTES_PER_BLOCK = 5;
const DRAWS = 500;
const SEED = 20_240_501;

/** Weighted sums from which a slope follows; they add up over blocks. */
type Sums = { w: number; x: number; y: number; xx: number; xy: number };

/**
 * Heart-rate drift, bpm per hour: least-squares slope on elapsed time at near-constant grade-adjusted pace, with a 95 %
 * moving-minutes block bootstrap (500 draws, fixed seed). Heat, dehydration, caffeine and the sensor all move it. Reasons
 * as `steadySection`, plus `NO_VARIATION`.
 */
export function heartRateDrift(section: SteadySection | None): Result {
  if ('reason' in section) return section;
  const blocks = blockSums(section);
  const slope = slopeOf(total(blocks, (k) => k));
  if (slope === null) return none('NO_VARIATION', 'no spread in time');
  const random = seededGenerator(SEED);
  const slopes = new Float64Array(DRAWS);
  let drawn = 0;
  for (let draw = 0; draw < DRAWS; draw++) {
    const resampled = slopeOf(total(blocks, () => Math.floor(random() * blocks.length)));
    if (resampled !== null) slopes[drawn++] = resampled;
  }
  const sorted = slopes.subarray(0, drawn).sort();
  const at = (share: number) => sorted[Math.min(drawn - 1, Math.floor(share * drawn))]!;
  return estimate(slope, 'bpm/h', METHOD, {
    range: drawn > DRAWS / 2 ? [Math.min(slope, at(0.025)), Math.max(slope, at(0.975))] : null,
    n: section.seconds.length,
  });
}

/** Time in hours from the first minute, so that the sums stay small. */
function blockSums(section: SteadySection): Sums[] {
  const blocks: Sums[] = [];
  const start = section.atS[0]!;
  for (let k = 0; k < section.seconds.length; k++) {
    if (k % MINUTES_PER_BLOCK === 0) blocks.push({ w: 0, x: 0, y: 0, xx: 0, xy: 0 });
    const w = section.seconds[k]!;
    if (w === 0) continue;
    const sums = blocks[blocks.length - 1]!;
    const x = (section.atS[k]! - start) / 3600;
    const y = section.beats[k]! / w;
    sums.w += w;
    sums.x += w * x;
    sums.y += w * y;
    sums.xx += w * x * x;
    sums.xy += w * x * y;
  }
  return blocks;
}

function total(blocks: Sums[], pick: (k: number) => number): Sums {
  let w = 0;
  let x = 0;
  let y = 0;
  let xx = 0;
  let xy = 0;
  for (let k = 0; k < blocks.length; k++) {
    const sums = blocks[pick(k)]!;
    w += sums.w;
    x += sums.x;
    y += sums.y;
    xx += sums.xx;
    xy += sums.xy;
  }
  return { w, x, y, xx, xy };
}

function slopeOf({ w, x, y, xx, xy }: Sums): number | null {
  const spread = w * xx - x * x;
  return spread > 1e-9 * w * xx ? (w * xy - x * y) / spread : null;
}
