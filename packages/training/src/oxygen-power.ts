import { none, type Estimate, type None } from './result.ts';

/** Oxygen cost of running at `v` m/min, ml/kg/min (Daniels & Gilbert 1979). Bare equation, no checks. */
export function costAt(v: number): number {
  return -4.6 + 0.182258 * v + 0.000104 * v * v;
}

/** Share of maximal uptake that can be held for `t` minutes (Daniels & Gilbert 1979). Bare equation, no checks. */
export function fractionAt(t: number): number {
  return 0.8 + 0.1894393 * Math.exp(-0.012778 * t) + 0.2989558 * Math.exp(-0.1932605 * t);
}

/** The positive root of `costAt(v) = cost`, m/min. Exact, so that speed → cost → speed is a round trip. */
export function speedAtCost(cost: number): number {
  return (-0.182258 + Math.sqrt(0.182258 ** 2 + 4 * 0.000104 * (4.6 + cost))) / (2 * 0.000104);
}

/**
 * Oxygen cost of level running. Speed in m/s, 1–12; result in ml/kg/min.
 * `INVALID_INPUT` when not a positive number, `OUT_OF_RANGE` outside 1–12 m/s (below it the quadratic means nothing).
 * Source: Daniels & Gilbert 1979, Oxygen Power.
 */
export function oxygenCost(speed: number): Estimate | None {
  if (!Number.isFinite(speed) || speed <= 0)
    return none('INVALID_INPUT', 'speed is not a positive number');
  if (speed < 1 || speed > 12) return none('OUT_OF_RANGE', 'speed outside 1–12 m/s');
  return {
    value: costAt(speed * 60),
    unit: 'ml/kg/min',
    range: null,
    quality: 'estimated',
    method: 'oxygen-cost/1',
    flags: [],
  };
}

/**
 * Share of maximal uptake that an all-out effort of this duration sustains (above 1 for short ones).
 * Duration in s: 210–14 400 `estimated`, 180–18 000 `extrapolated`, beyond `OUT_OF_RANGE`; `INVALID_INPUT` when not positive.
 * Source: Daniels & Gilbert 1979, Oxygen Power.
 */
export function oxygenFraction(durationS: number): Estimate | None {
  if (!Number.isFinite(durationS) || durationS <= 0)
    return none('INVALID_INPUT', 'duration is not a positive number');
  if (durationS < 180 || durationS > 18_000)
    return none('OUT_OF_RANGE', 'duration outside 3–300 min');
  return {
    value: fractionAt(durationS / 60),
    unit: '1',
    range: null,
    quality: durationS >= 210 && durationS <= 14_400 ? 'estimated' : 'extrapolated',
    method: 'oxygen-fraction/1',
    flags: [],
  };
}
