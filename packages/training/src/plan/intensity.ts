import type { PlanPaces } from './plan-input.ts';
import type { HardZone, Target, Zone } from './plan.ts';

/** What work is run at: a zone, a race pace between two zones, or an effort no pace can express (hills). */
export type Intensity = 'E' | HardIntensity;

export type HardIntensity = HardZone | 'sub-T' | '5k' | '10k' | 'half' | 'hill' | 'vertical';

export type Prescription = {
  /** Planning pace of the zones in s/km, always known. */
  pace: Record<Zone, number>;
  /** Easy band slow to fast, s/km; null when paces are unknown and targets go by heart rate or effort. */
  easyBand: [slow: number, fast: number] | null;
  thresholdHeartRate: number | null;
};

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

/** Planning paces and targets. `thresholdHeartRate` must already be null where heart rate is not applicable. */
export function prescriptionOf(
  paces: PlanPaces | null,
  planPace: number,
  thresholdHeartRate: number | null,
): Prescription {
  if (paces === null) {
    const at = (zone: Zone) => planPace * SHARE_OF_EASY[zone];
    const pace = { E: planPace, M: at('M'), T: at('T'), I: at('I'), R: at('R') };
    return { pace, easyBand: null, thresholdHeartRate };
  }
  const { marathon, threshold, interval, repetition } = paces;
  const pace = { E: planPace, M: marathon, T: threshold, I: interval, R: repetition };
  return { pace, easyBand: paces.easy, thresholdHeartRate };
}

export function zoneOf(intensity: HardIntensity): HardZone {
  return ZONE_OF[intensity];
}

/**
 * Planning pace in s/km. Race paces lie between zones at a place that moves with the runner's speed; the lines reproduce the pace-index
 * equations within 1.1 s/km for index 30–75. Hills are sized at threshold pace, steep climbs at easy pace.
 */
export function paceOf({ pace }: Prescription, intensity: Intensity): number {
  const between = (fast: number, slow: number, at: number, perSecond: number) =>
    fast + Math.min(1, Math.max(0, at + perSecond * (pace.I - 203))) * (slow - fast);
  switch (intensity) {
    case '5k':
      return between(pace.I, pace.T, 0.11, 0.0023);
    case '10k':
      return between(pace.I, pace.T, 0.54, 0.0028);
    case 'half':
      return between(pace.T, pace.M, 0.17, 0.0032);
    case 'sub-T':
      return pace.T + 0.35 * (pace.M - pace.T);
    case 'hill':
      return pace.T;
    case 'vertical':
      return pace.E;
    case 'E':
    case 'M':
    case 'T':
    case 'I':
    case 'R':
      return pace[intensity];
  }
}

/** What the athlete is asked for: pace when paces are known, else heart rate where it can lead, else effort; hills always go by effort. */
export function targetOf(prescription: Prescription, intensity: Intensity): Target {
  const effortOnly = intensity === 'hill' || intensity === 'vertical';
  if (prescription.easyBand !== null && !effortOnly) {
    const [slow, fast] = prescription.easyBand;
    if (intensity === 'E')
      return { by: 'pace', slowSPerKm: Math.round(slow), fastSPerKm: Math.round(fast) };
    const fastEnd = Math.round(paceOf(prescription, intensity) - 2.5);
    return { by: 'pace', slowSPerKm: fastEnd + 5, fastSPerKm: fastEnd };
  }
  const shares = effortOnly ? undefined : HEART_RATE[intensity];
  if (shares && prescription.thresholdHeartRate !== null) {
    const [low, high] = shares.map((share) =>
      Math.round(share * (prescription.thresholdHeartRate ?? 0)),
    ) as [number, number];
    return { by: 'heart-rate', low, high };
  }
  const [low, high] = EFFORT[intensity];
  return { by: 'effort', low, high };
}
