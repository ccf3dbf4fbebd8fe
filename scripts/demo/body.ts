import { createDrift, type Random } from './random.ts';

// Once per second of the history: see random.ts.
const { exp, max, min, round } = Math;

/** The demo athlete: an invented person. */
export const DEMO_ATHLETE = {
  displayName: 'Demo Athlete',
  timeZone: 'Europe/Berlin',
  birthYear: 1988,
  massKg: 68,
  restingHeartRateBpm: 51,
  maxHeartRateBpm: 187,
} as const;

const RISE_S = 28;
const FALL_S = 42;
const DRIFT_STARTS_S = 900;
const COMFORT_C = 17;

export type Effort = { speedMps: number; gapFactor: number; thresholdMps: number };

/**
 * Cost of a grade against the level, a public fit to Strava's equal-heart-rate model (Robb 2017): the same shape the
 * product corrects for, so that hills come out even in grade-adjusted pace. Bounded where the fit was made.
 */
export function gapFactor(grade: number): number {
  const percent = max(-18, min(20, grade * 100));
  return 1 + 0.02869556 * percent + 0.001520768 * percent * percent;
}

/** Share of the heart-rate reserve in steady state; threshold lands at 86 %, easy running near two thirds. */
function steadyShare({ speedMps, gapFactor: cost, thresholdMps }: Effort): number {
  return max(0.08, 0.864 * ((speedMps * cost) / thresholdMps) - 0.004);
}

/**
 * Heart rate follows effort with a lag (slower down than up), starts from an excited rest, and creeps upward after a
 * quarter of an hour, faster in the heat (cardiac drift).
 */
export function createHeart(random: Random, airTemperatureC: number): (effort: Effort) => number {
  const { restingHeartRateBpm: rest, maxHeartRateBpm: most } = DEMO_ATHLETE;
  const wander = createDrift(random, 1.6, 240);
  const sensor = createDrift(random, 0.7, 4);
  const dayForm = random.normal(0, 1.2);
  const heat = max(0, airTemperatureC - COMFORT_C);
  const driftPerHour = 0.022 + 0.008 * heat;
  let beat = rest + random.between(22, 40);
  let seconds = 0;

  return (effort) => {
    seconds++;
    const drift = 1 + (driftPerHour * max(0, seconds - DRIFT_STARTS_S)) / 3600;
    const steady = rest + (most - rest) * steadyShare(effort) * drift + 0.45 * heat + dayForm;
    // Near the maximum the response flattens: more speed is paid without oxygen.
    const ceiling = most - 2;
    const target = steady < ceiling - 8 ? steady : ceiling - 8 * exp(-(steady - ceiling + 8) / 8);
    beat += (target - beat) / (target > beat ? RISE_S : FALL_S);
    return round(max(rest, min(most, beat + wander() + sensor())));
  };
}

/** Steps per minute rise with speed, from the low 160s at an easy jog to about 180 in a sprint finish. */
export function createCadence(random: Random): (speedMps: number) => number {
  const noise = createDrift(random, 1.1, 12);
  const habit = random.normal(0, 0.8);
  return (speedMps) => round(140 + 8.8 * speedMps + habit + noise());
}
