import type { Token } from './token.ts';

const SMALL = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen ' +
  'seventeen eighteen nineteen'
).split(' ');
const TENS = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety'];
const VALUES = new Map<string, number>([
  ...SMALL.map((word, i): [string, number] => [word, i]),
  ...TENS.map((word, i): [string, number] => [word, 20 + 10 * i]),
  ['fourty', 40],
]);
const BIG = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
]);
const ORDINALS = new Map<string, number>([
  ...'third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
    .split(' ')
    .map((word, i): [string, number] => [word, i + 3]),
  ...TENS.map((word, i): [string, number] => [word.replace(/y$/, 'ieth'), 20 + 10 * i]),
  ['hundredth', 100],
]);
const MULTIPLES = new Map([
  ['twice', 2],
  ['thrice', 3],
  ['double', 2],
  ['doubled', 2],
  ['triple', 3],
  ['tripled', 3],
  ['quadruple', 4],
  ['quadrupled', 4],
  ['halved', 0.5],
]);
const CROWDS = new Set([
  'dozens',
  'hundreds',
  'thousands',
  'millions',
  'thirds',
  'fifths',
  'tenths',
]);

export function isNumberWord(word: string): boolean {
  return (
    VALUES.has(word) ||
    BIG.has(word) ||
    ORDINALS.has(word) ||
    MULTIPLES.has(word) ||
    CROWDS.has(word) ||
    word === 'dozen' ||
    word === 'half' ||
    word === 'halves' ||
    word === 'quarter' ||
    word === 'quarters' ||
    word === 'minus'
  );
}

export function ordinalWord(word: string): number | undefined {
  return ORDINALS.get(word);
}

export function multipleWord(word: string): number | undefined {
  return MULTIPLES.get(word);
}

export function isCrowdWord(word: string): boolean {
  return CROWDS.has(word);
}

/** A value in words. `clock` is what "five thirty" and "eight fifty-one" mean as minutes and seconds. */
export type Spoken = { end: number; value: number; step: number; clock?: number };

/** "twelve", "a hundred and fifty-two", "twelve point four", "half a dozen", "two and a half", "five thirty". */
export function readSpoken(tokens: readonly Token[], start: number): Spoken | null {
  let at = start;
  const word = (ahead = 0) => tokens[at + ahead]?.low ?? '';
  const isArticle = word() === 'a' || word() === 'an';

  if (word() === 'half' && word(1) === 'a' && word(2) === 'dozen') {
    return { end: at + 3, value: 6, step: 1 };
  }
  if (isArticle && !BIG.has(word(1)) && word(1) !== 'dozen') return null;
  const first = isArticle ? { end: at + 1, value: 1 } : underHundred(tokens, at);
  if (word() === 'dozen') return { end: at + 1, value: 12, step: 1 };
  if (!first) return null;
  at = first.end;
  let value = first.value;
  if (word() === 'dozen') return { end: at + 1, value: value * 12, step: 1 };

  const clock = isArticle ? undefined : clockAfter(tokens, at, value);
  if (clock) return clock;

  let total = 0;
  let spokeBig = false;
  for (let big = BIG.get(word()); big !== undefined; big = BIG.get(word())) {
    at++;
    spokeBig = true;
    if (big === 100) {
      value *= 100;
    } else {
      total += value * big;
      value = 0;
    }
    const skip = word() === 'and' || word() === '-' ? 1 : 0;
    const rest = underHundred(tokens, at + skip);
    if (rest) {
      at = rest.end;
      value += rest.value;
    }
  }
  if (isArticle && !spokeBig) return null;
  value += total;
  return fraction(tokens, at, value) ?? { end: at, value, step: 1 };
}

/** "… point four two", "… and a half", "… and three quarters" */
function fraction(tokens: readonly Token[], at: number, value: number): Spoken | null {
  const word = (ahead: number) => tokens[at + ahead]?.low ?? '';
  if (word(0) === 'point') {
    let digits = '';
    let end = at + 1;
    for (let next = VALUES.get(word(end - at)); next !== undefined && next < 10;) {
      digits += String(next);
      end++;
      next = VALUES.get(word(end - at));
    }
    if (digits !== '')
      return { end, value: value + Number(`0.${digits}`), step: 10 ** -digits.length };
  }
  if (word(0) === 'and' && word(1) === 'a' && word(2) === 'half') {
    return { end: at + 3, value: value + 0.5, step: 0.1 };
  }
  if (word(0) === 'and' && word(1) === 'a' && word(2) === 'quarter') {
    return { end: at + 3, value: value + 0.25, step: 0.1 };
  }
  if (word(0) === 'and' && word(1) === 'three' && word(2) === 'quarters') {
    return { end: at + 3, value: value + 0.75, step: 0.1 };
  }
  return null;
}

/** "five thirty", "eight fifty-one", "six oh five": a pace; "one fifty-two" may be a heart rate as well. */
function clockAfter(tokens: readonly Token[], at: number, minutes: number): Spoken | null {
  const isOh = tokens[at]?.low === 'oh';
  const skip = tokens[at]?.low === '-' || isOh ? 1 : 0;
  const rest = underHundred(tokens, at + skip);
  if (!rest || rest.value > 59 || minutes > 59) return null;
  if (isOh ? rest.value > 9 : rest.value < 10) return null;
  return {
    end: rest.end,
    value: minutes < 10 ? minutes * 100 + rest.value : Number.NaN,
    step: 1,
    clock: minutes * 60 + rest.value,
  };
}

function underHundred(tokens: readonly Token[], at: number): { end: number; value: number } | null {
  const value = VALUES.get(tokens[at]?.low ?? '');
  if (value === undefined) return null;
  if (value >= 20) {
    const hyphen = tokens[at + 1]?.low === '-' ? 1 : 0;
    const ones = VALUES.get(tokens[at + 1 + hyphen]?.low ?? '');
    if (ones !== undefined && ones > 0 && ones < 10) {
      return { end: at + 2 + hyphen, value: value + ones };
    }
  }
  return { end: at + 1, value };
}
