import { isFigureOfSpeech, isNameWithDigit } from './allow-number.ts';
import type { Evidence } from './gather-evidence.ts';
import { judgeOrdinal, judgeQuantity, type Verdict } from './judge-number.ts';
import { matchRange, type Match } from './match-fact.ts';
import { neutralWords } from './neutral-words.ts';
import { ordinalWord } from './number-words.ts';
import type { Place } from './place.ts';
import { readDate } from './read-date.ts';
import { readQuantity, type Quantity } from './read-quantity.ts';
import { isSilent, type Token } from './token.ts';

export type Part =
  | { is: 'text'; text: string }
  | { is: 'fact'; match: Match }
  | { is: 'struck'; raw: string; instead: string };

export type Passage = {
  tokens: readonly Token[];
  /** The sentence so far, lower case. */
  before: string;
  next: Token | undefined;
  evidence: Evidence;
};

type Found = { end: number; parts: (place: Place) => Part[] };

/**
 * A passage that holds numbers, number by number: what a fact says becomes that fact, what may stand stays, the rest is
 * struck. Emphasis inside a number moves behind it.
 */
export function bindNumbers(passage: Passage): Part[] {
  const { tokens, evidence } = passage;
  const places = [...tokens.keys()].filter((i) => !isSilent(tokens[i] as Token));
  const loud = places.map((i) => tokens[i] as Token);
  const parts: Part[] = [];
  let before = passage.before;
  let taken = 0;

  function put(more: Part[]): void {
    for (const part of more) {
      parts.push(part);
      before += part.is === 'text' ? part.text.toLowerCase() : ' § ';
    }
  }

  function text(from: number, to: number): void {
    const words = tokens
      .slice(from, to)
      .map(({ raw }) => raw)
      .join('');
    if (words !== '') put([{ is: 'text', text: words }]);
  }

  for (let at = 0; at < loud.length;) {
    const found = readNext(loud, at, evidence);
    if (!found) {
      at++;
      continue;
    }
    const from = places[at] ?? taken;
    const to = (places[found.end - 1] ?? from) + 1;
    text(taken, from);
    const place = { before, next: loud[found.end] ?? passage.next };
    const raw = tokens
      .slice(from, to)
      .map((token) => token.raw)
      .join('');
    const bound = found.parts(place);
    const stays = bound.length === 0;
    put(stays ? [{ is: 'text', text: raw }] : bound);
    if (!stays) {
      const marks = tokens.slice(from, to).filter((token) => token.kind === 'mark');
      put([{ is: 'text', text: marks.map((token) => token.raw).join('') }]);
    }
    taken = to;
    at = found.end;
  }
  text(taken, tokens.length);
  return parts.filter((part) => part.is !== 'text' || part.text !== '');

  function readNext(line: readonly Token[], at: number, known: Evidence): Found | null {
    return (
      dateAt(line, at, known) ??
      ordinalAt(line, at, known) ??
      spanAt(line, at, known) ??
      quantityAt(line, at, known)
    );
  }
}

function dateAt(line: readonly Token[], at: number, evidence: Evidence): Found | null {
  const read = readDate(line, at);
  if (!read) return null;
  const known = read.dates.every((ways) => ways.some((way) => evidence.isKnownDay(way)));
  // What is no date of this turn may still be a fraction.
  if (!known && line[at + 1]?.raw === '/') return null;
  return {
    end: read.end,
    parts: (place) => (known ? [] : [strike(line.slice(at, read.end), place)]),
  };
}

function ordinalAt(line: readonly Token[], at: number, evidence: Evidence): Found | null {
  const token = line[at];
  const suffix = line[at + 1];
  const hyphen = suffix?.low === '-' ? 1 : 0;
  const ones =
    ordinalWord(line[at + 1 + hyphen]?.low ?? '') ??
    { first: 1, second: 2 }[line[at + 1 + hyphen]?.low ?? ''];
  let value = ordinalWord(token?.low ?? '');
  let end = at + 1;
  if (token?.kind === 'number' && suffix?.glued === true && /^(?:st|nd|rd|th)$/.test(suffix.low)) {
    value = Number(token.raw);
    end = at + 2;
  } else if (
    /^(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)$/.test(token?.low ?? '') &&
    ones !== undefined &&
    ones < 10
  ) {
    value = (readQuantity([token as Token], 0)?.readings[0]?.value ?? 0) + ones;
    end = at + 2 + hyphen;
  }
  if (value === undefined) return null;
  const ordinal = value;
  return {
    end,
    parts: (place) => settle(judgeOrdinal(ordinal, place, evidence), line.slice(at, end), place),
  };
}

/** "between 47 and 49 minutes", "5:10–4:58", "4 × 1000 m", "5 of the last 7 days", "12, 10 and 8 km" */
function spanAt(line: readonly Token[], at: number, evidence: Evidence): Found | null {
  const prefix = /^(?:between|from)$/.test(line[at]?.low ?? '') ? 1 : 0;
  if (prefix === 1 && readDate(line, at + 1)) return null;
  const first = readNumber(line, at + prefix);
  if (!first) return null;
  const joint = readJoint(line, first.end, line[at]?.low === 'between');
  const second = joint && readNumber(line, joint.end);
  if (!joint || !second) return null;
  const low = withUnitOf(first, unitGiver(line, second, joint));
  const tokens = line.slice(at, second.end);
  const connector = line.slice(first.end, joint.end);
  if (joint.kind === 'list' || joint.kind === 'share') {
    if (low === first) return null;
    return {
      end: first.end,
      parts: (place) =>
        settle(judgeQuantity(low, place, evidence), line.slice(at, first.end), place, low),
    };
  }
  return {
    end: second.end,
    parts(place) {
      const range = joint.kind === 'range' && matchRange(low, second, evidence, place);
      if (range) return [{ is: 'fact', match: range }];
      const one = judgeQuantity(low, { ...place, next: line[first.end] }, evidence);
      const then = { before: `${place.before} § ${joint.word} `, next: place.next };
      const other = judgeQuantity(second, then, evidence);
      const wrong = [one, other].filter((verdict) => verdict.is === 'struck').length;
      // "12–15 km" is one statement; "from 12 to 15 km" is two.
      const isTight = /^[–—-]$/.test(joint.word);
      if (wrong === 2 || (wrong === 1 && isTight)) return [strike(tokens, place)];
      return [
        ...words(line.slice(at, at + prefix), ' '),
        ...settled(one, line.slice(at + prefix, first.end), place, low),
        { is: 'text', text: spaced(connector) },
        ...settled(other, line.slice(joint.end, second.end), then, second),
      ];
    },
  };
}

function quantityAt(line: readonly Token[], at: number, evidence: Evidence): Found | null {
  const quantity = readNumber(line, at);
  if (!quantity) return null;
  const tokens = line.slice(at, quantity.end);
  const word = tokens[0]?.low ?? '';
  return {
    end: quantity.end,
    parts(place) {
      const glued = line.slice(at, at + 3).filter((token, i) => i === 0 || token.glued);
      const stretches = glued.map((_, i) =>
        glued
          .slice(0, i + 1)
          .map(({ raw }) => raw)
          .join(''),
      );
      if (stretches.some((stretch) => isNameWithDigit(place.before, stretch))) return [];
      const isFigure = tokens.length === 1 && /^(?:half|double|triple)$/.test(word);
      if (isFigure && isFigureOfSpeech(word, place)) return [];
      return settle(judgeQuantity(quantity, place, evidence), tokens, place, quantity);
    },
  };
}

/** A quantity with what is stuck to it: letters behind digits make it unreadable, and so does a time of day. */
function readNumber(line: readonly Token[], at: number): Quantity | null {
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

/** No parts: the words stay as they are. */
function settle(
  verdict: Verdict,
  tokens: readonly Token[],
  place: Place,
  quantity?: Quantity,
): Part[] {
  switch (verdict.is) {
    case 'text':
      return [];
    case 'struck':
      return [strike(tokens, place)];
    case 'fact': {
      const fact: Part = { is: 'fact', match: verdict.match };
      if (quantity?.loose !== true) return [fact];
      // "three easy runs (3 runs)": the words say more than the fact, and the fact backs what it can.
      return [{ is: 'text', text: `${spell(tokens)} (` }, fact, { is: 'text', text: ')' }];
    }
  }
}

function settled(
  verdict: Verdict,
  tokens: readonly Token[],
  place: Place,
  quantity: Quantity,
): Part[] {
  return verdict.is === 'text' ? words(tokens, '') : settle(verdict, tokens, place, quantity);
}

function words(tokens: readonly Token[], end: string): Part[] {
  return tokens.length === 0 ? [] : [{ is: 'text', text: spell(tokens) + end }];
}

function strike(tokens: readonly Token[], place: Place): Part {
  return { is: 'struck', raw: spell(tokens), instead: neutralWords(place) };
}

function spell(tokens: readonly Token[]): string {
  return tokens.map(({ raw, glued }, i) => (glued || i === 0 ? raw : ` ${raw}`)).join('');
}

function spaced(connector: readonly Token[]): string {
  const isTight = connector.every(({ glued }) => glued);
  return isTight ? spell(connector) : ` ${spell(connector)} `;
}
