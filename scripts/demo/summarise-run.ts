import { DEMO_ATHLETE } from './body.ts';
import type { Pause, RecordedLap, Sample, Totals } from './recorded-run.ts';

/** Where a lap ended; the next one starts there. */
export type LapMark = {
  elapsedMs: number;
  distanceCm: number;
  effort: RecordedLap['effort'];
  endedBy: RecordedLap['endedBy'];
};

/** Altitude is a barometer's: differences smaller than this are its noise. */
const CLIMB_STEP_M = 2;

/**
 * Laps and session as a device prints them. Every additive figure is the difference of two rounded running totals,
 * so the laps sum to the session exactly and the session ends where the last record does.
 */
export function summariseRun(
  samples: readonly Sample[],
  pauses: readonly Pause[],
  marks: readonly LapMark[],
): { totals: Totals; laps: RecordedLap[] } {
  const running = runningTotals(samples);
  const laps: RecordedLap[] = [];
  let from = { elapsedMs: 0, distanceCm: 0, index: 0 };
  for (const mark of marks) {
    let index = from.index;
    while ((samples[index + 1]?.elapsedS ?? Infinity) * 1000 <= mark.elapsedMs) index++;
    laps.push({
      ...totalsBetween(samples, running, pauses, from, { ...mark, index }),
      startMs: from.elapsedMs,
      effort: mark.effort,
      endedBy: mark.endedBy,
    });
    from = { elapsedMs: mark.elapsedMs, distanceCm: mark.distanceCm, index };
  }
  const start = { elapsedMs: 0, distanceCm: 0, index: 0 };
  return { totals: totalsBetween(samples, running, pauses, start, from), laps };
}

type Place = { elapsedMs: number; distanceCm: number; index: number };
type Running = { strides: number; ascentM: number; descentM: number; caloriesKcal: number };

function totalsBetween(
  samples: readonly Sample[],
  running: readonly Running[],
  pauses: readonly Pause[],
  from: Place,
  to: Place,
): Totals {
  const within = samples.slice(from.index === 0 ? 0 : from.index + 1, to.index + 1);
  const elapsedMs = to.elapsedMs - from.elapsedMs;
  const heartRates = present(within.map((sample) => sample.heartRateBpm));
  const cadences = present(within.map((sample) => sample.cadenceSpm));
  const gained = (key: keyof Running) =>
    Math.round(running[to.index]?.[key] ?? 0) - Math.round(running[from.index]?.[key] ?? 0);
  return {
    elapsedMs,
    timerMs: elapsedMs - pausedMs(pauses, from.elapsedMs, to.elapsedMs),
    distanceCm: to.distanceCm - from.distanceCm,
    strides: gained('strides'),
    ascentM: gained('ascentM'),
    descentM: gained('descentM'),
    caloriesKcal: gained('caloriesKcal'),
    maxSpeedMps: highest(within.map((sample) => sample.speedMps)) ?? 0,
    avgHeartRateBpm: roundedMean(heartRates),
    maxHeartRateBpm: highest(heartRates),
    avgCadenceSpm: roundedMean(cadences),
    maxCadenceSpm: highest(cadences),
    avgTemperatureC: roundedMean(present(within.map((sample) => sample.temperatureC))),
  };
}

function runningTotals(samples: readonly Sample[]): Running[] {
  const now: Running = { strides: 0, ascentM: 0, descentM: 0, caloriesKcal: 0 };
  let level = samples[0]?.altitudeM ?? null;
  return samples.map((sample, index) => {
    const before = samples[index - 1];
    const seconds = before ? sample.elapsedS - before.elapsedS : 0;
    // One row follows the other by a second, unless the timer was stopped between them.
    if (seconds === 1) now.strides += (sample.cadenceSpm ?? 0) / 120;
    const metres = before ? sample.distanceM - before.distanceM : 0;
    if (sample.altitudeM !== null && level !== null) {
      const climbed = sample.altitudeM - level;
      if (Math.abs(climbed) >= CLIMB_STEP_M) {
        if (climbed > 0) now.ascentM += climbed;
        else now.descentM -= climbed;
        level = sample.altitudeM;
      }
    }
    // Close to 1 kcal per kilogram and kilometre on the level (Margaria 1963).
    now.caloriesKcal += (DEMO_ATHLETE.massKg * metres) / 1000;
    return { ...now };
  });
}

function pausedMs(pauses: readonly Pause[], fromMs: number, toMs: number): number {
  return pauses.reduce((sum, pause) => {
    const overlap = Math.min(toMs, pause.toS * 1000) - Math.max(fromMs, pause.fromS * 1000);
    return sum + Math.max(0, overlap);
  }, 0);
}

function present(values: readonly (number | null)[]): number[] {
  return values.filter((value) => value !== null);
}

function highest(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((high, value) => Math.max(high, value)) : null;
}

function roundedMean(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  return Math.round(values.reduce((sum, value) => sum + value, 0) / values.length);
}
