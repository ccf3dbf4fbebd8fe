import { farthestIn } from './farthest-window.ts';
import type { Window } from './fastest-window.ts';
import type { None } from './result.ts';
import { samplingOf } from './sampling.ts';
import { checkStream, type Stream } from './stream.ts';

/** Durations of the curve, s: dense where a runner's curve bends, up to three hours. */
export const CURVE_DURATIONS = [
  10, 30, 60, 120, 180, 300, 600, 1200, 1800, 2700, 3600, 5400, 7200, 10_800,
] as const;

/** One point of a mean-maximal curve: the highest mean speed (m/s) held for a duration, and where. */
export type CurvePoint = Window & { durationS: number; speed: number };

/**
 * Mean-maximal speed (`best-effort/1` per duration), on elapsed time: non-increasing up to the shape of the run, empty
 * for durations longer than it. `INVALID_INPUT`, `TOO_SHORT` for a broken stream.
 */
export function meanMaximalSpeed(stream: Stream): CurvePoint[] | None {
  return checkStream(stream) ?? curveOf(stream.t, stream.d);
}

/** The same over any cumulative distance, for example grade-adjusted metres. */
export function curveOf(
  t: Float64Array,
  d: Float64Array,
  sampling = samplingOf(t, d),
): CurvePoint[] {
  const points: CurvePoint[] = [];
  for (const durationS of CURVE_DURATIONS) {
    const window = farthestIn(t, d, durationS, sampling);
    if (!window) break;
    const speed = (window.endM - window.startM) / durationS;
    if (Number.isFinite(speed)) points.push({ ...window, durationS, speed });
  }
  return points;
}
