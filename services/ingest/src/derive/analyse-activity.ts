import { decodeStream, type BestEffort, type Lap as LapRow } from '@evensplit/db';
import {
  analyseRun,
  heartRateTime,
  type Lap,
  type RunAnalysis,
  type Stream,
} from '@evensplit/training';
import { surfaceOf } from '../store/normalise-stream.ts';
import { pauseMask, type Recording } from '../store/recording.ts';
import { heartRateZones } from './max-heart-rate-zones.ts';
import type { Derived } from './metric-rows.ts';
import {
  bestIndexOf,
  standingOf,
  type AthleteSettings,
  type PastRun,
  type RunStanding,
} from './run-standing.ts';

/** A stored run, ready to be analysed. */
export type StoredRun = {
  day: string;
  subSport: string | null;
  distanceM: number | null;
  hasHeartRate: boolean;
  stream: { samples: number; codec: string; data: Uint8Array } | null;
  laps: LapRow[];
  recording: Recording;
};

type EffortRow = Omit<BestEffort, 'activityId' | 'athleteId' | 'localDate'>;
export type AnalysedRun = Derived & { efforts: EffortRow[]; own: PastRun };

/**
 * One run, judged by what was known when it ended, itself included. It is analysed once without itself, because only
 * the analysis tells whether it raised the athlete's limits, and again only if it did.
 */
export function analyseActivity(
  run: StoredRun,
  before: readonly PastRun[],
  athlete: AthleteSettings,
): AnalysedRun {
  const stream = toStream(run);
  const laps = toLaps(run);
  const first = standingOf(athlete, run.day, before);
  let analysis = analyse(stream, laps, run, first);
  const efforts = effortRows(analysis);
  const bestIndex = bestIndexOf(efforts, surfaceOf(run.subSport) === 'treadmill');
  const own: PastRun = {
    day: run.day,
    distanceM: run.distanceM,
    bestIndex,
    peakBpm: analysis.metrics.maxHeartRate.value,
  };
  const standing = standingOf(athlete, run.day, before, own);
  const fingerprint = fingerprintOf(standing);
  if (fingerprint !== fingerprintOf(first)) analysis = analyse(stream, laps, run, standing);
  const zones = heartRateZones(analysis.heartRateZones, heartRateTime(stream), {
    bpm: standing.maxHeartRate,
    method: standing.maxHeartRateMethod,
  });
  return { analysis, zones, standing, fingerprint, bestIndex, efforts, own };
}

/** Equal for equal standings: a run whose standing has not changed needs no new analysis. */
export function fingerprintOf(standing: RunStanding): string {
  return JSON.stringify(standing);
}

function analyse(
  stream: Stream,
  laps: readonly Lap[],
  run: StoredRun,
  standing: RunStanding,
): RunAnalysis {
  const surface = surfaceOf(run.subSport);
  return analyseRun(stream, laps, {
    ...(surface ? { surface } : {}),
    heart: {
      max: standing.maxHeartRate,
      rest: standing.restingHeartRate,
      sex: standing.sex,
    },
    thresholdSpeed: standing.thresholdSpeedMps,
    longest30DaysM: standing.longest30DaysM,
    declared: run.recording.saysRace ? 'race' : null,
  });
}

/** Without samples every metric gets its reason from the analysis of an empty stream. */
function toStream({ stream, recording, hasHeartRate }: StoredRun): Stream {
  if (!stream) return { t: new Float64Array(), d: new Float64Array() };
  const { hr, d, ...columns } = decodeStream(stream.data, stream.samples, stream.codec);
  const moving = pauseMask(columns.t, recording.pauses);
  return {
    ...columns,
    d: d ?? new Float64Array(columns.t.length),
    // An implausible heart rate is shown with the run, but must not teach anything.
    ...(hr && hasHeartRate ? { hr } : {}),
    ...(moving ? { moving } : {}),
  };
}

const triggers: Record<string, NonNullable<Lap['trigger']>> = {
  manual: 'manual',
  workout: 'workout',
  fitness_equipment: 'workout',
  distance: 'distance',
  time: 'time',
  location: 'position',
  position_start: 'position',
  position_lap: 'position',
  position_waypoint: 'position',
  position_marked: 'position',
  heartrate: 'time',
  session_end: 'session-end',
};

const intensities: Record<string, NonNullable<Lap['intensity']>> = {
  active: 'active',
  interval: 'active',
  rest: 'rest',
  resting: 'rest',
  recovery: 'recovery',
  warmup: 'warmup',
  cooldown: 'cooldown',
};

/** Devices have many words; those that say nothing about a workout are left out. */
function toLaps({ laps, recording }: StoredRun): Lap[] {
  return laps.map((lap) => {
    const trigger = triggers[recording.lapTriggers[lap.index] ?? ''];
    const intensity = intensities[lap.intensity ?? ''];
    return {
      startS: lap.startS,
      endS: lap.startS + lap.elapsedS,
      ...(trigger ? { trigger } : {}),
      ...(intensity ? { intensity } : {}),
    };
  });
}

function effortRows(analysis: RunAnalysis): EffortRow[] {
  return analysis.bestEfforts
    .filter((effort) => effort.kind === 'distance')
    .map((effort) => ({
      distanceM: effort.target,
      seconds: effort.timeS,
      startS: effort.startS,
      endS: effort.endS,
      startM: effort.startM,
      interrupted: effort.interrupted,
      netDropM:
        effort.netDropMPerKm === null ? null : (effort.netDropMPerKm * effort.target) / 1000,
      method: effort.method,
    }));
}
