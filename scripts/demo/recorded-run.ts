/** One row of the recording, already rounded to what a watch stores; `null` is "no reading", never 0. */
export type Sample = {
  /** Whole seconds since the start, pauses included. */
  elapsedS: number;
  /** Metres since the start, to the centimetre. */
  distanceM: number;
  speedMps: number;
  latDeg: number | null;
  lonDeg: number | null;
  altitudeM: number | null;
  heartRateBpm: number | null;
  /** Steps of both feet per minute. */
  cadenceSpm: number | null;
  temperatureC: number | null;
};

/** The sums and means a device prints over a lap or a whole session. */
export type Totals = {
  elapsedMs: number;
  /** Elapsed time without pauses. */
  timerMs: number;
  distanceCm: number;
  strides: number;
  ascentM: number;
  descentM: number;
  caloriesKcal: number;
  maxSpeedMps: number;
  avgHeartRateBpm: number | null;
  maxHeartRateBpm: number | null;
  avgCadenceSpm: number | null;
  maxCadenceSpm: number | null;
  avgTemperatureC: number | null;
};

export type RecordedLap = Totals & {
  startMs: number;
  effort: 'warmup' | 'active' | 'rest' | 'cooldown';
  endedBy: 'distance' | 'button' | 'finish';
};

export type Pause = { fromS: number; toS: number };

export type RecordedRun = {
  title: string;
  startedAt: Date;
  /** What the athlete's clock showed at the start, as seconds to add to UTC. */
  utcOffsetS: number;
  surface: 'road' | 'track' | 'trail' | 'treadmill';
  /** The profile chosen on the watch; a race has one of its own. */
  profileName: string;
  /** The athlete's own rating after the run, CR10 (Foster). */
  perceivedEffort: number | null;
  samples: Sample[];
  pauses: Pause[];
  laps: RecordedLap[];
  totals: Totals;
};
