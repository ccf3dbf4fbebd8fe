/**
 * Growing typed columns: a 200,000-point track costs 15 MB here, and over 200 MB as one object per point.
 * Times are epoch milliseconds as the file gives them, in file order; repairs come later.
 */
const wide = ['d', 'lat', 'lon'] as const;
const narrow = ['hr', 'cadence', 'altitude', 'speed', 'power', 'temperature'] as const;
type WideColumn = (typeof wide)[number];
type NarrowColumn = (typeof narrow)[number];
export type SampleColumn = WideColumn | NarrowColumn;

export type RawSamples = { time: Float64Array } & Record<WideColumn, Float64Array> &
  Record<NarrowColumn, Float32Array>;

/** Outside these a value is a sensor's "no reading" or nonsense, never a measurement. */
const ranges: Record<SampleColumn, [low: number, high: number]> = {
  d: [0, 5_000_000],
  lat: [-90, 90],
  lon: [-180, 180],
  hr: [25, 250],
  cadence: [0, 300],
  altitude: [-500, 9000],
  speed: [0, 100],
  power: [0, 4000],
  temperature: [-60, 70],
};

export type SampleBuffer = {
  readonly length: number;
  /** Opens the next sample; `set` then fills it. */
  push(timeMs: number): void;
  set(column: SampleColumn, value: number | null | undefined): void;
  /** Both halves or none; exactly 0, 0 is a receiver without a fix. */
  setFix(lat: number | null, lon: number | null): void;
  has(column: SampleColumn): boolean;
  timeAt(index: number): number;
  finish(): RawSamples;
};

export function createSampleBuffer(): SampleBuffer {
  let capacity = 64;
  let length = 0;
  let columns = allocate(capacity);

  function set(column: SampleColumn, value: number | null | undefined): void {
    if (value === null || value === undefined) return;
    const [low, high] = ranges[column];
    if (value >= low && value <= high) columns[column][length - 1] = value;
  }

  return {
    get length() {
      return length;
    },
    push(timeMs) {
      if (length === capacity) {
        const grown = allocate(capacity * 2);
        grown.time.set(columns.time);
        for (const name of [...wide, ...narrow]) grown[name].set(columns[name]);
        columns = grown;
        capacity *= 2;
      }
      columns.time[length] = timeMs;
      length += 1;
    },
    set,
    setFix(lat, lon) {
      if (lat === null || lon === null || (lat === 0 && lon === 0)) return;
      if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return;
      set('lat', lat);
      set('lon', lon);
    },
    has(column) {
      return !Number.isNaN(columns[column][length - 1] ?? Number.NaN);
    },
    timeAt(index) {
      return columns.time[index] ?? Number.NaN;
    },
    finish() {
      const trimmed = allocate(0);
      trimmed.time = columns.time.slice(0, length);
      for (const name of wide) trimmed[name] = columns[name].slice(0, length);
      for (const name of narrow) trimmed[name] = columns[name].slice(0, length);
      columns = allocate(0);
      return trimmed;
    },
  };
}

function allocate(size: number): RawSamples {
  return {
    time: new Float64Array(size),
    d: new Float64Array(size).fill(Number.NaN),
    lat: new Float64Array(size).fill(Number.NaN),
    lon: new Float64Array(size).fill(Number.NaN),
    hr: new Float32Array(size).fill(Number.NaN),
    cadence: new Float32Array(size).fill(Number.NaN),
    altitude: new Float32Array(size).fill(Number.NaN),
    speed: new Float32Array(size).fill(Number.NaN),
    power: new Float32Array(size).fill(Number.NaN),
    temperature: new Float32Array(size).fill(Number.NaN),
  };
}
