import { dayNumber } from './civil-date.ts';
import { HALF_MARATHON_M, MARATHON_M } from './distances.ts';
import { isNearDistance, predictionSource, type PredictionSource } from './prediction-source.ts';
import { effortFlags, type RaceEffort } from './race-effort.ts';
import {
  predictMarathon,
  predictShort,
  predictUltra,
  type Answer,
  type ModelTime,
  type TrainingBlock,
} from './race-models.ts';
import { isNone, none, type Estimate, type None } from './result.ts';

export type RacePrediction = Estimate & {
  targetM: number;
  /** All models that make the value and the range. */
  models: ModelTime[];
  /** Shown next to the prediction, never part of it. */
  crossChecks: ModelTime[];
  /** The effort the prediction starts from. */
  effort: RaceEffort;
};

const ULTRA_M = 50_000;
const UNKNOWN_BLOCK: TrainingBlock = { weeklyM: [], meanPaceSPerKm: null };

/** Between two anchors time is interpolated on logarithms, so that a 30 km race can never come out slower than the marathon. */
function between(
  targetM: number,
  near: Answer | None,
  nearM: number,
  far: Answer | None,
  farM: number,
): Answer | None {
  if (isNone(near)) return near;
  if (isNone(far)) return far;
  const weight = Math.log(targetM / nearM) / Math.log(farM / nearM);
  const blend = (from: number, to: number) => from * (to / from) ** weight;
  return {
    value: blend(near.value, far.value),
    range: [blend(near.range[0], far.range[0]), blend(near.range[1], far.range[1])],
    quality: near.quality === 'estimated' ? far.quality : near.quality,
    models: [
      { method: `predict-race/1 at ${nearM} m`, timeS: near.value },
      { method: `predict-race/1 at ${farM} m`, timeS: far.value },
    ],
    crossChecks: [],
    flags: [...new Set([...near.flags, ...far.flags, 'interpolated'])],
  };
}

function answerFor(from: PredictionSource, targetM: number, block: TrainingBlock): Answer | None {
  if (targetM <= HALF_MARATHON_M) return predictShort(from, targetM);
  const marathon = predictMarathon(from, block);
  if (targetM === MARATHON_M) return marathon;
  if (targetM < MARATHON_M) {
    const half = predictShort(from, HALF_MARATHON_M);
    return between(targetM, half, HALF_MARATHON_M, marathon, MARATHON_M);
  }
  const ultra = predictUltra(from, ULTRA_M, marathon);
  if (targetM === ULTRA_M || isNone(marathon)) return predictUltra(from, targetM, marathon);
  return between(targetM, marathon, MARATHON_M, ultra, ULTRA_M);
}

/**
 * What may be shown for a race: a time in s over `targetM` (1500 m–50 km) on a civil date, the spread of at least two models as its range,
 * and the models themselves. `extrapolated` when the source is stale, far from the target (ratio above 4.5 or below 0.25), outside its own
 * fit, or the target is beyond the marathon. `OUT_OF_RANGE` for other distances, a ratio above 10 or fewer than two models;
 * `TOO_FEW`, `TOO_OLD` as `currentPaceIndex`; `INVALID_INPUT` for a bad date or distance. Policy over the methods of science.md §2.
 */
export function predictRace(
  efforts: readonly RaceEffort[],
  on: string,
  targetM: number,
  block: TrainingBlock = UNKNOWN_BLOCK,
): RacePrediction | None {
  if (dayNumber(on) === null) return none('INVALID_INPUT', 'the day is not a civil date');
  if (!Number.isFinite(targetM) || targetM <= 0)
    return none('INVALID_INPUT', 'the distance is not a positive number');
  if (targetM < 1500 || targetM > ULTRA_M)
    return none('OUT_OF_RANGE', 'races of 1500 m to 50 km are predicted');
  const from = predictionSource(efforts, on, targetM);
  if ('value' in from) return from;
  const answer = answerFor(from, targetM, block);
  if (isNone(answer)) return answer;
  const { effort, index } = from.source;
  const trusted =
    !from.stale && index.quality === 'estimated' && isNearDistance(targetM / effort.distanceM);
  return {
    value: answer.value,
    unit: 's',
    range: answer.range,
    quality: trusted ? answer.quality : 'extrapolated',
    method: 'predict-race/1',
    n: answer.models.length,
    flags: [...answer.flags, ...effortFlags(effort), ...(from.stale ? ['stale'] : [])],
    targetM,
    models: answer.models,
    crossChecks: answer.crossChecks,
    effort,
  };
}
