import type { DraftActivity, DraftLap } from '../draft-activity.ts';
import { createSampleBuffer, type SampleBuffer, type SampleColumn } from '../sample-buffer.ts';
import { emptyDraft } from './empty-draft.ts';
import { keepBelievablePauses } from './believable-pauses.ts';
import { readNumber, readTime } from './read-value.ts';
import type { XmlVisitor } from './walk-xml.ts';

/** Watches close and open a track at every lap too; only a longer hole there can be a rest. */
const LAP_SEAM_MS = 15_000;

const readings: Record<string, SampleColumn> = {
  AltitudeMeters: 'altitude',
  DistanceMeters: 'd',
  Cadence: 'cadence',
  RunCadence: 'cadence',
  Speed: 'speed',
  Watts: 'power',
};

type OpenActivity = {
  sport: string | null;
  startMs: number | null;
  notes: string | null;
  device: string | null;
  points: number;
  buffer: SampleBuffer;
  laps: DraftLap[];
  segmentStarts: number[];
  seams: [number, number][];
};

export type TcxContents = {
  activities: DraftActivity[];
  points: number;
  timedPoints: number;
  /** A file with courses or workouts only. */
  otherContent: 'course' | 'workout' | null;
};

export function createTcxReader(): { visitor: XmlVisitor; finish: () => TcxContents } {
  const activities: OpenActivity[] = [];
  let otherContent: TcxContents['otherContent'] = null;
  let activity: OpenActivity | null = null;
  let lap: DraftLap | null = null;
  let tracksInLap = 0;
  let newTrack = false;
  let time: number | null = null;
  let lat: number | null = null;
  let lon: number | null = null;
  let values: Partial<Record<SampleColumn, number>> = {};

  function keepPoint(into: OpenActivity): void {
    into.points += 1;
    if (time === null) return;
    const { buffer } = into;
    const last = buffer.timeAt(buffer.length - 1);
    if (newTrack && buffer.length > 0) {
      into.segmentStarts.push(buffer.length);
      const hole = tracksInLap > 1 ? 0 : LAP_SEAM_MS;
      if (time - last > hole) into.seams.push([last, time]);
    }
    newTrack = false;
    buffer.push(time);
    buffer.setFix(lat, lon);
    for (const column of Object.keys(values) as SampleColumn[]) buffer.set(column, values[column]);
  }

  const visitor: XmlVisitor = {
    open(element, attributes) {
      if (element === 'Activity') {
        activity = {
          sport: attributes['Sport'] ?? null,
          startMs: null,
          notes: null,
          device: null,
          points: 0,
          buffer: createSampleBuffer(),
          laps: [],
          segmentStarts: [],
          seams: [],
        };
        activities.push(activity);
      } else if (element === 'Course') otherContent ??= 'course';
      else if (element === 'Workout') otherContent ??= 'workout';
      else if (element === 'Lap' && activity !== null) {
        const startMs = readTime(attributes['StartTime']);
        lap = emptyLap(startMs ?? Number.NaN);
        tracksInLap = 0;
      } else if (element === 'Track') {
        newTrack = true;
        tracksInLap += 1;
      } else if (element === 'Trackpoint') [time, lat, lon, values] = [null, null, null, {}];
    },
    close(element, text, parents) {
      if (activity === null) return;
      const parent = parents.at(-1);
      if (element === 'Trackpoint') keepPoint(activity);
      else if (parents.includes('Trackpoint')) readPointValue(element, parent, text);
      else if (element === 'Lap' && lap !== null) {
        if (!Number.isNaN(lap.startMs)) activity.laps.push(lap);
        lap = null;
      } else if (lap !== null) readLapValue(lap, element, parents, text);
      else if (element === 'Id' && parent === 'Activity') activity.startMs = readTime(text);
      else if (element === 'Notes' && parent === 'Activity') activity.notes = text;
      else if (element === 'Name' && parent === 'Creator') activity.device = text;
      else if (element === 'Activity') activity = null;
    },
  };

  function readPointValue(element: string, parent: string | undefined, text: string): void {
    if (element === 'Time' && parent === 'Trackpoint') {
      time ??= readTime(text);
      return;
    }
    if (element === 'LatitudeDegrees') lat ??= readNumber(text);
    if (element === 'LongitudeDegrees') lon ??= readNumber(text);
    const column = element === 'Value' && parent === 'HeartRateBpm' ? 'hr' : readings[element];
    const value = column === undefined ? null : readNumber(text);
    if (column !== undefined && value !== null) values[column] ??= value;
  }

  return {
    visitor,
    finish: () => ({
      activities: activities.filter((one) => one.points > 0 || one.laps.length > 0).map(draftOf),
      points: activities.reduce((sum, one) => sum + one.points, 0),
      timedPoints: activities.reduce((sum, one) => sum + one.buffer.length, 0),
      otherContent,
    }),
  };
}

function readLapValue(
  lap: DraftLap,
  element: string,
  parents: readonly string[],
  text: string,
): void {
  const parent = parents.at(-1);
  if (parent === 'Lap') {
    // A lap's total time is what the timer ran, not what the clock showed.
    if (element === 'TotalTimeSeconds') lap.timerS = readNumber(text);
    else if (element === 'DistanceMeters') lap.distanceM = readNumber(text);
    else if (element === 'Intensity') lap.intensity = text;
    else if (element === 'TriggerMethod') lap.trigger = text;
  } else if (element === 'Value') {
    if (parent === 'AverageHeartRateBpm') lap.avgHr = readNumber(text);
    else if (parent === 'MaximumHeartRateBpm') lap.maxHr = readNumber(text);
  }
}

function draftOf(activity: OpenActivity): DraftActivity {
  const { laps, buffer } = activity;
  const timerS = sum(laps, (lap) => lap.timerS);
  const lastMs = buffer.timeAt(buffer.length - 1);
  const firstMs = buffer.timeAt(0);
  for (const [i, lap] of laps.entries()) {
    const nextMs = laps[i + 1]?.startMs ?? lastMs;
    const clockS = (nextMs - lap.startMs) / 1000;
    lap.elapsedS = clockS >= (lap.timerS ?? 0) ? clockS : lap.timerS;
  }
  const spanS = (lastMs - firstMs) / 1000;
  return {
    ...emptyDraft('tcx', activity.sport, buffer),
    startMs: laps[0]?.startMs ?? activity.startMs,
    timerS,
    distanceM: sum(laps, (lap) => lap.distanceM),
    avgHr: buffer.length === 0 ? meanByTime(laps) : null,
    maxHr: laps.reduce<number | null>(
      (top, lap) => Math.max(top ?? 0, lap.maxHr ?? 0) || null,
      null,
    ),
    deviceName: activity.device,
    notes: activity.notes,
    recordCount: activity.points,
    segmentStarts: activity.segmentStarts,
    laps,
    pausesMs: keepBelievablePauses(activity.seams, timerS === null ? null : spanS - timerS),
  };
}

function emptyLap(startMs: number): DraftLap {
  return {
    startMs,
    elapsedS: null,
    timerS: null,
    distanceM: null,
    avgHr: null,
    maxHr: null,
    intensity: null,
    trigger: null,
  };
}

/** Null rather than 0 when no lap says anything: 0 is a claim. */
function sum(laps: readonly DraftLap[], of: (lap: DraftLap) => number | null): number | null {
  const total = laps.reduce((all, lap) => all + Math.max(0, of(lap) ?? 0), 0);
  return total > 0 ? total : null;
}

function meanByTime(laps: readonly DraftLap[]): number | null {
  const known = laps.filter((lap) => lap.avgHr !== null && lap.timerS !== null);
  const time = known.reduce((all, lap) => all + lap.timerS!, 0);
  return time > 0 ? known.reduce((all, lap) => all + lap.avgHr! * lap.timerS!, 0) / time : null;
}
