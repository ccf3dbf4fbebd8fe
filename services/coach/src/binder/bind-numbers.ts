import { isFigureOfSpeech, isNameWithDigit } from './allow-number.ts';
import type { Evidence } from './gather-evidence.ts';
import { judgeOrdinal, judgeQuantity, type Verdict } from './judge-number.ts';
import { matchRange, type Match } from './match-fact.ts';
import { neutralWords } from './neutral-words.ts';
import { ordinalWord } from './number-words.ts';
import type { Place } from './place.ts';
import { quotedLabel } from './quotes-label.ts';
import { readDate } from './read-date.ts';
import { readQuantity, type Quantity } from './read-quantity.ts';
import { readNumber, readSpan } from './read-span.ts';
import { isSilent, lexAll, type Token } from './token.ts';

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
      before += part.is === 'fact' ? ` § ${part.match.fact.unit} ` : said(part).toLowerCase();
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

  /** A name of a fact stays as it stands. */
  function labelAt(line: readonly Token[], at: number, known: Evidence): Found | null {
    if (line[at]?.kind === 'sign') return null;
    const behind = lexAll(passage.before.slice(-LABEL_LENGTH)).filter((token) => !isSilent(token));
    const length = quotedLabel(behind, line, at, known.labels());
    return length === 0 ? null : { end: at + length, parts: () => [] };
  }

  function readNext(line: readonly Token[], at: number, known: Evidence): Found | null {
    return (
      labelAt(line, at, known) ??
      dateAt(line, at, known) ??
      ordinalAt(line, at, known) ??
      spanAt(line, at, known) ??
      quantityAt(line, at, known)
    );
  }
}

/** Longer than any name of a fact. */
const LABEL_LENGTH = 80;

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

function spanAt(line: readonly Token[], at: number, evidence: Evidence): Found | null {
  const span = readSpan(line, at);
  if (!span) return null;
  const { first, second, joint, from } = span;
  const own = line.slice(from, first.end);
  if (joint.kind === 'list' || joint.kind === 'share') {
    if (!span.inherits) return null;
    return {
      end: first.end,
      parts: (place) => settle(judgeQuantity(first, place, evidence), own, place, first),
    };
  }
  return {
    end: second.end,
    parts(place) {
      const range = joint.kind === 'range' && matchRange(first, second, evidence, place);
      if (range) return [{ is: 'fact', match: range }];
      const one = judgeQuantity(first, { ...place, next: line[first.end] }, evidence);
      const then = { before: `${place.before} § ${joint.word} `, next: place.next };
      const other = judgeQuantity(second, then, evidence);
      const wrong = [one, other].filter((verdict) => verdict.is === 'struck').length;
      // "12–15 km" is one statement; "from 12 to 15 km" is two.
      const isTight = /^[–—-]$/.test(joint.word);
      if (wrong === 2 || (wrong === 1 && isTight))
        return [strike(line.slice(at, second.end), place)];
      return [
        ...words(line.slice(at, from), ' '),
        ...settled(one, own, place, first),
        { is: 'text', text: spaced(line.slice(first.end, joint.end)) },
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
      // "two (2 runs) of them", not "2 runs of them"
      const ofMany = quantity.alone && place.next?.low === 'of';
      const verdict = judgeQuantity(quantity, place, evidence);
      return settle(verdict, tokens, place, { ...quantity, loose: quantity.loose || ofMany });
    },
  };
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

function said(part: Exclude<Part, { is: 'fact' }>): string {
  return part.is === 'text' ? part.text : part.instead;
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
