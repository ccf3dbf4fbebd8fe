import type { Intervals } from './interval-detection.ts';
import type { None, Unit } from './result.ts';

/** What a run was for. `treadmill` and `trail` only where nothing says how hard it was; `unknown` is an answer too. */
export type RunClass =
  | 'race'
  | 'interval'
  | 'tempo'
  | 'long'
  | 'easy'
  | 'recovery'
  | 'run-walk'
  | 'treadmill'
  | 'trail'
  | 'unknown';

/** One number the class rests on, and the limit it was held against. */
export type ClassEvidence = { metric: string; value: number; unit: Unit; limit: number | null };

/** `hard` drives the 48 h rule; null when nothing says. `from` tells a declared class from a measured one. */
export type Classification = {
  class: RunClass;
  hard: boolean | null;
  from: 'declared' | 'measured' | 'nothing';
  rule: string;
  evidence: ClassEvidence[];
  method: 'classify-run/1';
};

/** Everything may be missing; a rule whose inputs are missing does not fire. */
export type ClassifyInput = {
  declared?: RunClass | null | undefined;
  surface?: 'road' | 'track' | 'trail' | 'treadmill' | null | undefined;
  distanceM: number;
  movingS: number;
  /** Grade-adjusted where possible, m/s. */
  averageSpeed?: number | null;
  /** Best mean speed over 20 minutes, m/s. */
  best20MinSpeed?: number | null;
  thresholdSpeed?: number | null | undefined;
  averageHeartRate?: number | null;
  thresholdHeartRate?: number | null | undefined;
  maxHeartRate?: number | null | undefined;
  intervals?: Intervals | None;
  /** Longest run of the previous 30 days, m. */
  longest30DaysM?: number | null | undefined;
  interrupted?: boolean;
};

/** Limits (policy). Speeds as shares of threshold speed, heart rates as shares of threshold heart rate. */
const LONG_S = 5400;
const LONG_LEAST_S = 3600;
const LONG_SHARE_OF_LONGEST = 0.9;
const TEMPO_LEAST_S = 1200;
const TEMPO_SPEED = 0.93;
const TEMPO_BPM = 0.95;
const RACE_SPEED = 0.985;
const RECOVERY_MOST_S = 2700;
const RECOVERY_SPEED = 0.72;
const RECOVERY_BPM = 0.8;
const INTERVAL_LEAST_WORK_S = 180;
const INTERVAL_HARD_SPEED = 0.9;
/** Between standing and running, m/s. */
const WALK: [number, number] = [0.6, 2.1];
const RACE_DISTANCES = [1500, 1609.344, 3000, 5000, 10_000, 15_000, 21_097.5, 42_195, 50_000];
const RACE_TOLERANCE = 0.015;

const HARD: RunClass[] = ['race', 'interval', 'tempo'];

/**
 * Names a run (`classify-run/1`, policy). The first rule that fires: what the athlete declared · repeated work and rest · a race
 * distance run without a break near the best the threshold allows (not on a treadmill) · long (≥ 90 min) · 20 min near
 * threshold · long (≥ 60 min and ≥ 90 % of the longest of 30 days) · short and slow · easy by pace or heart rate · surface · unknown. Never throws.
 */
export function classifyRun(given: ClassifyInput): Classification {
  const input = withoutNonsense(given);
  const { declared } = input;
  if (declared && declared !== 'unknown')
    return answer(input, declared, 'declared by the athlete', [], 'declared');
  return (
    asIntervals(input) ??
    asRace(input) ??
    asNinetyMinutes(input) ??
    asTempo(input) ??
    asAmongLongest(input) ??
    asRecovery(input) ??
    asEasy(input) ??
    bySurface(input)
  );
}

/** A number that cannot be a speed, distance or heart rate counts as missing. */
function withoutNonsense(input: ClassifyInput): ClassifyInput {
  const known = (value: number | null | undefined) =>
    value != null && value > 0 && Number.isFinite(value) ? value : null;
  return {
    ...input,
    distanceM: known(input.distanceM) ?? 0,
    movingS: known(input.movingS) ?? 0,
    averageSpeed: known(input.averageSpeed),
    best20MinSpeed: known(input.best20MinSpeed),
    thresholdSpeed: known(input.thresholdSpeed),
    averageHeartRate: known(input.averageHeartRate),
    thresholdHeartRate: known(input.thresholdHeartRate),
    maxHeartRate: known(input.maxHeartRate),
    longest30DaysM: known(input.longest30DaysM),
  };
}

function asIntervals(input: ClassifyInput): Classification | null {
  const { intervals, thresholdSpeed } = input;
  if (!intervals || 'reason' in intervals) return null;
  const work = intervals.repetitions.filter(({ kind }) => kind === 'work');
  const workS = work.reduce((sum, { startS, endS }) => sum + endS - startS, 0);
  if (workS < INTERVAL_LEAST_WORK_S) return null;
  const evidence: ClassEvidence[] = [
    { metric: 'repetitions', value: intervals.workCount, unit: '1', limit: 3 },
    { metric: 'workSpeed', value: intervals.workSpeed, unit: 'm/s', limit: null },
    { metric: 'workTime', value: workS, unit: 's', limit: INTERVAL_LEAST_WORK_S },
  ];
  const hardSpeed = thresholdSpeed ? INTERVAL_HARD_SPEED * thresholdSpeed : 2.8;
  const { restSpeed } = intervals;
  if (restSpeed !== null)
    evidence.push({ metric: 'restSpeed', value: restSpeed, unit: 'm/s', limit: WALK[1] });
  const walks = restSpeed !== null && restSpeed >= WALK[0] && restSpeed <= WALK[1];
  if (walks && intervals.workSpeed < hardSpeed)
    return answer(input, 'run-walk', 'running and walking by turns', evidence);
  if (thresholdSpeed && intervals.workSpeed < hardSpeed) return null;
  return answer(input, 'interval', 'repeated work and rest', evidence);
}

function asRace(input: ClassifyInput): Classification | null {
  const { averageSpeed, thresholdSpeed, distanceM, movingS } = input;
  if (!averageSpeed || !thresholdSpeed || input.interrupted || !(movingS > 0)) return null;
  if (input.surface === 'treadmill') return null;
  const isRaceDistance = RACE_DISTANCES.some(
    (metres) => Math.abs(distanceM - metres) <= RACE_TOLERANCE * metres,
  );
  // Riegel 1981 as a speed: what an hour's pace becomes over another duration.
  const best = thresholdSpeed * (3600 / movingS) ** (0.06 / 1.06);
  if (!isRaceDistance || averageSpeed < RACE_SPEED * best) return null;
  return answer(input, 'race', 'a race distance near the best the threshold allows', [
    { metric: 'distance', value: distanceM, unit: 'm', limit: null },
    { metric: 'averageSpeed', value: averageSpeed, unit: 'm/s', limit: RACE_SPEED * best },
  ]);
}

function asTempo(input: ClassifyInput): Classification | null {
  const { best20MinSpeed, thresholdSpeed, averageHeartRate, thresholdHeartRate } = input;
  if (best20MinSpeed && thresholdSpeed && best20MinSpeed >= TEMPO_SPEED * thresholdSpeed)
    return answer(input, 'tempo', 'twenty minutes near threshold pace', [
      {
        metric: 'best20MinSpeed',
        value: best20MinSpeed,
        unit: 'm/s',
        limit: TEMPO_SPEED * thresholdSpeed,
      },
    ]);
  if (
    averageHeartRate &&
    thresholdHeartRate &&
    input.movingS >= TEMPO_LEAST_S &&
    averageHeartRate >= TEMPO_BPM * thresholdHeartRate
  )
    return answer(input, 'tempo', 'heart rate near threshold throughout', [
      {
        metric: 'averageHeartRate',
        value: averageHeartRate,
        unit: 'bpm',
        limit: TEMPO_BPM * thresholdHeartRate,
      },
    ]);
  return null;
}

/** Before tempo: a fast finish does not make a long run short, and it is hard either way. */
function asNinetyMinutes(input: ClassifyInput): Classification | null {
  if (!(input.movingS >= LONG_S)) return null;
  return answer(input, 'long', 'ninety minutes or more', [
    { metric: 'moving', value: input.movingS, unit: 's', limit: LONG_S },
  ]);
}

function asAmongLongest(input: ClassifyInput): Classification | null {
  const { movingS, distanceM, longest30DaysM } = input;
  if (!longest30DaysM || !(movingS >= LONG_LEAST_S)) return null;
  const limit = LONG_SHARE_OF_LONGEST * longest30DaysM;
  if (!(distanceM >= limit)) return null;
  return answer(input, 'long', 'among the longest of 30 days', [
    { metric: 'moving', value: movingS, unit: 's', limit: LONG_LEAST_S },
    { metric: 'distance', value: distanceM, unit: 'm', limit },
  ]);
}

function asRecovery(input: ClassifyInput): Classification | null {
  if (!(input.movingS <= RECOVERY_MOST_S)) return null;
  const slow = intensityBelow(input, RECOVERY_SPEED, RECOVERY_BPM);
  if (!slow) return null;
  return answer(input, 'recovery', 'short and slow', [
    { metric: 'moving', value: input.movingS, unit: 's', limit: RECOVERY_MOST_S },
    ...slow,
  ]);
}

function asEasy(input: ClassifyInput): Classification | null {
  const easy = intensityBelow(input, TEMPO_SPEED, TEMPO_BPM);
  return easy && answer(input, 'easy', 'below threshold effort', easy);
}

/** Evidence that the run was below both limits; null when one is exceeded or neither can be told. */
function intensityBelow(
  input: ClassifyInput,
  speedShare: number,
  bpmShare: number,
): ClassEvidence[] | null {
  const { averageSpeed, thresholdSpeed, averageHeartRate, maxHeartRate } = input;
  // Threshold heart rate lies near 90 % of the maximum; only the limit for "below" is drawn from it.
  const threshold = input.thresholdHeartRate ?? (maxHeartRate ? 0.9 * maxHeartRate : null);
  const evidence: ClassEvidence[] = [];
  if (averageSpeed && thresholdSpeed)
    evidence.push({
      metric: 'averageSpeed',
      value: averageSpeed,
      unit: 'm/s',
      limit: speedShare * thresholdSpeed,
    });
  if (averageHeartRate && threshold)
    evidence.push({
      metric: 'averageHeartRate',
      value: averageHeartRate,
      unit: 'bpm',
      limit: bpmShare * threshold,
    });
  const allBelow = evidence.every(({ value, limit }) => limit !== null && value < limit);
  return evidence.length > 0 && allBelow ? evidence : null;
}

function bySurface(input: ClassifyInput): Classification {
  const surface = input.surface === 'treadmill' || input.surface === 'trail' ? input.surface : null;
  return answer(
    input,
    surface ?? 'unknown',
    surface ? 'only the surface is known' : 'nothing says how hard it was',
    [],
    'nothing',
  );
}

function answer(
  input: ClassifyInput,
  runClass: RunClass,
  rule: string,
  evidence: ClassEvidence[],
  from: Classification['from'] = 'measured',
): Classification {
  const isLongAndHard = runClass === 'long' && input.movingS >= LONG_S;
  return {
    class: runClass,
    hard: from === 'nothing' ? null : HARD.includes(runClass) || isLongAndHard,
    from,
    rule,
    evidence: evidence.filter(({ value }) => Number.isFinite(value)),
    method: 'classify-run/1',
  };
}
