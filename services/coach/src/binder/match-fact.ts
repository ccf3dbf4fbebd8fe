import type { DistanceUnits, Fact } from '@evensplit/contracts';
import { units, type Dimension } from './measure-units.ts';
import { namesAThing, wordsBefore, type Place } from './place.ts';
import type { Quantity, Reading } from './read-quantity.ts';

export type KnownFacts = { facts(): readonly Fact[]; units: DistanceUnits };
export type Match = { fact: Fact; as: 'value' | 'range' };

const HEDGES =
  /(?:\b(?:about|around|roughly|nearly|almost|approximately|approx|circa|over|under|some|just|close to|more than|less than)|[~≈])\s*$/;
const HEDGED_SHARE = 0.05;
/** What a sentence says when a whole number in it, without a unit, is of a kind. */
const CUES: Partial<Record<Dimension, RegExp>> = {
  length: /\b(?:ran|run|covered|distance|mileage|volume|km|kilometres|miles|longest)\b/,
  heart: /\b(?:heart|hr|pulse|bpm|beats?|averag\w*|avg|peak\w*|max\w*)\b/,
  cadence: /\b(?:cadence|steps?|spm|turnover)\b/,
  load: /\b(?:loads?|balance|form|ramp)\b/,
  index: /\bindex\b/,
  runs: /\b(?:runs?|sessions?|workouts?|outings?|times)\b/,
  days: /\b(?:days?|streak|row)\b/,
};
/** A number with decimals says by itself what it is. */
const DECIMAL_ALONE = new Set<Dimension>(['length', 'load', 'index', 'ratio', 'efficiency']);
/** Watches cut these off instead of rounding them. */
const CUT_OFF = new Set(['s', 's/km', 's/mi', 'bpm', 'spm', 'W', '°C', '°F']);

/** The fact that says a quantity, in whatever unit and rounding; the one the sentence speaks of when there are several. */
export function matchFact(quantity: Quantity, known: KnownFacts, place: Place): Match | null {
  const hedged = HEDGES.test(place.before);
  let best: (Match & { score: number }) | null = null;
  for (const fact of known.facts()) {
    const as = saidAs(quantity, fact, place, hedged, known.units);
    if (as === null) continue;
    const score = kinship(fact, place) + (as === 'value' ? 1 : 0);
    if (best === null || score > best.score) best = { fact, as, score };
  }
  return best && { fact: best.fact, as: best.as };
}

/** The fact whose range has these two ends. */
export function matchRange(
  low: Quantity,
  high: Quantity,
  known: KnownFacts,
  place: Place,
): Match | null {
  let best: (Match & { score: number }) | null = null;
  for (const fact of known.facts()) {
    if (!fact.range) continue;
    const [from, to] = fact.range;
    const both = [
      [low, from],
      [high, to],
    ] as const;
    const fits = both.every(([quantity, end]) =>
      quantity.readings.some((reading) =>
        dimensionsOf({ ...fact, value: end }).some((one) =>
          agrees({ reading, sign: quantity.sign, hedged: false }, one, known.units),
        ),
      ),
    );
    const score = kinship(fact, place);
    if (fits && (best === null || score > best.score)) best = { fact, as: 'range', score };
  }
  return best && { fact: best.fact, as: best.as };
}

function saidAs(
  quantity: Quantity,
  fact: Fact,
  place: Place,
  hedged: boolean,
  bareIn: DistanceUnits,
): 'value' | 'range' | null {
  const says = (value: number) =>
    quantity.readings.some((reading) => {
      const said = { reading, sign: quantity.sign, hedged };
      return dimensionsOf({ ...fact, value }).some(
        (known) =>
          (reading.unit !== null || mayStandBare(reading, known.dimension, place)) &&
          agrees(said, known, bareIn),
      );
    });
  if (says(fact.value)) return 'value';
  return fact.range?.some(says) === true ? 'range' : null;
}

function mayStandBare(reading: Reading, dimension: Dimension, place: Place): boolean {
  if (reading.step < 1) return DECIMAL_ALONE.has(dimension);
  if (namesAThing(place.next)) return false;
  return CUES[dimension]?.test(`${place.before} ${place.next?.low ?? ''}`) === true;
}

type Said = { reading: Reading; sign: -1 | 0 | 1; hedged: boolean };

function agrees(said: Said, known: Known, bareIn: DistanceUnits): boolean {
  const { reading, sign, hedged } = said;
  const { dimension, value } = known;
  if (reading.unit && reading.unit.dimension !== dimension) return false;
  if ((sign < 0 && value > 0) || (sign > 0 && value < 0)) return false;
  // A length without a unit is told in the athlete's own.
  const unit = reading.unit ?? (dimension === 'length' ? units[bareIn] : null);
  const off = Math.abs(Math.abs(unit ? unit.of(value) : value) - reading.value);
  return off <= tolerance(reading, dimension, hedged);
}

/**
 * Half of the last written place: rounding. Where watches cut off, a value may lie anywhere up to the next whole one.
 * "About" allows a twentieth. The reader is shown the fact itself in any case.
 */
function tolerance(reading: Reading, dimension: Dimension, hedged: boolean): number {
  const unit = reading.unit?.name;
  const counts = dimension === 'runs' || dimension === 'days';
  if (counts && unit !== 'weeks' && unit !== 'months') return 0.01;
  const isCutOff = reading.step === 1 && CUT_OFF.has(unit ?? (dimension === 'heart' ? 'bpm' : ''));
  const place = (isCutOff ? 0.999 : 0.5) * reading.step + 1e-9 * Math.max(1, reading.value);
  return hedged ? Math.max(place, HEDGED_SHARE * reading.value) : place;
}

type Known = { dimension: Dimension; value: number };

/** What a fact says, in all the dimensions in which that can be told. */
export function dimensionsOf(fact: Fact): Known[] {
  const { value } = fact;
  switch (fact.unit) {
    case 'm':
      return [{ dimension: 'length', value }];
    case 's':
      return [{ dimension: 'time', value }];
    case 'm/s':
      return value === 0 ? [] : [{ dimension: 'pace', value: 1000 / value }];
    case 's/km':
      return [{ dimension: 'pace', value }];
    case 'bpm':
      return [{ dimension: 'heart', value }];
    case 'spm':
      return [{ dimension: 'cadence', value }];
    case 'W':
      return [{ dimension: 'power', value }];
    case '%':
      return [
        { dimension: 'percent', value },
        { dimension: 'ratio', value: value / 100 },
      ];
    case 'load':
      return [{ dimension: 'load', value }];
    case 'index':
      return [{ dimension: 'index', value }];
    case 'runs':
      return [{ dimension: 'runs', value }];
    case 'days':
      return [{ dimension: 'days', value }];
    case '°C':
      return [{ dimension: 'temperature', value }];
    case 'm/beat':
      return [{ dimension: 'efficiency', value }];
    case 'bpm/h':
      return [{ dimension: 'drift', value }];
    case 'note':
      // Whatever numbers an athlete wrote, a note supports none: it is quoted whole or not at all.
      return [];
    case '1':
      return [
        { dimension: 'ratio', value },
        { dimension: 'percent', value: value * 100 },
        ...(fact.metric.includes('days')
          ? [
              { dimension: 'days' as const, value },
              { dimension: 'runs' as const, value },
            ]
          : []),
      ];
  }
}

/** How much the sentence so far speaks of what a fact is about. */
function kinship(fact: Fact, place: Place): number {
  const said = new Set(wordsBefore(place, 30).map(stem));
  const own = new Set(
    `${fact.label} ${fact.metric}`
      .toLowerCase()
      .split(/[^a-z]+/)
      .map(stem),
  );
  let score = 0;
  for (const word of own) if (word.length > 2 && said.has(word)) score++;
  return score;
}

function stem(word: string): string {
  return word.replace(/(?:ing|ed|est|s)$/, '').slice(0, 6);
}
