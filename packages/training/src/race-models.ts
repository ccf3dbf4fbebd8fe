import { cameron } from './cameron.ts';
import { MARATHON_M } from './distances.ts';
import { median } from './median.ts';
import { equivalentTime } from './pace-index.ts';
import { isNone, none, type Estimate, type None, type Quality } from './result.ts';
import { riegel, RIEGEL_EXPONENT } from './riegel.ts';
import { tanda } from './tanda.ts';
import { vickersOneRace, vickersTwoRaces } from './vickers-vertosick.ts';

import type { PredictionSource } from './prediction-source.ts';

/** What is known of the training block before the race. */
export type TrainingBlock = {
  /** Distance of each of the last 8 complete weeks in m, null where unknown. */
  weeklyM: readonly (number | null)[];
  /** Mean pace of those weeks in s/km, null when unknown. */
  meanPaceSPerKm: number | null;
};

/** One model's answer in s, so that the spread can be shown with its arithmetic. */
export type ModelTime = { method: string; timeS: number };

/** A predicted time in s with its honest spread, before the rules on source and distance are applied. */
export type Answer = {
  value: number;
  range: [low: number, high: number];
  quality: Quality;
  models: ModelTime[];
  crossChecks: ModelTime[];
  flags: string[];
};

const TOO_FEW_MODELS = none('OUT_OF_RANGE', 'fewer than two models accept this race');

function found(results: readonly (Estimate | None | null)[]): Estimate[] {
  return results.filter((result): result is Estimate => result !== null && !isNone(result));
}

/** The two Vickers models share a method name, so the number of races tells them apart. */
function timesOf(results: readonly Estimate[]): ModelTime[] {
  return results.map(({ method, value, n }) => ({
    method: n === undefined ? method : `${method} n=${n}`,
    timeS: value,
  }));
}

/** The spread of the models, never narrower than the margin: agreement of formulas is not certainty. */
function spread(
  value: number,
  models: readonly Estimate[],
  margin: number,
): [low: number, high: number] {
  const times = models.map((model) => model.value);
  return [Math.min(...times, value * (1 - margin)), Math.max(...times, value * (1 + margin))];
}

function classicModels({ source, pair }: PredictionSource, targetM: number): Estimate[] {
  const { effort } = source;
  return found([
    equivalentTime(effort, targetM),
    riegel(effort, targetM, pair?.exponent ?? RIEGEL_EXPONENT),
    cameron(effort, targetM),
  ]);
}

/** 1500 m to half: median of pace index, Riegel (personal exponent if known) and Cameron, at least ±1.5 %. */
export function predictShort(from: PredictionSource, targetM: number): Answer | None {
  const models = classicModels(from, targetM);
  const value = median(models.map((model) => model.value));
  if (value === null || models.length < 2) return TOO_FEW_MODELS;
  return {
    value,
    range: spread(value, models, 0.015),
    quality: models.every((model) => model.quality === 'estimated') ? 'estimated' : 'extrapolated',
    models: timesOf(models),
    crossChecks: [],
    flags: [],
  };
}

/** Mean weekly distance in m when at least 6 of the last 8 weeks are known. */
function weeklyMean({ weeklyM }: TrainingBlock): number | null {
  const known = weeklyM
    .slice(-8)
    .filter((week): week is number => week !== null && Number.isFinite(week) && week >= 0);
  return known.length >= 6 ? known.reduce((sum, week) => sum + week, 0) / known.length : null;
}

/** Model 2 from two races, else model 1 from one, both needing mileage; else the pace index, which is optimistic here. At least ±3 %. */
export function predictMarathon(from: PredictionSource, block: TrainingBlock): Answer | None {
  const { source, pair } = from;
  const weeklyM = weeklyMean(block);
  const one = weeklyM === null ? null : vickersOneRace(source.effort, weeklyM);
  const two =
    weeklyM === null || pair === null ? null : vickersTwoRaces(pair.short, pair.long, weeklyM);
  const [trained] = found([two, one]);
  const chosen = trained ?? equivalentTime(source.effort, MARATHON_M);
  if (isNone(chosen)) return chosen;
  const models = [...classicModels(from, MARATHON_M), ...found([one, two])];
  if (models.length < 2) return TOO_FEW_MODELS;
  const { meanPaceSPerKm } = block;
  const checks = found([
    weeklyM === null || meanPaceSPerKm === null ? null : tanda(weeklyM, meanPaceSPerKm),
  ]);
  return {
    value: chosen.value,
    range: spread(chosen.value, models, 0.03),
    quality: chosen.quality,
    models: timesOf(models),
    // Outside the times it was fitted for, that formula is too fast to be a check on anything.
    crossChecks: timesOf(checks.filter((check) => check.quality === 'estimated')),
    flags: trained ? [] : ['likely-optimistic'],
  };
}

/**
 * No model was fitted for ultras: exponents 1.08 and 1.15 bound the answer. Never faster than 1.08 carries the marathon
 * prediction on, which would otherwise happen to runners who fade.
 */
export function predictUltra(
  { source }: PredictionSource,
  targetM: number,
  marathon: Answer | None,
): Answer | None {
  const low = riegel(source.effort, targetM, 1.08);
  const middle = riegel(source.effort, targetM, 1.115);
  const high = riegel(source.effort, targetM, 1.15);
  if (isNone(low)) return low;
  if (isNone(middle)) return middle;
  if (isNone(high)) return high;
  const models = [
    { method: 'riegel/1 k=1.08', timeS: low.value },
    { method: 'riegel/1 k=1.15', timeS: high.value },
  ];
  const finish = isNone(marathon) ? null : { distanceM: MARATHON_M, timeS: marathon.value };
  const onward = finish && riegel(finish, targetM, 1.08);
  if (onward && !isNone(onward))
    models.push({ method: 'riegel/1 k=1.08 from the marathon', timeS: onward.value });
  const value = Math.max(middle.value, onward?.value ?? 0);
  const times = models.map(({ timeS }) => timeS);
  return {
    value,
    range: [Math.min(...times, value * 0.97), Math.max(...times, value * 1.03)],
    quality: 'extrapolated',
    models,
    crossChecks: [],
    flags: ['ultra'],
  };
}
