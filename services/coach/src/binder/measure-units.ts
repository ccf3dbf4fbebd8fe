import type { Token } from './token.ts';

export type Dimension =
  | 'length'
  | 'time'
  | 'pace'
  | 'heart'
  | 'cadence'
  | 'power'
  | 'percent'
  | 'temperature'
  | 'efficiency'
  | 'drift'
  | 'runs'
  | 'days'
  | 'load'
  | 'index'
  | 'ratio';

/** A unit of writing: how a value of its dimension (m, s, s/km, bpm …) reads in it. */
export type Unit = { name: string; dimension: Dimension; of: (value: number) => number };

const MILE_KM = 1.609344;
const same = (value: number) => value;

function unit(name: string, dimension: Dimension, of: (value: number) => number = same): Unit {
  return { name, dimension, of };
}

export const units = {
  m: unit('m', 'length'),
  km: unit('km', 'length', (m) => m / 1000),
  mi: unit('mi', 'length', (m) => m / (1000 * MILE_KM)),
  ft: unit('ft', 'length', (m) => m / 0.3048),
  yd: unit('yd', 'length', (m) => m / 0.9144),
  s: unit('s', 'time'),
  min: unit('min', 'time', (s) => s / 60),
  h: unit('h', 'time', (s) => s / 3600),
  sPerKm: unit('s/km', 'pace'),
  sPerMi: unit('s/mi', 'pace', (pace) => pace * MILE_KM),
  minPerKm: unit('min/km', 'pace', (pace) => pace / 60),
  minPerMi: unit('min/mi', 'pace', (pace) => (pace * MILE_KM) / 60),
  kmh: unit('km/h', 'pace', (pace) => 3600 / pace),
  mph: unit('mph', 'pace', (pace) => 3600 / pace / MILE_KM),
  ms: unit('m/s', 'pace', (pace) => 1000 / pace),
  mPerMin: unit('m/min', 'pace', (pace) => 60_000 / pace),
  bpm: unit('bpm', 'heart'),
  spm: unit('spm', 'cadence'),
  W: unit('W', 'power'),
  percent: unit('%', 'percent'),
  celsius: unit('°C', 'temperature'),
  fahrenheit: unit('°F', 'temperature', (c) => (c * 9) / 5 + 32),
  mPerBeat: unit('m/beat', 'efficiency'),
  bpmPerHour: unit('bpm/h', 'drift'),
  runs: unit('runs', 'runs'),
  days: unit('days', 'days'),
  weeks: unit('weeks', 'days', (days) => days / 7),
  months: unit('months', 'days', (days) => days / 30.4),
  years: unit('years', 'days', (days) => days / 365.25),
  load: unit('load', 'load'),
  index: unit('index', 'index'),
  ratio: unit('', 'ratio'),
} as const satisfies Record<string, Unit>;

const SPELLINGS: Record<string, string> = {
  km: 'km kms kilometre kilometres kilometer kilometers k',
  m: 'm metre metres meter meters',
  mi: 'mi mile miles miler',
  ft: 'ft foot feet',
  yd: 'yd yds yard yards',
  h: 'h hr hrs hour hours',
  min: "min mins minute minutes ′ '",
  s: 's sec secs second seconds ″ "',
  beat: 'beat beats heartbeat heartbeats',
  step: 'step steps stride strides',
  bpm: 'bpm',
  spm: 'spm',
  kmh: 'kmh kph kmph',
  mph: 'mph',
  percent: '% percent pct pp',
  w: 'w watt watts',
  day: 'day days night nights',
  week: 'week weeks wk wks',
  month: 'month months',
  year: 'year years',
  run: 'run runs session sessions workout workouts outing outings activity activities jog jogs',
  times: 'times',
  point: 'point points',
  load: 'load',
  degree: '° degree degrees',
  celsius: 'c celsius',
  fahrenheit: 'f fahrenheit',
};

const BASES = new Map(
  Object.entries(SPELLINGS).flatMap(([base, words]) =>
    words.split(' ').map((word): [string, string] => [word, base]),
  ),
);

const ALONE: Record<string, readonly Unit[]> = {
  km: [units.km],
  m: [units.m, units.min],
  mi: [units.mi],
  ft: [units.ft],
  yd: [units.yd],
  h: [units.h],
  min: [units.min],
  s: [units.s],
  beat: [units.bpm],
  step: [units.spm],
  bpm: [units.bpm],
  spm: [units.spm],
  kmh: [units.kmh],
  mph: [units.mph],
  percent: [units.percent],
  w: [units.W],
  day: [units.days],
  week: [units.weeks],
  month: [units.months],
  year: [units.years],
  run: [units.runs],
  times: [units.runs],
  point: [units.load, units.index],
  load: [units.load],
  degree: [units.celsius, units.fahrenheit],
};

const PER: Record<string, readonly Unit[]> = {
  'km/h': [units.kmh],
  'mi/h': [units.mph],
  'm/s': [units.ms],
  'm/min': [units.mPerMin],
  'm/m': [units.mPerMin],
  'm/beat': [units.mPerBeat],
  's/km': [units.sPerKm],
  's/mi': [units.sPerMi],
  'min/km': [units.minPerKm],
  'min/mi': [units.minPerMi],
  'm/km': [units.minPerKm],
  'm/mi': [units.minPerMi],
  'beat/min': [units.bpm],
  'beat/m': [units.bpm],
  'step/min': [units.spm],
  'step/m': [units.spm],
  'bpm/h': [units.bpmPerHour],
  'beat/h': [units.bpmPerHour],
};

const BETWEEN = new Set(['/', 'per', 'a', 'an', 'each', 'every', 'the']);
/** What may stand between a count and what is counted, or before a unit. */
const QUALITIES = new Set(
  (
    'easy hard long short recovery tempo interval training quality running rest steady solid good great separate ' +
    'different total other more further full consecutive recent treadmill trail race big little fast slow gentle extra ' +
    'straight single logged recorded similar completed whole quick previous weekly morning evening'
  ).split(' '),
);

export type ReadUnit = {
  end: number;
  units: readonly Unit[];
  /** Words stand between the number and its unit, or the unit is "times": a receipt would not fit in their place. */
  loose: boolean;
};

export function isUnitWord(word: string): boolean {
  return BASES.has(word) || word === 'per';
}

export function isQuality(word: string): boolean {
  return QUALITIES.has(word);
}

/** The unit at a place: "km", "-kilometre", "k m", "beats per minute", "easy runs". */
export function readUnit(tokens: readonly Token[], start: number): ReadUnit | null {
  let at = start;
  if (tokens[at]?.low === '-' && tokens[at]?.glued === true) at++;
  const qualitiesFrom = at;
  while (at - qualitiesFrom < 3 && isQuality(tokens[at]?.low ?? '')) at++;
  const base = baseAt(tokens, at);
  if (!base) return null;
  const loose = at > qualitiesFrom || base.name === 'times';
  const per = readPer(tokens, base.end, base.name);
  if (per) return { ...per, loose };
  const alone = ALONE[base.name];
  if (!alone) return null;
  if (base.name === 'degree') return { ...readDegree(tokens, base.end), loose };
  return { end: base.end, units: alone, loose };
}

/** "/km", "per mile", "a kilometre" after something that already is a time. */
export function readPerDistance(
  tokens: readonly Token[],
  start: number,
): { end: number; unit: Unit } | null {
  let at = start;
  const minutes = baseAt(tokens, at);
  if (minutes && (minutes.name === 'min' || minutes.name === 'm')) at = minutes.end;
  if (!BETWEEN.has(tokens[at]?.low ?? '')) return null;
  const distance = baseAt(tokens, at + 1);
  if (distance?.name === 'km') return { end: distance.end, unit: units.sPerKm };
  return distance?.name === 'mi' ? { end: distance.end, unit: units.sPerMi } : null;
}

/** Hours, minutes or seconds by themselves, whatever they are divided by. */
export function readTimeUnit(
  tokens: readonly Token[],
  start: number,
): { end: number; seconds: number } | null {
  const hyphen = tokens[start]?.low === '-' && tokens[start]?.glued === true ? 1 : 0;
  const base = baseAt(tokens, start + hyphen);
  const seconds = base && { h: 3600, min: 60, m: 60, s: 1 }[base.name];
  return seconds ? { end: base.end, seconds } : null;
}

function readPer(tokens: readonly Token[], at: number, name: string) {
  if (!BETWEEN.has(tokens[at]?.low ?? '')) return null;
  const second = baseAt(tokens, at + 1);
  const found = second && PER[`${name}/${second.name}`];
  if (!found) return null;
  // Beats per minute per hour.
  if (found[0] === units.bpm && BETWEEN.has(tokens[second.end]?.low ?? '')) {
    const third = baseAt(tokens, second.end + 1);
    if (third?.name === 'h') return { end: third.end, units: [units.bpmPerHour] };
  }
  return { end: second.end, units: found };
}

function readDegree(tokens: readonly Token[], at: number) {
  const scale = BASES.get(tokens[at]?.low ?? '');
  if (scale === 'celsius') return { end: at + 1, units: [units.celsius] };
  if (scale === 'fahrenheit') return { end: at + 1, units: [units.fahrenheit] };
  return { end: at, units: [units.celsius, units.fahrenheit] };
}

function baseAt(tokens: readonly Token[], at: number): { name: string; end: number } | null {
  const word = tokens[at]?.low ?? '';
  const next = tokens[at + 1]?.low;
  if (word === 'k' && next === 'm') return { name: 'km', end: at + 2 };
  if (word === 'per' && next === 'cent') return { name: 'percent', end: at + 2 };
  if (word === 'percentage' && next?.startsWith('point')) return { name: 'percent', end: at + 2 };
  if (word === 'load' && next?.startsWith('point')) return { name: 'load', end: at + 2 };
  if (word === 'b' && next === 'p' && tokens[at + 2]?.low === 'm')
    return { name: 'bpm', end: at + 3 };
  const name = BASES.get(word);
  return name === undefined ? null : { name, end: at + 1 };
}
