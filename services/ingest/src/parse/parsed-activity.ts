/**
 * What a file says, in SI units, before anything is derived from it.
 * Everything here crosses a process boundary, so it is plain data and typed arrays only.
 */
export type ActivityFormat = 'fit' | 'gpx' | 'tcx';

export type Sport =
  | 'run'
  | 'ride'
  | 'swim'
  | 'walk'
  | 'hike'
  | 'row'
  | 'ski'
  | 'strength'
  | 'fitness'
  | 'transition'
  | 'multisport'
  | 'other'
  | 'unknown';

export type SubSport =
  | 'treadmill'
  | 'trail'
  | 'track'
  | 'road'
  | 'ultra'
  | 'obstacle'
  | 'virtual'
  | 'indoor'
  | 'open_water'
  | 'pool'
  | 'yoga'
  | 'other';

export type ClockFlag =
  /** The watch never knew the date: the times of day and the day are unusable, durations are fine. */
  | 'date_unknown'
  /** The clock was corrected while recording; earlier samples were moved next to the later ones. */
  | 'clock_set_during_activity'
  /** Steps back of a few seconds were closed. */
  | 'small_steps_back'
  /** A long step back: what follows was appended one second later, in file order. */
  | 'long_step_back'
  /** Single samples with a stray time were put back between their neighbours. */
  | 'stray_times'
  /** The recording was left open for more than a day. */
  | 'left_open';

type DistanceSource = 'device' | 'gps' | 'none';

export type Provenance = {
  distanceSource: DistanceSource;
  timerSource: 'device' | 'samples';
  clockFlags: ClockFlag[];
  /** `cycles` are strides, strokes or crank turns per minute: not yet doubled, the sport being unknown or not on foot. */
  cadenceUnit: 'steps' | 'cycles' | 'none';
  /** `merged` from separate heart-rate messages; `implausible` is shown but must not train anybody's zones. */
  heartRate: 'device' | 'merged' | 'implausible' | 'none';
  powerSource: 'device' | 'developer_field' | 'none';
};

export type ParsedLap = {
  startS: number;
  elapsedS: number;
  timerS: number;
  distanceM: number;
  avgHr: number | null;
  maxHr: number | null;
  intensity?: string;
  trigger?: string;
};

/** Seconds since the start, ascending and apart. */
export type Pause = [startS: number, endS: number];

/** Aligned by sample; NaN marks "no reading". A column without any reading is absent. */
export type SampleColumns = {
  /** Seconds since the start, strictly increasing. */
  t: Float64Array;
  /** Metres since the start, never decreasing. */
  d?: Float64Array;
  lat?: Float64Array;
  lon?: Float64Array;
  hr?: Float32Array;
  /** Steps per minute on foot; otherwise see `provenance.cadenceUnit`. */
  cadence?: Float32Array;
  altitude?: Float32Array;
  speed?: Float32Array;
  power?: Float32Array;
  temperature?: Float32Array;
};

export type ParsedActivity = {
  format: ActivityFormat;
  sport: Sport;
  /** The file's own word, untrusted text. */
  sportRaw: string | null;
  subSport: SubSport | null;
  subSportRaw: string | null;
  startedAt: number;
  elapsedS: number;
  timerS: number;
  movingS: number | null;
  distanceM: number;
  ascentM: number | null;
  avgHr: number | null;
  maxHr: number | null;
  avgCadenceSpm: number | null;
  manufacturer: string | null;
  deviceName: string | null;
  /** Untrusted text, shortened. */
  name: string | null;
  /** Untrusted text, shortened. */
  notes: string | null;
  /** 1 of 1, or the place inside a multi-sport or several-runs file. */
  part: { index: number; of: number };
  /** As stored in the file, before samples of one instant were merged. */
  recordCount: number;
  laps: ParsedLap[];
  pauses: Pause[];
  samples: SampleColumns;
  provenance: Provenance;
};
