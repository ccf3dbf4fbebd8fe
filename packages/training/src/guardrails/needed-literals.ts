/** What is known of the texts that an expression matches. */
type Shape = {
  /** All of them, when they are few and plain. */
  exact: string[] | null;
  /** Every one begins with one of these, and ends with one of those; an empty string knows nothing. */
  starts: string[];
  ends: string[];
  /** Every one contains one of these; `null` = nothing is known. */
  needed: string[] | null;
};

/** Beyond this many spellings a product of alternatives is no longer written out. */
const MOST = 16;

const ANYTHING: Shape = { exact: null, starts: [''], ends: [''], needed: null };
const NOTHING = plain(['']);

/**
 * Strings of which every match of a phrase's expression contains at least one: where none of them is in a text, the expression need not
 * be tried. Spaces at the ends stand for the word boundaries that every phrase has, so they are to be looked for in a text whose `|` are
 * spaces and which has a space before and after. `null` when nothing can be said of the expression, which then always has to be tried.
 */
export function neededLiterals(expression: string): string[] | null {
  const reader = { source: expression, at: 0 };
  const inner = readAlternatives(reader);
  if (reader.at < expression.length) throw new Error(`unbalanced phrase: ${expression}`);
  return inSequence([plain([' ']), inner, plain([' '])]).needed;
}

type Reader = { source: string; at: number };

/** What stands next, when it is of this kind. */
function take(reader: Reader, kind: RegExp): RegExpExecArray | null {
  kind.lastIndex = reader.at;
  const found = kind.exec(reader.source);
  reader.at += found?.[0].length ?? 0;
  return found;
}

function readAlternatives(reader: Reader): Shape {
  const found = [readSequence(reader)];
  while (reader.source[reader.at] === '|') {
    reader.at += 1;
    found.push(readSequence(reader));
  }
  return oneOf(found);
}

function readSequence(reader: Reader): Shape {
  const parts: Shape[] = [];
  for (;;) {
    const sign = reader.source[reader.at];
    if (sign === undefined || sign === '|' || sign === ')') return inSequence(parts);
    parts.push(repeated(readAtom(reader), reader));
  }
}

function readAtom(reader: Reader): Shape {
  const { source } = reader;
  const words = take(reader, /[a-z0-9_ ]+(?![?*+{])|[a-z0-9_ ]/iy);
  if (words) return plain([words[0]]);
  const sign = source[reader.at++] ?? '';
  if (sign === '(') return readGroup(reader);
  if (sign === '[') return readClass(reader);
  if (sign === '\\') {
    reader.at += 1;
    return ANYTHING;
  }
  throw new Error(`no phrase has ${sign}: ${source}`);
}

function readGroup(reader: Reader): Shape {
  const opening = take(reader, /\?(?::|<?[!=])/y)?.[0] ?? '';
  const inner = readAlternatives(reader);
  reader.at += 1;
  // What is only looked at takes no room; what it demands is not needed to be right here.
  return opening === '' || opening === '?:' ? inner : NOTHING;
}

function readClass(reader: Reader): Shape {
  const end = reader.source.indexOf(']', reader.at);
  const signs = reader.source.slice(reader.at, end);
  reader.at = end + 1;
  return /^[a-z0-9]+$/.test(signs) ? plain(signs.split('')) : ANYTHING;
}

function repeated(shape: Shape, reader: Reader): Shape {
  const quantifier = take(reader, /[?*+]|\{(\d+),?\d*\}/y);
  if (!quantifier) return shape;
  if (quantifier[0] === '?') return oneOf([shape, NOTHING]);
  const atLeastOnce = quantifier[0] === '+' || Number(quantifier[1] ?? 0) > 0;
  return atLeastOnce ? { ...shape, exact: null } : ANYTHING;
}

function plain(texts: string[]): Shape {
  return { exact: texts, starts: texts, ends: texts, needed: telling(texts) };
}

function oneOf(shapes: Shape[]): Shape {
  const exact = joined(shapes.map((shape) => shape.exact));
  if (exact && exact.length <= MOST) return plain(exact);
  return {
    exact: null,
    starts: joined(shapes.map(({ starts }) => starts)) ?? [''],
    ends: joined(shapes.map(({ ends }) => ends)) ?? [''],
    needed: joined(shapes.map(({ needed }) => needed)),
  };
}

function inSequence(shapes: Shape[]): Shape {
  return shapes.reduce(twoInSequence, NOTHING);
}

function twoInSequence(a: Shape, b: Shape): Shape {
  const exact = a.exact && b.exact && product(a.exact, b.exact);
  if (exact) return plain(exact);
  const across = product(a.ends, b.starts);
  return {
    exact: null,
    starts: (a.exact && product(a.exact, b.starts)) ?? a.starts,
    ends: (b.exact && product(a.ends, b.exact)) ?? b.ends,
    needed: [a.needed, b.needed, across && telling(across)].reduce(moreTelling, null),
  };
}

/** Every text of `a` before every text of `b`; `null` when that would be too many. */
function product(a: string[], b: string[]): string[] | null {
  if (a.length * b.length > MOST) return null;
  return [...new Set(a.flatMap((first) => b.map((second) => first + second)))];
}

function joined(lists: (string[] | null)[]): string[] | null {
  const found = new Set<string>();
  for (const list of lists) {
    if (list === null) return null;
    for (const one of list) found.add(one);
  }
  return [...found];
}

/** An empty string and a lone space are in every text. */
function telling(texts: string[]): string[] | null {
  return texts.length > 0 && texts.every((text) => text.trim() !== '') ? texts : null;
}

/** The longer its shortest string is, the fewer texts contain one. */
export function moreTelling(a: string[] | null, b: string[] | null): string[] | null {
  if (a === null || b === null) return a ?? b;
  return shortest(b) > shortest(a) ? b : a;
}

function shortest(texts: string[]): number {
  return Math.min(...texts.map((text) => text.length));
}
