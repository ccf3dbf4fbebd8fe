import type { Estimate } from './result.ts';

/** What may be shown of an estimate: never more digits than its class allows. A single number, or only a range. */
export type Displayed =
  | { kind: 'value'; value: number; plusMinus: number | null }
  | { kind: 'range'; low: number; high: number };

const PACE_BAND_S = 5;

/**
 * The digits policy of science.md §0: pace index 0.1 with ±1, prescribed pace a 5 s/km band, race time a range, heart rate ±2 bpm.
 * Measured values keep their number (whole s, bpm; 1 m; otherwise three significant digits). An estimated or extrapolated time without
 * a range is shown as ±1.5 %, for want of anything better (policy).
 */
export function displayed({ value, unit, range, quality }: Estimate): Displayed {
  if (unit === 'index') return { kind: 'value', value: roundTo(value, 0.1), plusMinus: 1 };
  if (unit === 's/km' && quality !== 'measured') {
    const low = roundTo(value - PACE_BAND_S / 2, 1);
    return { kind: 'range', low, high: low + PACE_BAND_S };
  }
  if (unit === 's' && quality !== 'measured') {
    const [low, high] = range ?? [value * 0.985, value * 1.015];
    const step = timeStep(value);
    return {
      kind: 'range',
      low: Math.floor(low / step) * step,
      high: Math.ceil(high / step) * step,
    };
  }
  if (unit === 'bpm')
    return {
      kind: 'value',
      value: Math.round(value),
      plusMinus: quality === 'measured' ? null : 2,
    };
  if (unit === 's' || unit === 'm' || unit === 's/km')
    return { kind: 'value', value: Math.round(value), plusMinus: null };
  return { kind: 'value', value: Number(value.toPrecision(3)), plusMinus: null };
}

/** A predicted time is not known better than about half a percent: 5 s below 30 min, 10 s below 2 h, a minute beyond. */
function timeStep(seconds: number): number {
  if (seconds < 600) return 1;
  if (seconds < 1800) return 5;
  return seconds < 7200 ? 10 : 60;
}

/** Divides at the end, because 0.1 · 498 is not 49.8 in binary. */
function roundTo(value: number, step: number): number {
  return Math.round(value / step) / Math.round(1 / step);
}
