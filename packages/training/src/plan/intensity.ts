import type { PlanPaces } from './plan-input.ts';
import type { HardZone, Target, Zone } from './step.ts';

/** What work is run at: a zone, a race pace between two zones, or an effort no pace can express (hills). */
export type Intensity = 'E' | HardIntensity;

export type HardIntensity = HardZone | 'sub-T' | '5k' | '10k' | 'half' | 'hill' | 'vertical';

/** Planning pace in s/km, always known, and what the athlete is asked for, of every intensity. */
export type Prescription = {
  pace: Record<Intensity, number>;
  target: Record<Intensity, Target>;
};

const INTENSITIES: readonly Intensity[] = [
  'E',
  'M',
  'T',
  'I',
  'R',
  'sub-T',
  '5k',
  '10k',
  'half',
  'hill',
  'vertical',
];

/**
 * Zone paces as a share of the easy pace when no pace index is known, from the shares of §1 at index 40 (25 to 70 differ by at most 3 %).
 * They only size sessions; what the athlete sees is heart rate or effort.
 */
const SHARE_OF_EASY: Record<Zone, number> = { E: 1, M: 0.82, T: 0.767, I: 0.707, R: 0.657 };

/** Which zone's weekly budget the work is charged to. */
const ZONE_OF: Record<HardIntensity, HardZone> = {
  M: 'M',
  T: 'T',
  I: 'I',
  R: 'R',
  'sub-T': 'T',
  '5k': 'I',
  '10k': 'T',
  half: 'T',
  hill: 'I',
  vertical: 'M',
};

/** Effort on the 1–10 scale (policy). */
const EFFORT: Record<Intensity, [number, number]> = {
  E: [2, 4],
  M: [5, 6],
  T: [6, 7],
  I: [8, 9],
  R: [8, 9],
  'sub-T': [6, 7],
  '5k': [8, 9],
  '10k': [7, 8],
  half: [6, 7],
  hill: [8, 9],
  vertical: [5, 7],
};

/** Share of the threshold heart rate; Friel's run zones. None above threshold: heart rate lags behind short repeats. */
const HEART_RATE: Partial<Record<Intensity, [number, number]>> = {
  E: [0.75, 0.9],
  M: [0.9, 0.95],
  T: [0.95, 1],
  'sub-T': [0.92, 0.97],
  half: [0.94, 0.99],
};

/** Paces and targets of a plan. `thresholdHeartRate` must already be null where heart rate is not applicable. */
export function prescriptionOf(
  paces: PlanPaces | null,
  planPace: number,
  thresholdHeartRate: number | null,
): Prescription {
  const pace = intensityPaces(zonePaces(paces, planPace));
  const target = (intensity: Intensity) =>
    paceTarget(paces, pace, intensity) ??
    heartRateTarget(thresholdHeartRate, intensity) ??
    effortTarget(intensity);
  const targets = INTENSITIES.map((intensity) => [intensity, target(intensity)] as const);
  return { pace, target: Object.fromEntries(targets) as Prescription['target'] };
}

export function zoneOf(intensity: HardIntensity): HardZone {
  return ZONE_OF[intensity];
}

function zonePaces(paces: PlanPaces | null, planPace: number): Record<Zone, number> {
  if (paces === null) {
    const at = (zone: Zone) => planPace * SHARE_OF_EASY[zone];
    return { E: planPace, M: at('M'), T: at('T'), I: at('I'), R: at('R') };
  }
  const { marathon, threshold, interval, repetition } = paces;
  return { E: planPace, M: marathon, T: threshold, I: interval, R: repetition };
}

/**
 * Race paces lie between zones at a place that moves with the runner's speed; the lines reproduce the pace-index equations within 1.1 s/km for
 * index 30–75. Hills are sized at threshold pace, steep climbs at easy pace.
 */
function intensityPaces(zone: Record<Zone, number>): Record<Intensity, number> {
  const between = (fast: number, slow: number, at: number, perSecond: number) =>
    fast + Math.min(1, Math.max(0, at + perSecond * (zone.I - 203))) * (slow - fast);
  return {
    ...zone,
    '5k': between(zone.I, zone.T, 0.11, 0.0023),
    '10k': between(zone.I, zone.T, 0.54, 0.0028),
    half: between(zone.T, zone.M, 0.17, 0.0032),
    'sub-T': zone.T + 0.35 * (zone.M - zone.T),
    hill: zone.T,
    vertical: zone.E,
  };
}

/** Hills and climbs go by effort: no pace on the flat says anything about them. */
function isEffortOnly(intensity: Intensity): boolean {
  return intensity === 'hill' || intensity === 'vertical';
}

function paceTarget(
  paces: PlanPaces | null,
  pace: Record<Intensity, number>,
  intensity: Intensity,
): Target | null {
  if (paces === null || isEffortOnly(intensity)) return null;
  if (intensity !== 'E') {
    const fastSPerKm = Math.round(pace[intensity] - 2.5);
    return { by: 'pace', slowSPerKm: fastSPerKm + 5, fastSPerKm };
  }
  const [slow, fast] = paces.easy;
  const fastSPerKm = Math.round(fast);
  return { by: 'pace', slowSPerKm: Math.max(Math.round(slow), fastSPerKm + 5), fastSPerKm };
}

/** Heart rate leads where it can: not above threshold, where it lags behind short repeats. */
function heartRateTarget(thresholdHeartRate: number | null, intensity: Intensity): Target | null {
  const shares = HEART_RATE[intensity];
  if (thresholdHeartRate === null || !shares) return null;
  const [low, high] = shares;
  return {
    by: 'heart-rate',
    low: Math.round(low * thresholdHeartRate),
    high: Math.round(high * thresholdHeartRate),
  };
}

function effortTarget(intensity: Intensity): Target {
  const [low, high] = EFFORT[intensity];
  return { by: 'effort', low, high };
}
