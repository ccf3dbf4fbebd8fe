import type { HeartRateTime, None, TimeInZone } from '@evensplit/training';

type ZoneSeconds = { zone: string; label: string; seconds: number };
export type HeartRateZones =
  | None
  | {
      value: number;
      unit: string;
      method: string;
      flags: string[];
      extra: { zones: ZoneSeconds[] };
    };

const friel: Record<string, string> = {
  '1': 'below 85 % of threshold',
  '2': '85–90 % of threshold',
  '3': '90–95 % of threshold',
  '4': '95–100 % of threshold',
  '5a': '100–103 % of threshold',
  '5b': '103–107 % of threshold',
  '5c': 'above 107 % of threshold',
};

/**
 * Time in heart-rate zones: by threshold where it is known, else in the five tenths of the maximum that Edwards 1993
 * weighs (a boundary belongs to the upper zone; below half of the maximum is a zone of its own, 0). The value is the
 * covered time.
 */
export function heartRateZones(
  byThreshold: TimeInZone | None,
  time: HeartRateTime | None,
  max: { bpm: number | null; method: string | null },
): HeartRateZones {
  if (!('reason' in byThreshold)) {
    return {
      value: byThreshold.totalS,
      unit: 's',
      method: byThreshold.method,
      flags: byThreshold.flags,
      extra: {
        zones: byThreshold.zones.map(({ zone, seconds }) => ({
          zone,
          label: friel[zone] ?? zone,
          seconds,
        })),
      },
    };
  }
  if ('reason' in time) return time;
  if (max.bpm === null) {
    return { value: null, reason: 'MISSING_INPUT', detail: 'maximum heart rate is unknown' };
  }
  const seconds = [0, 0, 0, 0, 0, 0];
  for (let i = 0; i < time.bpm.length; i++) {
    const zone = zoneOf(time.bpm[i] ?? 0, max.bpm);
    seconds[zone] = (seconds[zone] ?? 0) + (time.seconds[i] ?? 0);
  }
  return {
    value: time.coveredS,
    unit: 's',
    method: 'edwards-zones/1',
    flags: max.method?.startsWith('hrmax-') ? ['maximum-by-age'] : [],
    extra: {
      zones: seconds.map((s, zone) => ({
        zone: String(zone),
        label:
          zone === 0 ? 'below 50 % of maximum' : `${zone * 10 + 40}–${zone * 10 + 50} % of maximum`,
        seconds: s,
      })),
    },
  };
}

/** 0 below half of the maximum, else 1–5. Multiplied out, so that a boundary in whole beats is exact. */
function zoneOf(bpm: number, max: number): number {
  for (let zone = 5; zone >= 1; zone--) if (10 * bpm >= (zone + 4) * max) return zone;
  return 0;
}
