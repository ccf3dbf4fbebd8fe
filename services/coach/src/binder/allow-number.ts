import { lengthOf, type Evidence } from './gather-evidence.ts';
import { isUnitWord, type Dimension } from './measure-units.ts';
import { namesAThing, wordBefore, wordsBefore, type Place } from './place.ts';
import type { Quantity, Reading } from './read-quantity.ts';

const LABELLED = new Set(['step', 'option', 'point', 'part', 'tip', 'phase', 'reason', 'number']);
const ZONES = /(?:\bzones?|\bz)\s*(?:\d\s*(?:,|-|–|and|or|to)\s*)*$/;
const HALVES = new Set(
  'first second last other latter former opening closing final each either both'.split(' '),
);
const POINTING = new Set(['the', 'these', 'those', 'other', 'between', 'of']);
/** Before a distance: it was covered, so it is a statement and no name. */
const COVERED = new Set(
  'ran run running covered did do completed logged totalled was were is jogged walked went averaged recorded finished'.split(
    ' ',
  ),
);
/** In a sentence that gives the athlete's own words back. */
const ATTRIBUTED =
  /\b(?:you (?:asked|mention(?:ed)?|said|wrote|named|gave|want(?:ed)?|hope|plan(?:ned)?|aim|have in mind)|your (?:question|goal|target|aim|plan)|goal|target|asked about|aim(?:ing)? (?:for|at)|if you|whether|sub)\b/;
/** Names with a digit in them. */
const NAMES = /(?:^|[^\p{L}\d])(?:vo2(?:max|peak)?|co2|h2o|o2|b12|covid-19|omega-3|24\/7)$/iu;

/** Numbers that state nothing about the athlete: the short list of those that may stand as they are. */
export function isHarmless(quantity: Quantity, place: Place): boolean {
  const [reading] = quantity.readings;
  const word = quantity.word;
  const last = wordBefore(place);
  if (word === 'one') return quantity.alone || counts(quantity);
  if (word === 'two' && POINTING.has(last)) return quantity.alone || counts(quantity);
  if (!quantity.alone || !reading || reading.step < 1) return false;
  if (ZONES.test(place.before)) return reading.value >= 1 && reading.value <= 7;
  return LABELLED.has(last) && reading.value < 10 && !namesAThing(place.next);
}

/** "the second half", "half marathon", "half as long" */
export function isFigureOfSpeech(word: string, place: Place): boolean {
  const next = place.next;
  if (word === 'half') {
    if (HALVES.has(wordBefore(place))) return true;
    return !/^(?:of|the|your|my|all|this|that|your)$/.test(next?.low ?? '');
  }
  return next?.raw === '-' && next.glued;
}

export function isNameWithDigit(before: string, glued: string): boolean {
  return NAMES.test(before + glued);
}

export function isYear(quantity: Quantity, evidence: Evidence): boolean {
  const [reading] = quantity.readings;
  if (!quantity.alone || !reading || !/^(19|20)\d\d$/.test(String(reading.value))) return false;
  return evidence.isKnownYear(reading.value);
}

/** "your 10 km time", "over five kilometres": a distance that a fact or the question names, not one that was covered. */
export function isDistanceName(quantity: Quantity, place: Place, evidence: Evidence): boolean {
  const last = wordsBefore(place, 2);
  const isOwn = /^(?:your|my|the)$/.test(last.at(-1) ?? '');
  if (!isOwn && last.some((word) => COVERED.has(word))) return false;
  if (isUnitWord(place.next?.low ?? '') && !/^(?:runs?|in|a)$/.test(place.next?.low ?? ''))
    return false;
  return lengthOf(quantity).some((metres) => evidence.isDistanceName(metres));
}

/** A window or a limit that the registry's own words name: "in the last seven days" of "Hard runs in the last seven days". */
export function isInFactWords(quantity: Quantity, evidence: Evidence): boolean {
  for (const said of evidence.inFactWords()) {
    if (quantity.readings.some((one) => said.readings.some((other) => isSame(one, other))))
      return true;
  }
  return false;
}

/** The athlete's own number, where the sentence says that it is theirs. */
export function isGivenBack(quantity: Quantity, place: Place, evidence: Evidence): boolean {
  if (!ATTRIBUTED.test(place.before)) return false;
  return evidence.asked.some((asked) =>
    quantity.readings.some((one) => asked.readings.some((other) => isSaid(one, other))),
  );
}

function counts(quantity: Quantity): boolean {
  const counted: Dimension[] = ['runs', 'days'];
  return quantity.readings.every(({ unit }) => unit !== null && counted.includes(unit.dimension));
}

/** Of the same kind; a window whose label leaves out "days" counts days. */
function isSame(one: Reading, said: Reading): boolean {
  if (one.unit === null) return false;
  if (said.unit === null) return one.unit.name === 'days' && one.value === said.value;
  return one.unit.dimension === said.unit.dimension && baseValue(one) === baseValue(said);
}

function isSaid(one: Reading, asked: Reading): boolean {
  if (one.unit === null || asked.unit === null) return one.value === asked.value;
  return (
    one.unit.dimension === asked.unit.dimension &&
    Math.abs(baseValue(one) - baseValue(asked)) < 1e-6
  );
}

function baseValue({ unit, value }: Reading): number {
  if (unit === null) return value;
  // Speeds turn around, the others are proportional; temperature has its own zero.
  const atOne = unit.of(1);
  return Math.round((unit.dimension === 'temperature' ? value : value / atOne) * 1e6) / 1e6;
}
