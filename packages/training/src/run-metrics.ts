import { decoupling } from './decoupling.ts';
import { durability, type Durability } from './durability.ts';
import { edwards } from './edwards.ts';
import { cardiacCost, efficiency } from './efficiency.ts';
import type { Climb } from './elevation-gain.ts';
import { estimate } from './estimate.ts';
import { gradedSpeedOf } from './grade-adjusted-pace.ts';
import { heartRateDrift } from './heart-rate-drift.ts';
import { heartRateLoad, heartRateReserveLoad } from './heart-rate-load.ts';
import type { HeartRateProfile } from './heart-rate-profile.ts';
import { coverageFlags, type HeartRateTime } from './heart-rate-time.ts';
import { movingTimeOf, secondsMoved, type MovingMask } from './moving-time.ts';
import { sessionPeakOf } from './observed-max-heart-rate.ts';
import { runPaceLoad } from './pace-load.ts';
import { isNone, none, type None, type Result, type Unit } from './result.ts';
import { sessionRpe } from './session-rpe.ts';
import { sessionSpike, type SessionSpike } from './session-spike.ts';
import { splitShape, type SplitShape } from './splits.ts';
import { steadySection } from './steady-section.ts';
import type { Stream } from './stream.ts';
import { trimp } from './trimp.ts';

/** Every number a run can have, in the order they are shown. */
export const RUN_METRICS = [
  'distance',
  'elapsed',
  'moving',
  'averageSpeed',
  'gradeAdjustedSpeed',
  'elevationGain',
  'elevationLoss',
  'averageHeartRate',
  'maxHeartRate',
  'averageCadence',
  'averagePower',
  'averageTemperature',
  'stepLength',
  'trimp',
  'edwards',
  'sessionRpe',
  'paceLoad',
  'heartRateLoad',
  'heartRateReserveLoad',
  'efficiency',
  'cardiacCost',
  'decoupling',
  'heartRateDrift',
  'durability',
  'splitChange',
  'sessionSpike',
] as const;

export type RunMetric = (typeof RUN_METRICS)[number];

/** One result per metric; three of them also carry the name of the band they fall in. */
export type RunMetrics = Omit<
  Record<RunMetric, Result>,
  'durability' | 'splitChange' | 'sessionSpike'
> & {
  durability: Durability | None;
  splitChange: SplitShape | None;
  sessionSpike: SessionSpike | None;
};

export type RunMetricsInput = {
  stream: Stream;
  moving: MovingMask;
  invalid: Uint8Array;
  graded: Float64Array | None;
  climb: Climb;
  heartTime: HeartRateTime | None;
  heart: HeartRateProfile;
  thresholdSpeed: number | null | undefined;
  perceivedEffort: number | null | undefined;
  longest30DaysM: number | null | undefined;
  technical: boolean;
};

/** One result per metric; each carries its own reason when it cannot be known. */
export function runMetrics(input: RunMetricsInput): RunMetrics {
  const { stream, moving, invalid, graded, heartTime, heart } = input;
  const { t, d } = stream;
  const n = t.length;
  const movingS = movingTimeOf(moving);
  const distance =
    d[n - 1]! > 0
      ? estimate(d[n - 1]!, 'm', 'distance/1', { quality: 'measured' })
      : none('MISSING_INPUT', 'no distance');
  const averageSpeed = speedOf(distance, movingS);
  const gradeAdjustedSpeed = gradedSpeedOf(graded, moving);
  const averageHeartRate = meanHeartRate(heartTime);
  const metres = graded instanceof Float64Array ? graded : d;
  const section = heart.betaBlockers
    ? none('NOT_APPLICABLE', 'heart rate does not show effort under beta-blockers')
    : steadySection(stream, metres, moving, invalid);
  const effortSpeed = isNone(gradeAdjustedSpeed) ? averageSpeed : gradeAdjustedSpeed;
  const averageCadence = mean(stream, stream.cadence, moving, 'spm', 'average-cadence/1', 60, 300);
  return {
    distance,
    elapsed: estimate(t[n - 1]! - t[0]!, 's', 'elapsed/1', { quality: 'measured' }),
    moving: movingS,
    averageSpeed,
    gradeAdjustedSpeed,
    elevationGain: input.climb.gain,
    elevationLoss: input.climb.loss,
    averageHeartRate,
    maxHeartRate: sessionPeakOf(stream, invalid),
    averageCadence,
    averagePower: mean(stream, stream.power, moving, 'W', 'average-power/1', 0, 3000),
    averageTemperature: mean(
      stream,
      stream.temperature,
      moving,
      '°C',
      'average-temperature/1',
      -60,
      70,
    ),
    stepLength: stepLength(averageSpeed, averageCadence),
    trimp: trimp(heartTime, heart),
    edwards: edwards(heartTime, heart),
    sessionRpe: sessionRpe(input.perceivedEffort, movingS.value ?? NaN),
    paceLoad: runPaceLoad(stream, graded, moving, input.thresholdSpeed, input.technical),
    heartRateLoad: heartRateLoad(heartTime, heart),
    heartRateReserveLoad: heartRateReserveLoad(heartTime, heart),
    efficiency: bothOf(effortSpeed, averageHeartRate, efficiency, heart),
    cardiacCost: bothOf(effortSpeed, averageHeartRate, cardiacCost, heart),
    decoupling: decoupling(section),
    heartRateDrift: heartRateDrift(section),
    durability: heart.betaBlockers
      ? none('NOT_APPLICABLE', 'heart rate does not show effort under beta-blockers')
      : durability(stream, metres, moving, invalid),
    splitChange: splitShape(stream, moving),
    sessionSpike: isNone(distance) ? distance : sessionSpike(distance.value, input.longest30DaysM),
  };
}

/** The same record when nothing can be known at all. */
export function refuseMetrics(bad: None): RunMetrics {
  return Object.fromEntries(RUN_METRICS.map((metric) => [metric, bad])) as RunMetrics;
}

function speedOf(distance: Result, seconds: Result): Result {
  if (isNone(distance)) return distance;
  if (isNone(seconds)) return seconds;
  if (!(seconds.value > 0)) return none('TOO_SHORT', 'no moving time');
  return estimate(distance.value / seconds.value, 'm/s', 'average-speed/1', {
    quality: 'measured',
  });
}

function meanHeartRate(time: HeartRateTime | None): Result {
  if ('reason' in time) return time;
  let beats = 0;
  for (let i = 0; i < time.bpm.length; i++) beats += time.bpm[i]! * time.seconds[i]!;
  return estimate(beats / time.coveredS, 'bpm', 'average-heart-rate/1', {
    quality: 'measured',
    flags: coverageFlags(time),
  });
}

/** Time-weighted mean over moving time of the readings inside [low, high]; at least half of it must be covered. */
function mean(
  stream: Stream,
  column: Float64Array | undefined,
  moving: MovingMask,
  unit: Unit,
  method: string,
  low: number,
  high: number,
): Result {
  if (!column) return none('MISSING_INPUT', 'no such sensor');
  const { t } = stream;
  const { mask } = moving;
  let sum = 0;
  let covered = 0;
  for (let i = 1; i < t.length; i++) {
    if (mask[i] !== 1) continue;
    const dt = t[i]! - t[i - 1]!;
    const value = column[i]!;
    if (!(value >= low && value <= high)) continue;
    sum += value * dt;
    covered += dt;
  }
  if (covered === 0) return none('MISSING_INPUT', 'no reading while moving');
  if (covered < secondsMoved(moving) / 2)
    return none('LOW_COVERAGE', 'read for less than half of the time');
  return estimate(sum / covered, unit, method, { quality: 'measured' });
}

function stepLength(speed: Result, cadence: Result): Result {
  if (isNone(speed)) return speed;
  if (isNone(cadence)) return cadence;
  return estimate((60 * speed.value) / cadence.value, 'm', 'step-length/1');
}

function bothOf(
  speed: Result,
  bpm: Result,
  ratio: (speed: number, bpm: number) => Result,
  heart: HeartRateProfile,
): Result {
  if (heart.betaBlockers)
    return none('NOT_APPLICABLE', 'heart rate does not show effort under beta-blockers');
  if (isNone(speed)) return speed;
  return isNone(bpm) ? bpm : ratio(speed.value, bpm.value);
}
