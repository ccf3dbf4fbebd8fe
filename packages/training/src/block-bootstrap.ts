import { correlateRanks } from './correlation.ts';
import { none, type Estimate, type None } from './result.ts';
import { seededGenerator } from './seeded-generator.ts';

const BLOCK_DAYS = 7;
const DRAWS = 2000;
const SEED = 20_250_101;

/** One calendar day's pair; null where either value is unknown. */
export type DayPair = readonly [x: number, y: number] | null;

/**
 * 95 % percentile interval of Spearman's correlation by moving-block bootstrap over calendar days: blocks of 7 days keep the serial
 * correlation that a plain bootstrap would destroy; 2000 draws, fixed seed, so the same days give the same bytes.
 * `INVALID_INPUT` for a value that is not finite, `TOO_FEW` below 14 known pairs or 28 days, `NO_VARIATION` when one side is constant or
 * more than a tenth of the draws are. Up to 3660 days, beyond `OUT_OF_RANGE`. Policy (science.md §10).
 */
export function blockBootstrap(days: readonly DayPair[]): Estimate | None {
  const known = days.filter((day) => day !== null);
  if (!known.every(([x, y]) => Number.isFinite(x) && Number.isFinite(y)))
    return none('INVALID_INPUT', 'a value is not finite');
  if (known.length < 14 || days.length < 28)
    return none('TOO_FEW', 'fewer than 14 pairs or 28 days');
  if (days.length > 3660) return none('OUT_OF_RANGE', 'more than ten years');
  const value = rankCorrelation(known);
  if (Number.isNaN(value)) return none('NO_VARIATION', 'one side is constant');
  const random = seededGenerator(SEED);
  const draws: number[] = [];
  for (let draw = 0; draw < DRAWS; draw++) {
    const coefficient = rankCorrelation(resample(days, random));
    if (!Number.isNaN(coefficient)) draws.push(coefficient);
  }
  if (draws.length < DRAWS * 0.9) return none('NO_VARIATION', 'too many resamples are constant');
  draws.sort((a, b) => a - b);
  return {
    value,
    unit: '1',
    range: [percentile(draws, 0.025), percentile(draws, 0.975)],
    quality: 'estimated',
    method: 'block-bootstrap/1',
    n: known.length,
    flags: [],
  };
}

function rankCorrelation(pairs: readonly (readonly [number, number])[]): number {
  if (pairs.length < 3) return NaN;
  return correlateRanks(
    pairs.map(([x]) => x),
    pairs.map(([, y]) => y),
  );
}

function resample(days: readonly DayPair[], random: () => number): (readonly [number, number])[] {
  const sample: (readonly [number, number])[] = [];
  const starts = days.length - BLOCK_DAYS + 1;
  for (let filled = 0; filled < days.length; filled += BLOCK_DAYS) {
    const start = Math.floor(random() * starts);
    const length = Math.min(BLOCK_DAYS, days.length - filled);
    for (let day = start; day < start + length; day++) {
      const pair = days[day];
      if (pair) sample.push(pair);
    }
  }
  return sample;
}

function percentile(sorted: readonly number[], share: number): number {
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)]!;
  const above = sorted[Math.ceil(place)]!;
  return below + (above - below) * (place - Math.floor(place));
}
