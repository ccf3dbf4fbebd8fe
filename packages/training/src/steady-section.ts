import { secondsMoved, type MovingMask } from './moving-time.ts';
import { none, type None } from './result.ts';
import { firstAtLeast } from './sorted-search.ts';
import type { Stream } from './stream.ts';

/** Preconditions of every steady-state metric (science.md §5, policy). */
const DROPPED_S = 600;
const LEAST_S = 2700;
const LEAST_COVERAGE = 0.95;
const LONGEST_PAUSE_S = 120;
const MOST_VARIATION = 0.08;
const BLOCK_S = 60;

/**
 * The part of a run on which heart rate and pace may be related: moving time without the first ten minutes, in blocks of a
 * minute. Sums per block: seconds and metres with a valid heart rate, beats·s; `atS` is the block's mean elapsed time.
 */
export type SteadySection = {
  atS: Float64Array;
  seconds: Float64Array;
  metres: Float64Array;
  beats: Float64Array;
};

/**
 * `metres` is cumulative, best grade-adjusted. `MISSING_INPUT` (no heart rate), `TOO_SHORT` (< 45 min left), `LOW_COVERAGE`
 * (heart rate < 95 %), `NOT_STEADY` (a pause > 2 min, or minute speeds vary by 8 % or more).
 */
export function steadySection(
  stream: Stream,
  metres: Float64Array,
  moving: MovingMask,
  invalid: Uint8Array,
): SteadySection | None {
  const { t, hr } = stream;
  if (!hr) return none('MISSING_INPUT', 'no heart rate');
  const leftS = secondsMoved(moving) - DROPPED_S;
  if (!(leftS >= LEAST_S)) return none('TOO_SHORT', 'needs 45 minutes after the first ten');
  const blocks = Math.floor(leftS / BLOCK_S);
  if (blocks > 100_000) return none('NOT_STEADY', 'no run lasts that long');
  if (hasLongPause(t, moving)) return none('NOT_STEADY', 'a pause of more than two minutes');
  const atS = new Float64Array(blocks);
  const seconds = new Float64Array(blocks);
  const covered = new Float64Array(blocks);
  const beats = new Float64Array(blocks);
  const allMetres = new Float64Array(blocks);
  const coveredMetres = new Float64Array(blocks);
  const { mask, clock } = moving;
  let i = firstAtLeast(clock, DROPPED_S - BLOCK_S, 1);
  for (let block = 0; block < blocks; block++) {
    let blockS = 0;
    let blockM = 0;
    let middles = 0;
    let coveredS = 0;
    let coveredM = 0;
    let blockBeats = 0;
    for (; i < t.length; i++) {
      if (mask[i] !== 1) continue;
      const dt = t[i]! - t[i - 1]!;
      const at = clock[i - 1]! + dt / 2 - DROPPED_S;
      if (at < 0) continue;
      if (at / BLOCK_S >= block + 1) break;
      const step = metres[i]! - metres[i - 1]!;
      blockS += dt;
      blockM += step;
      middles += dt * (t[i]! - dt / 2);
      if (invalid[i] === 1) continue;
      coveredS += dt;
      coveredM += step;
      blockBeats += dt * hr[i]!;
    }
    seconds[block] = blockS;
    allMetres[block] = blockM;
    atS[block] = middles;
    covered[block] = coveredS;
    coveredMetres[block] = coveredM;
    beats[block] = blockBeats;
  }
  return settle(atS, seconds, allMetres, { atS, seconds: covered, metres: coveredMetres, beats });
}

/** Only after the first ten minutes and before the last step: what is cut off anyway may contain any pause. */
function hasLongPause(t: Float64Array, moving: MovingMask): boolean {
  const { mask, clock } = moving;
  const movingS = secondsMoved(moving);
  let pause = 0;
  for (let i = 1; i < t.length; i++) {
    if (mask[i] === 1) {
      pause = 0;
      continue;
    }
    pause += t[i]! - t[i - 1]!;
    if (pause > LONGEST_PAUSE_S && clock[i]! > DROPPED_S && clock[i]! < movingS) return true;
  }
  return false;
}

function settle(
  atS: Float64Array,
  seconds: Float64Array,
  metres: Float64Array,
  section: SteadySection,
): SteadySection | None {
  const blocks = seconds.length;
  let total = 0;
  let covered = 0;
  let sum = 0;
  let squares = 0;
  let used = 0;
  for (let k = 0; k < blocks; k++) {
    total += seconds[k]!;
    covered += section.seconds[k]!;
    if (seconds[k]! === 0) continue;
    atS[k]! /= seconds[k]!;
    const speed = metres[k]! / seconds[k]!;
    sum += speed;
    squares += speed * speed;
    used++;
  }
  if (covered < LEAST_COVERAGE * total)
    return none(
      'LOW_COVERAGE',
      `heart rate for ${Math.round((100 * covered) / total)} % of the time`,
    );
  const mean = sum / used;
  const variance = Math.max(0, squares / used - mean * mean);
  if (!(mean > 0) || !(Math.sqrt(variance) / mean < MOST_VARIATION))
    return none('NOT_STEADY', 'the pace varies by 8 % or more');
  return section;
}
