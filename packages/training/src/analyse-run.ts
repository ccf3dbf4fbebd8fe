import { bestEffortsAround, type BestEffort } from './best-efforts.ts';
import { classifyRun, type Classification, type RunClass } from './classify-run.ts';
import { climbOf } from './elevation-gain.ts';
import { profileOf } from './elevation-profile.ts';
import { gradedDistance, gradedProfile, type Terrain } from './grade-adjusted-pace.ts';
import type { HeartRateProfile } from './heart-rate-profile.ts';
import { heartRateTimeOf } from './heart-rate-time.ts';
import { detectIntervals, type Intervals, type Lap } from './interval-detection.ts';
import { interruptionsOf } from './interruptions.ts';
import { maskOf } from './moving-time.ts';
import { none, type None } from './result.ts';
import { refuseMetrics, runMetrics, type RunMetrics } from './run-metrics.ts';
import { samplingOf } from './sampling.ts';
import { checksOf, type SensorChecks } from './sensor-checks.ts';
import { smoothSpeed } from './smooth-speed.ts';
import { curveOf, type CurvePoint } from './speed-curve.ts';
import { splitsOf, type Split } from './splits.ts';
import { checkStream, type Stream } from './stream.ts';
import { timeInHeartRateZones, timeInPaceZones, type TimeInZone } from './time-in-zone.ts';

/** What is known about the athlete and the run besides the recording. Everything may be missing. */
export type RunContext = Terrain & {
  heart?: HeartRateProfile | undefined;
  /** m/s */
  thresholdSpeed?: number | null | undefined;
  /** CR10 rating of the session. */
  perceivedEffort?: number | null | undefined;
  /** Longest run of the previous 30 days, m. */
  longest30DaysM?: number | null | undefined;
  /** What the athlete or the provider called the run. */
  declared?: RunClass | null | undefined;
};

export type RunAnalysis = {
  /** One entry per metric, always; what cannot be known carries its reason. */
  metrics: RunMetrics;
  bestEfforts: BestEffort[];
  speedCurve: CurvePoint[];
  gradedSpeedCurve: CurvePoint[];
  splits: Split[];
  intervals: Intervals | None;
  heartRateZones: TimeInZone | None;
  paceZones: TimeInZone | None;
  sensors: Omit<SensorChecks, 'invalid'>;
  classification: Classification;
};

/**
 * Everything one run says (`analyse-run/1`): the front door of the derive pipeline. Never throws; a broken stream answers
 * every metric with its reason and empty lists. O(n) in the samples for a fixed list of targets.
 */
export function analyseRun(
  stream: Stream,
  laps: readonly Lap[] = [],
  context: RunContext = {},
): RunAnalysis {
  const bad = checkStream(stream);
  if (bad) return refuse(bad, context);
  const heart = context.heart ?? {};
  const moving = maskOf(stream);
  const { invalid, ...sensors } = checksOf(stream);
  const terrain =
    context.surface === 'treadmill'
      ? none('NOT_APPLICABLE', 'a treadmill does not climb')
      : profileOf(stream, context.altitudeSource ?? 'gps');
  const graded = gradedDistance(stream, gradedProfile(terrain, context));
  const isGraded = graded instanceof Float64Array;
  const metres = isGraded ? graded : stream.d;
  const speed = smoothSpeed(stream.t, metres);
  const heartTime = heartRateTimeOf(stream, invalid);
  const interruptions = interruptionsOf(stream, moving);
  const sampling = samplingOf(stream.t, stream.d);
  const speedCurve = curveOf(stream.t, stream.d, sampling);
  const gradedSpeedCurve = isGraded ? curveOf(stream.t, graded) : [];
  const intervals = detectIntervals({ stream, metres, speed, moving, invalid }, laps);
  const splits = splitsOf(stream, 1000, moving, graded, invalid);
  const metrics = runMetrics({
    stream,
    moving,
    invalid,
    graded,
    climb: climbOf(terrain),
    heartTime,
    heart,
    thresholdSpeed: context.thresholdSpeed,
    perceivedEffort: context.perceivedEffort,
    longest30DaysM: context.longest30DaysM,
    technical: context.technical === true,
  });
  const best20 = (isGraded ? gradedSpeedCurve : speedCurve).find(
    ({ durationS }) => durationS === 1200,
  );
  return {
    metrics,
    bestEfforts: bestEffortsAround(stream, {
      moving,
      interruptions,
      sampling,
      profile: terrain,
      curve: speedCurve,
    }),
    speedCurve,
    gradedSpeedCurve,
    splits: 'reason' in splits ? [] : splits,
    intervals,
    heartRateZones: timeInHeartRateZones(heartTime, heart),
    paceZones: timeInPaceZones(stream.t, speed, moving, context.thresholdSpeed, isGraded),
    sensors,
    classification: classifyRun({
      declared: context.declared,
      surface: context.surface,
      distanceM: metrics.distance.value ?? 0,
      movingS: metrics.moving.value ?? 0,
      averageSpeed: metrics.gradeAdjustedSpeed.value ?? metrics.averageSpeed.value,
      best20MinSpeed: best20?.speed ?? null,
      thresholdSpeed: context.thresholdSpeed,
      averageHeartRate: heart.betaBlockers ? null : metrics.averageHeartRate.value,
      thresholdHeartRate: heart.threshold,
      maxHeartRate: heart.max,
      intervals,
      longest30DaysM: context.longest30DaysM,
      interrupted: interruptions.from.length > 0,
    }),
  };
}

function refuse(bad: None, context: RunContext): RunAnalysis {
  return {
    metrics: refuseMetrics(bad),
    bestEfforts: [],
    speedCurve: [],
    gradedSpeedCurve: [],
    splits: [],
    intervals: bad,
    heartRateZones: bad,
    paceZones: bad,
    sensors: { cadenceLockS: 0, frozenS: 0, stepS: 0, zeroS: 0 },
    classification: classifyRun({
      declared: context.declared,
      surface: context.surface,
      distanceM: 0,
      movingS: 0,
    }),
  };
}
