import type { MovingMask } from './moving-time.ts';
import { none, type None } from './result.ts';
import type { Stream } from './stream.ts';
import { twoClasses } from './two-classes.ts';

/** A device lap; times in stream seconds. */
export type Lap = {
  startS: number;
  endS: number;
  /** What ended it. Automatic laps say nothing about a workout. */
  trigger?: 'manual' | 'workout' | 'distance' | 'time' | 'position' | 'session-end';
  /** What the workout on the watch said. */
  intensity?: 'active' | 'rest' | 'warmup' | 'cooldown' | 'recovery';
};

/** A stretch of work or rest. `speed` is grade-adjusted where altitude allows; `bpm` null without heart rate. */
export type Repetition = {
  kind: 'work' | 'rest';
  startS: number;
  endS: number;
  startM: number;
  endM: number;
  speed: number;
  bpm: number | null;
};

/** `regular` = the work stretches are alike in time or distance; `restSpeed` null when there was no rest between. */
export type Intervals = {
  source: 'laps' | 'pace';
  repetitions: Repetition[];
  workCount: number;
  workSpeed: number;
  restSpeed: number | null;
  regular: boolean;
  method: 'interval-detection/1';
};

/** Limits (policy). */
const FEWEST_REPETITIONS = 3;
const SHORTEST_WORK_S = 15;
const SHORTEST_REST_S = 15;
const LEAST_RATIO = 1.12;
const LEAST_SEPARATION = 0.75;
const REGULAR_VARIATION = 0.3;
const WALKING = 0.8;
const CLEAR_OF_STOP_S = 6;

/** What detection reads: cumulative metres (best grade-adjusted), their smoothed speed, and where heart rate is invalid. */
export type IntervalInput = {
  stream: Stream;
  metres: Float64Array;
  speed: Float64Array;
  moving: MovingMask;
  invalid: Uint8Array;
};

/**
 * Finds work and rest (`interval-detection/1`, policy): from laps when the athlete or the workout made them, else from pace,
 * which must fall into two clear classes (the fast one at least 12 % faster). `NOT_APPLICABLE` when the run has no such
 * structure, `MISSING_INPUT` (no distance).
 */
export function detectIntervals(input: IntervalInput, laps: readonly Lap[]): Intervals | None {
  const { d } = input.stream;
  if (!(d[d.length - 1]! > 0)) return none('MISSING_INPUT', 'no distance');
  return (
    fromLaps(input, laps) ??
    fromPace(input) ??
    none('NOT_APPLICABLE', 'no repeated work and rest in this run')
  );
}

function fromLaps(input: IntervalInput, laps: readonly Lap[]): Intervals | null {
  const { t } = input.stream;
  const end = t[t.length - 1]!;
  const usable = laps
    .filter((lap) => lap.endS - lap.startS >= 5 && lap.startS < end && lap.endS > t[0]!)
    .toSorted((a, b) => a.startS - b.startS);
  if (usable.length < 2 * FEWEST_REPETITIONS - 1 || overlap(usable)) return null;
  const stretches = usable.map((lap) => stretch(input, lap.startS, lap.endS));
  if (usable.some((lap) => lap.intensity === 'rest' || lap.intensity === 'recovery'))
    return assemble(
      'laps',
      stretches.flatMap((part, i) => label(part, usable[i]!.intensity)),
    );
  if (
    !usable.every(
      (lap) => lap.trigger === 'manual' || lap.trigger === 'workout' || lap === usable.at(-1),
    )
  )
    return null;
  const classes = twoClasses(
    stretches.map((part) => part.speed),
    stretches.map((part) => part.endS - part.startS),
  );
  if (!classes || classes.highMean < LEAST_RATIO * classes.lowMean) return null;
  return assemble(
    'laps',
    stretches.map((part) => ({
      ...part,
      kind: part.speed >= classes.threshold ? ('work' as const) : ('rest' as const),
    })),
  );
}

/** Laps that share more than a second are not laps of one run. */
function overlap(laps: readonly Lap[]): boolean {
  return laps.some((lap, i) => i > 0 && lap.startS < laps[i - 1]!.endS - 1);
}

function label(part: Repetition, intensity: Lap['intensity']): Repetition[] {
  if (intensity === 'active') return [{ ...part, kind: 'work' }];
  if (intensity === 'rest' || intensity === 'recovery') return [{ ...part, kind: 'rest' }];
  return [];
}

function fromPace(input: IntervalInput): Intervals | null {
  const { t } = input.stream;
  const { speed } = input;
  const classes = twoClasses(speed, runningTime(input));
  if (
    !classes ||
    classes.separation < LEAST_SEPARATION ||
    classes.highMean < LEAST_RATIO * classes.lowMean
  )
    return null;
  return assemble(
    'pace',
    segments(t, speed, classes.threshold).map(([from, to, fast]) => ({
      ...stretch(input, t[from]!, t[to]!),
      kind: fast ? ('work' as const) : ('rest' as const),
    })),
  );
}

/**
 * Seconds of each interval that count for the classes: running, and far enough from a stop that the smoothed speed is not
 * half standing. Otherwise every run with a traffic light would have a slow class of its own.
 */
function runningTime({ stream: { t }, speed, moving }: IntervalInput): Float64Array {
  const n = t.length;
  const { mask } = moving;
  const out = new Float64Array(n);
  let lastStop = -Infinity;
  let now = t[0]!;
  for (let i = 1; i < n; i++) {
    const before = now;
    now = t[i]!;
    if (mask[i] === 1) {
      if (speed[i]! > WALKING && before - lastStop >= CLEAR_OF_STOP_S)
        out[i] = Math.min(15, now - before);
      continue;
    }
    lastStop = now;
    for (let k = i - 1; k > 0 && before - t[k]! < CLEAR_OF_STOP_S; k--) out[k] = 0;
  }
  return out;
}

/** Alternating [from, to, fast] sample ranges; stretches too short to mean anything join their neighbour. */
function segments(
  t: Float64Array,
  speed: Float64Array,
  threshold: number,
): [number, number, boolean][] {
  const raw: [number, number, boolean][] = [];
  for (let i = 1; i < t.length; i++) {
    const fast = speed[i]! >= threshold;
    const last = raw.at(-1);
    if (last && last[2] === fast) last[1] = i;
    else raw.push([i - 1, i, fast]);
  }
  const isShort = (part: [number, number, boolean], least: number) =>
    t[part[1]]! - t[part[0]]! < least;
  return merge(
    merge(raw, (part) => !part[2] && isShort(part, SHORTEST_REST_S)),
    (part) => part[2] && isShort(part, SHORTEST_WORK_S),
  );
}

function merge(
  parts: [number, number, boolean][],
  isNoise: (part: [number, number, boolean]) => boolean,
): [number, number, boolean][] {
  const out: [number, number, boolean][] = [];
  for (const part of parts) {
    const last = out.at(-1);
    if (last && (isNoise(part) || last[2] === part[2])) last[1] = part[1];
    else out.push([...part]);
  }
  return out;
}

/** Drops what comes before the first and after the last work, then checks that what is left is a workout. */
function assemble(source: 'laps' | 'pace', all: Repetition[]): Intervals | null {
  const first = all.findIndex((part) => part.kind === 'work');
  const last = all.findLastIndex((part) => part.kind === 'work');
  const repetitions = first < 0 ? [] : all.slice(first, last + 1);
  const work = repetitions.filter((part) => part.kind === 'work');
  const rest = repetitions.filter((part) => part.kind === 'rest');
  if (work.length < FEWEST_REPETITIONS || rest.length < work.length - 1) return null;
  const workSpeed = meanSpeed(work);
  const restSpeed = rest.length > 0 ? meanSpeed(rest) : null;
  if (!(workSpeed > 0) || (restSpeed !== null && workSpeed < LEAST_RATIO * restSpeed)) return null;
  const regular =
    variation(work.map((part) => part.endS - part.startS)) <= REGULAR_VARIATION ||
    variation(work.map((part) => part.endM - part.startM)) <= REGULAR_VARIATION;
  return {
    source,
    repetitions,
    workCount: work.length,
    workSpeed,
    restSpeed,
    regular,
    method: 'interval-detection/1',
  };
}

function stretch(input: IntervalInput, startS: number, endS: number): Repetition {
  const { t, d, hr } = input.stream;
  const from = nearest(t, startS);
  const to = Math.max(nearest(t, endS), Math.min(from + 1, t.length - 1));
  let beats = 0;
  let covered = 0;
  if (hr)
    for (let i = from + 1; i <= to; i++) {
      if (input.invalid[i] === 1) continue;
      beats += hr[i]! * (t[i]! - t[i - 1]!);
      covered += t[i]! - t[i - 1]!;
    }
  const seconds = t[to]! - t[from]!;
  return {
    kind: 'work',
    startS: t[from]!,
    endS: t[to]!,
    startM: d[from]!,
    endM: d[to]!,
    speed: seconds > 0 ? (input.metres[to]! - input.metres[from]!) / seconds : 0,
    bpm: covered > 0 ? beats / covered : null,
  };
}

function nearest(t: Float64Array, seconds: number): number {
  let low = 0;
  let high = t.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (t[middle]! < seconds) low = middle + 1;
    else high = middle;
  }
  return low > 0 && seconds - t[low - 1]! < t[low]! - seconds ? low - 1 : low;
}

function meanSpeed(parts: Repetition[]): number {
  let metres = 0;
  let seconds = 0;
  for (const part of parts) {
    metres += part.speed * (part.endS - part.startS);
    seconds += part.endS - part.startS;
  }
  return metres / seconds;
}

function variation(values: number[]): number {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const squares = values.reduce((a, b) => a + (b - mean) ** 2, 0);
  return Math.sqrt(squares / values.length) / mean;
}
