import type { Fact } from './facts.ts';
import type { DistanceUnits } from './primitives.ts';

const METRES = { km: 1000, mi: 1609.344 } as const;

/**
 * A fact's value as text, the one place where SI becomes what a runner reads. Home, coach, API clients and
 * receipts all render through it, so two screens can never round the same value differently.
 * Times are `h:mm:ss`, paces `m:ss/km` (or `/mi`), heart rates whole beats, notes the athlete's words in quotes.
 */
export function renderFact(
  fact: Pick<Fact, 'metric' | 'value' | 'unit' | 'quality' | 'words'>,
  units: DistanceUnits = 'km',
): string {
  if (fact.unit === 'note') return `“${fact.words ?? ''}”`;
  return renderValue(fact.value, fact.unit, units, fact.metric);
}

/** The range of a fact as text ("47:10–49:05"), or null when it has none. */
export function renderRange(
  fact: Pick<Fact, 'metric' | 'range' | 'unit'>,
  units: DistanceUnits = 'km',
): string | null {
  if (!fact.range) return null;
  const low = renderValue(fact.range[0], fact.unit, units, fact.metric);
  const high = renderValue(fact.range[1], fact.unit, units, fact.metric);
  return low === high ? low : `${low}–${high}`;
}

export function renderValue(
  value: number,
  unit: Fact['unit'],
  units: DistanceUnits = 'km',
  metric = '',
): string {
  switch (unit) {
    case 'm':
      return isHeight(metric) ? renderHeight(value, units) : renderDistance(value, units);
    case 's':
      return renderDuration(value);
    case 'm/s':
      return renderPace(value > 0 ? 1000 / value : Number.NaN, units);
    case 's/km':
      return renderPace(value, units);
    case 'bpm':
      return `${Math.round(value)} bpm`;
    case 'spm':
      return `${Math.round(value)} steps/min`;
    case 'W':
      return `${Math.round(value)} W`;
    case '%':
      return `${trim(value, 1)} %`;
    case 'load':
      return trim(value, 0);
    case 'index':
      return value.toFixed(1);
    case 'runs':
      return `${value} ${value === 1 ? 'run' : 'runs'}`;
    case 'days':
      return `${value} ${value === 1 ? 'day' : 'days'}`;
    case '°C':
      return `${Math.round(value)} °C`;
    case 'm/beat':
      return `${value.toFixed(2)} m/beat`;
    case 'bpm/h':
      return `${trim(value, 1)} bpm per hour`;
    case '1':
      return trim(value, 2);
    case 'note':
      return '–';
  }
}

function isHeight(metric: string): boolean {
  return /ascent|descent|altitude|elevation/.test(metric);
}

export function renderDistance(metres: number, units: DistanceUnits = 'km'): string {
  const value = metres / METRES[units];
  return `${value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)} ${units}`;
}

function renderHeight(metres: number, units: DistanceUnits): string {
  return units === 'km' ? `${Math.round(metres)} m` : `${Math.round(metres / 0.3048)} ft`;
}

/** Seconds as `h:mm:ss` or `m:ss`, rounded to the second first so that 59.6 s never reads `0:60`. */
export function renderDuration(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const sign = seconds < 0 && whole > 0 ? '−' : '';
  const h = Math.floor(whole / 3600);
  const m = Math.floor((whole % 3600) / 60);
  const s = String(whole % 60).padStart(2, '0');
  return h > 0 ? `${sign}${h}:${String(m).padStart(2, '0')}:${s}` : `${sign}${m}:${s}`;
}

/** A pace given in s/km as `m:ss/km` or `m:ss/mi`. */
export function renderPace(secondsPerKm: number, units: DistanceUnits = 'km'): string {
  if (!Number.isFinite(secondsPerKm)) return '–';
  return `${renderDuration((secondsPerKm * METRES[units]) / 1000)}/${units}`;
}

function trim(value: number, digits: number): string {
  const text = value.toFixed(digits);
  return (Number(text) === 0 ? (0).toFixed(digits) : text).replace('-', '−');
}
