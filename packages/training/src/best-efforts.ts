import { estimate } from './estimate.ts';
import { altitudeAt, type ElevationProfile } from './elevation-profile.ts';
import { farthestIn } from './farthest-window.ts';
import { fastestOver, type Window } from './fastest-window.ts';
import { interruptionsOf, isInterrupted, type Interruptions } from './interruptions.ts';
import { maskOf, type MovingMask } from './moving-time.ts';
import { isNone, none, type Estimate, type None } from './result.ts';
import { samplingOf, type Sampling } from './sampling.ts';
import type { CurvePoint } from './speed-curve.ts';
import { checkStream, type Stream } from './stream.ts';
import { fastestBelievableSpeed } from './world-bests.ts';

/** Distances whose best effort is kept, m: 400 m to 50 km with the mile family, half and full marathon. */
export const BEST_EFFORT_DISTANCES = [
  400, 800, 1000, 1500, 1609.344, 3000, 3218.688, 5000, 10_000, 15_000, 16_093.44, 21_097.5, 30_000,
  42_195, 50_000,
] as const;

/** Durations whose best effort is kept, s: 1 to 60 minutes. */
export const BEST_EFFORT_DURATIONS = [60, 120, 180, 300, 600, 1200, 1800, 2700, 3600] as const;

/** More net drop than this and an effort is not record-eligible, m per km (policy). */
const RECORD_NET_DROP = 1;

const METHOD = 'best-effort/1';

/**
 * The value is the time (s) over a target distance, or the distance (m) within a target duration; elapsed wall clock.
 * Flags: `interrupted` (overlaps a pause > 10 s or a gap > 15 s: not for pace index or critical speed) and `net-drop`
 * (falls more than 1 m/km: not record-eligible). Without altitude `netDropMPerKm` and `averageGrade` are null.
 */
export type BestEffort = Estimate &
  Window & {
    kind: 'distance' | 'duration';
    target: number;
    distanceM: number;
    timeS: number;
    speed: number;
    averageGrade: number | null;
    netDropMPerKm: number | null;
    interrupted: boolean;
    recordEligible: boolean;
  };

/** What an effort is judged by. Whatever is missing is computed, except the profile: without it altitude is unknown. */
export type EffortSurroundings = {
  profile?: ElevationProfile | None;
  moving?: MovingMask;
  interruptions?: Interruptions;
  sampling?: Sampling;
  /** Windows already found for whole durations, so that they are not searched twice. */
  curve?: readonly CurvePoint[];
};

/**
 * Fastest stretch of exactly `metres` (`best-effort/1`). `INVALID_INPUT` for a broken stream or distance, `TOO_SHORT`
 * when the run is shorter, `UNRELIABLE_SENSOR` when it beats the world best.
 */
export function bestEffortOver(
  stream: Stream,
  metres: number,
  around: EffortSurroundings = {},
): BestEffort | None {
  const bad = checkStream(stream);
  if (bad) return bad;
  return effortOver(stream, metres, complete(stream, around));
}

/** Farthest stretch within exactly `seconds`; the mirror of `bestEffortOver`, same reasons. */
export function bestEffortIn(
  stream: Stream,
  seconds: number,
  around: EffortSurroundings = {},
): BestEffort | None {
  const bad = checkStream(stream);
  if (bad) return bad;
  return effortIn(stream, seconds, complete(stream, around));
}

/**
 * Every standard distance and duration the run is long enough for, distances first, ascending. Those that beat the
 * world best are left out. `INVALID_INPUT`, `TOO_SHORT` for a broken stream. O(n) per target.
 */
export function bestEfforts(stream: Stream, around: EffortSurroundings = {}): BestEffort[] | None {
  const bad = checkStream(stream);
  return bad ?? bestEffortsAround(stream, complete(stream, around));
}

export function bestEffortsAround(
  stream: Stream,
  around: Required<EffortSurroundings>,
): BestEffort[] {
  const efforts: BestEffort[] = [];
  for (const metres of BEST_EFFORT_DISTANCES) {
    const effort = effortOver(stream, metres, around);
    if (!isNone(effort)) efforts.push(effort);
  }
  for (const seconds of BEST_EFFORT_DURATIONS) {
    const effort = effortIn(stream, seconds, around);
    if (!isNone(effort)) efforts.push(effort);
  }
  return efforts;
}

function complete(stream: Stream, around: EffortSurroundings): Required<EffortSurroundings> {
  const moving = around.moving ?? maskOf(stream);
  return {
    moving,
    interruptions: around.interruptions ?? interruptionsOf(stream, moving),
    sampling: around.sampling ?? samplingOf(stream.t, stream.d),
    profile: around.profile ?? none('MISSING_INPUT', 'no elevation profile'),
    curve: around.curve ?? [],
  };
}

function effortOver(
  stream: Stream,
  metres: number,
  around: Required<EffortSurroundings>,
): BestEffort | None {
  if (!(metres > 0) || !Number.isFinite(metres))
    return none('INVALID_INPUT', 'a distance must be positive');
  const window = fastestOver(stream.t, stream.d, metres, around.sampling);
  if (!window) return none('TOO_SHORT', `the run is shorter than ${metres} m`);
  const seconds = window.endS - window.startS;
  return describe('distance', metres, metres, seconds, window, around);
}

function effortIn(
  stream: Stream,
  seconds: number,
  around: Required<EffortSurroundings>,
): BestEffort | None {
  if (!(seconds > 0) || !Number.isFinite(seconds))
    return none('INVALID_INPUT', 'a duration must be positive');
  const window =
    around.curve.find(({ durationS }) => durationS === seconds) ??
    farthestIn(stream.t, stream.d, seconds, around.sampling);
  if (!window) return none('TOO_SHORT', `the run is shorter than ${seconds} s`);
  return describe('duration', seconds, window.endM - window.startM, seconds, window, around);
}

function describe(
  kind: 'distance' | 'duration',
  target: number,
  metres: number,
  seconds: number,
  window: Window,
  around: Required<EffortSurroundings>,
): BestEffort | None {
  const speed = metres / seconds;
  if (!(seconds > 0) || speed > fastestBelievableSpeed(metres))
    return none('UNRELIABLE_SENSOR', 'faster than the world best over this distance');
  const interrupted = isInterrupted(around.interruptions, window.startS, window.endS);
  const drop = netDrop(around.profile, window, metres);
  const tooDownhill = drop !== null && drop > RECORD_NET_DROP;
  const flags: string[] = [];
  if (interrupted) flags.push('interrupted');
  if (tooDownhill) flags.push('net-drop');
  const value =
    kind === 'distance'
      ? estimate(seconds, 's', METHOD, { quality: 'measured', flags })
      : estimate(metres, 'm', METHOD, { quality: 'measured', flags });
  if (isNone(value)) return value;
  return {
    ...value,
    startS: window.startS,
    startM: window.startM,
    endS: window.endS,
    endM: window.endM,
    kind,
    target,
    distanceM: metres,
    timeS: seconds,
    speed,
    averageGrade: drop === null ? null : -drop / 1000 + 0,
    netDropMPerKm: drop,
    interrupted,
    recordEligible: !interrupted && !tooDownhill,
  };
}

function netDrop(profile: ElevationProfile | None, window: Window, metres: number): number | null {
  if ('reason' in profile || !(metres > 0)) return null;
  const drop = altitudeAt(profile, window.startM) - altitudeAt(profile, window.endM);
  return (drop / metres) * 1000 + 0;
}
