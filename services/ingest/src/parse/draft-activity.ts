import type { ActivityFormat, Provenance, Sport, SubSport } from './parsed-activity.ts';
import type { RawSamples } from './sample-buffer.ts';

export type DraftLap = {
  startMs: number;
  elapsedS: number | null;
  timerS: number | null;
  distanceM: number | null;
  avgHr: number | null;
  maxHr: number | null;
  intensity: string | null;
  trigger: string | null;
};

/** What each format's reader hands over: raw columns in file order and whatever totals the device declared. */
export type DraftActivity = {
  format: ActivityFormat;
  sport: Sport;
  sportRaw: string | null;
  subSport: SubSport | null;
  subSportRaw: string | null;
  startMs: number | null;
  elapsedS: number | null;
  timerS: number | null;
  movingS: number | null;
  distanceM: number | null;
  ascentM: number | null;
  avgHr: number | null;
  maxHr: number | null;
  /** In the file's own unit, strides on foot. */
  avgCadence: number | null;
  manufacturer: string | null;
  deviceName: string | null;
  name: string | null;
  notes: string | null;
  recordCount: number;
  samples: RawSamples;
  /** Indexes where a new segment begins; ground between segments is not covered ground. */
  segmentStarts: number[];
  laps: DraftLap[];
  pausesMs: [startMs: number, endMs: number][];
  heartRate: Provenance['heartRate'];
  powerSource: Provenance['powerSource'];
};
