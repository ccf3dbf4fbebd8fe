import type { LoopName } from './routes.ts';

/** One part of a session: how far or how long, and how fast on the level. */
export type RunStep = {
  effort: 'warmup' | 'active' | 'rest' | 'cooldown';
  until: { distanceM: number } | { durationS: number };
  speedMps: number;
};

export type RunKind =
  | 'easy'
  | 'long'
  | 'tempo'
  | 'interval'
  | 'race'
  | 'treadmill'
  | 'trail'
  | 'short';

/** Everything `simulateRun` needs to know, and nothing that depends on another run. */
export type PlannedRun = {
  /** Unique, sortable: the local start and the kind. */
  id: string;
  title: string;
  kind: RunKind;
  startedAt: Date;
  /** The civil date on the athlete's own calendar. */
  localDate: string;
  utcOffsetS: number;
  surface: 'road' | 'track' | 'trail' | 'treadmill';
  profileName: string;
  /** Empty on a treadmill. */
  route: LoopName[];
  steps: RunStep[];
  /** Whole kilometres close a lap by themselves; in a session the athlete presses the button at each step. */
  laps: 'each-kilometre' | 'each-step';
  /** Speed the athlete could hold for about an hour on that day. */
  thresholdMps: number;
  airTemperatureC: number;
  isHot: boolean;
  heartRate: 'recorded' | 'absent' | 'cadence-lock';
  recording: 'every-second' | 'smart';
  /** Stops with the timer halted. */
  pauses: { atDistanceM: number; durationS: number }[];
  perceivedEffort: number | null;
  /** The race distance as announced; the watch measures a little more. */
  raceDistanceM: number | null;
  /** Further exports of the same run that end up in the same folder. */
  alsoExportedAs: ('copy' | 'tcx')[];
  seed: number;
};
