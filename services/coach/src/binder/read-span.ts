import { readDate } from './read-date.ts';
import { readQuantity, type Quantity } from './read-quantity.ts';
import type { Token } from './token.ts';

/** Two numbers that belong together. `from` is where the first begins, behind "between" or "from". */
export type Span = {
  from: number;
  first: Quantity;
  second: Quantity;
  joint: Joint;
  /** The first has its unit from further along. */
  inherits: boolean;
};

/** "between 47 and 49 minutes", "5:10–4:58", "4 × 1000 m", "5 of the last 7 days", "12, 10 and 8 km" */
export function readSpan(line: readonly Token[], at: number): Span | null {
  const isBetween = line[at]?.low === 'between';
  const from = isBetween || line[at]?.low === 'from' ? at + 1 : at;
  if (from > at && readDate(line, from)) return null;
  const first = readNumber(line, from);
  if (!first) return null;
  const joint = readJoint(line, first.end, isBetween);
  const second = joint && readNumber(line, joint.end);
  if (!joint || !second) return null;
  const whole = withUnitOf(first, unitGiver(line, second, joint));
  return { from, first: whole, second, joint, inherits: whole !== first };
}

/** A quantity with what is stuck to it: letters behind digits make it unreadable, and so does a time of day. */
export function readNumber(line: readonly Token[], at: number): Quantity | null {
  const quantity = readQuantity(line, at);
  if (!quantity) return null;
  let end = quantity.end;
  const next = line[end];
  const meridiem = /^(?:[ap]m|o'clock)$/.test(next?.low ?? '');
  const last = line[end - 1];
  const stuck =
    next?.glued === true &&
    last?.kind === 'number' &&
    /^(?:word|number|numeral)$/.test(next.kind) &&
    next.low !== 'x';
  if (!meridiem && !stuck) return quantity;
  end++;
  while (line[end]?.glued === true && /^(?:word|number|numeral)$/.test(line[end]?.kind ?? ''))
    end++;
  return { ...quantity, end, readings: [], alone: false };
}

type Joint = { end: number; kind: 'range' | 'times' | 'list' | 'share'; word: string };

function readJoint(line: readonly Token[], at: number, between: boolean): Joint | null {
  const word = line[at]?.low ?? '';
  const next = line[at + 1]?.low ?? '';
  if (/^(?:to|–|—|-|until)$/.test(word) || (between && word === 'and'))
    return { end: at + 1, kind: 'range', word };
  if (/^[x×]$/.test(word)) return { end: at + 1, kind: 'times', word };
  if (word === ',' && /^(?:and|or)$/.test(next)) return { end: at + 2, kind: 'list', word };
  if (/^(?:,|and|or|&)$/.test(word)) return { end: at + 1, kind: 'list', word };
  const of = word === 'of' ? at + 1 : word === 'out' && next === 'of' ? at + 2 : null;
  if (of === null) return null;
  let end = of;
  while (/^(?:the|last|past|previous|your|next)$/.test(line[end]?.low ?? '')) end++;
  return { end, kind: 'share', word: 'of' };
}

/** Further along a list, the number that brings the unit. */
function unitGiver(line: readonly Token[], second: Quantity, joint: Joint): Quantity {
  let giver = second;
  for (let more = 0; giver.alone && joint.kind === 'list' && more < 5; more++) {
    const further = readJoint(line, giver.end, false);
    const next = further?.kind === 'list' ? readNumber(line, further.end) : null;
    if (!next) break;
    giver = next;
  }
  return giver;
}

function withUnitOf(first: Quantity, giver: Quantity): Quantity {
  const units = new Set(giver.readings.map(({ unit }) => unit));
  if (!first.alone || giver.alone || giver.loose || units.size === 0) return first;
  const inherited = first.readings.flatMap((reading) => {
    if (reading.unit === null) return [...units].map((unit) => ({ ...reading, unit }));
    const fits = [...units].some((unit) => unit?.dimension === reading.unit?.dimension);
    return fits ? [reading] : [];
  });
  return { ...first, readings: inherited, alone: false };
}
