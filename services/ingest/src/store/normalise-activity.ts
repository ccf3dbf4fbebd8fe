import type { Sport } from '@evensplit/contracts';
import type { StoredStream } from '@evensplit/db';
import { movingTime } from '@evensplit/training';
import type { ParsedActivity, ParsedLap } from '../parse/parsed-activity.ts';
import { chooseSport } from './choose-sport.ts';
import { civilTime } from './civil-time.ts';
import { nameActivity } from './name-activity.ts';
import { normaliseStream } from './normalise-stream.ts';
import { pauseMask, type Recording } from './recording.ts';

type NormalLap = {
  startS: number;
  elapsedS: number;
  movingS: number;
  distanceM: number;
  avgHeartRate: number | null;
  maxHeartRate: number | null;
  intensity: string | null;
};

/** One activity of a file as our tables hold it, before anything is derived from it. */
export type NormalActivity = {
  part: number;
  sport: Sport;
  day: string;
  columns: {
    subSport: string | null;
    name: string;
    startedAt: Date;
    timeZone: string;
    elapsedS: number;
    timerS: number;
    movingS: number;
    distanceM: number | null;
    ascentM: number | null;
    avgHeartRate: number | null;
    maxHeartRate: number | null;
    avgCadence: number | null;
    deviceName: string | null;
    hasRoute: boolean;
    hasHeartRate: boolean;
    warnings: string[];
  };
  stream: StoredStream | null;
  laps: NormalLap[];
  recording: Recording;
};

const ASSUMED_RUN = 'The file names no sport; going by its pace it was taken for a run.';

export function normaliseActivity(
  activity: ParsedActivity,
  given: { timeZone: string; warnings: readonly string[] },
): NormalActivity {
  const { sport, assumed } = chooseSport(activity);
  const startedAt = new Date(activity.startedAt);
  const { day, hour } = civilTime(startedAt, given.timeZone);
  const stream = normaliseStream(activity, sport);
  // The stream begins at its first sample, the file's laps and pauses count from the declared start.
  const offsetS = stream ? (activity.samples.t[0] ?? 0) : 0;
  const pauses = activity.pauses.map(([from, to]): [number, number] => [
    Math.max(0, from - offsetS),
    Math.max(0, to - offsetS),
  ]);
  const hasHeartRate = stream?.hr !== undefined && activity.provenance.heartRate !== 'implausible';
  return {
    part: activity.part.index - 1,
    sport,
    day,
    columns: {
      subSport: activity.subSport,
      name: nameActivity(activity.name, sport, hour),
      startedAt,
      timeZone: given.timeZone,
      elapsedS: activity.elapsedS,
      timerS: activity.timerS,
      movingS: movingOf(activity, stream, pauses),
      distanceM: distanceOf(activity, stream),
      ascentM: activity.ascentM,
      avgHeartRate: activity.avgHr,
      maxHeartRate: activity.maxHr,
      avgCadence: activity.avgCadenceSpm,
      deviceName: deviceOf(activity),
      hasRoute: stream?.lat !== undefined,
      hasHeartRate,
      warnings: assumed ? [...given.warnings, ASSUMED_RUN] : [...given.warnings],
    },
    stream,
    laps: activity.laps.map((lap) => normaliseLap(lap, offsetS)),
    recording: {
      pauses,
      lapTriggers: activity.laps.map((lap) => lap.trigger ?? null),
      distanceFrom: activity.provenance.distanceSource,
      saysRace: saysRace(activity.name) || saysRace(activity.subSportRaw),
    },
  };
}

/** Only the bare word: "Race pace intervals" and "pre-race jog" are none. */
function saysRace(word: string | null): boolean {
  return /^\s*(race|competition)\s*$/i.test(word ?? '');
}

function movingOf(
  activity: ParsedActivity,
  stream: StoredStream | null,
  pauses: [number, number][],
): number {
  const fallback = activity.movingS ?? activity.timerS;
  if (!stream?.d) return fallback;
  const moving = pauseMask(stream.t, pauses);
  const result = movingTime({ t: stream.t, d: stream.d, ...(moving ? { moving } : {}) });
  return result.value ?? fallback;
}

/** The device's total where it measured one; a track is summed after its wild fixes are gone. */
function distanceOf(activity: ParsedActivity, stream: StoredStream | null): number | null {
  const summed = stream?.d?.at(-1) ?? 0;
  const metres =
    activity.provenance.distanceSource === 'device' || summed === 0 ? activity.distanceM : summed;
  return metres > 0 ? metres : null;
}

function deviceOf({ deviceName, manufacturer }: ParsedActivity): string | null {
  if (deviceName === null) return null;
  const maker = manufacturer?.toLowerCase() ?? '';
  if (maker === 'garmin' && !deviceName.toLowerCase().includes('garmin')) {
    return `Garmin ${deviceName}`;
  }
  return deviceName;
}

function normaliseLap(lap: ParsedLap, offsetS: number): NormalLap {
  return {
    startS: Math.max(0, lap.startS - offsetS),
    elapsedS: lap.elapsedS,
    movingS: lap.timerS,
    distanceM: lap.distanceM,
    avgHeartRate: lap.avgHr,
    maxHeartRate: lap.maxHr,
    intensity: lap.intensity ?? null,
  };
}
