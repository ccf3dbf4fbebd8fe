/** A number as a reader meets it: its value, its unit where one follows, and how exactly it was written. */
export type Figure = {
  raw: string;
  value: number;
  step: number;
  unit: Unit | null;
  isClock: boolean;
};
export type Unit =
  | 'km'
  | 'mi'
  | 'm'
  | 'ft'
  | 'pace-km'
  | 'pace-mi'
  | 's'
  | 'min'
  | 'h'
  | 'bpm'
  | 'spm'
  | '%'
  | 'W'
  | 'runs'
  | 'days'
  | 'weeks';

const unitWords: readonly (readonly [Unit, RegExp])[] = [
  ['pace-km', /^\s*(?:min(?:utes)?\s*)?(?:\/|per|a|pro)\s*(?:km|kilomet)/i],
  ['pace-mi', /^\s*(?:min(?:utes)?\s*)?(?:\/|per|a)\s*mi/i],
  ['km', /^[\s-]*(?:km|k|kilomet\w*|chilomet\w*|quil[oô]met\w*|kilómet\w*)\b/i],
  ['mi', /^[\s-]*(?:mi|miles?)\b/i],
  ['min', /^[\s-]*(?:min|minutes?)\b/i],
  ['m', /^[\s-]*(?:m|met(?:re|er)s?)\b(?!\/)/i],
  ['ft', /^[\s-]*(?:ft|feet)\b/i],
  ['s', /^\s*(?:s|sec|seconds?)\b/i],
  ['h', /^\s*(?:h|hours?)\b/i],
  ['bpm', /^\s*(?:bpm|beats)\b/i],
  ['spm', /^\s*(?:steps|spm)\b/i],
  ['%', /^\s*(?:%|percent|per cent)/i],
  ['W', /^\s*(?:W|watts?)\b/],
  ['runs', /^\s*(?:runs?|sessions?|workouts?)\b/i],
  ['days', /^\s*days?\b/i],
  ['weeks', /^\s*weeks?\b/i],
];

/** Digits in any script and style, times, and numbers in words of seven languages. */
export function readFigures(text: string): Figure[] {
  const plain = inPlainDigits(text);
  const found: Figure[] = [];
  for (const match of plain.matchAll(/(?:(\d+):)?(\d{1,3}):(\d\d)(?!\d)|\d+(?:[.,]\d+)*/g)) {
    const after = plain.slice(match.index + match[0].length);
    const [raw, hours, minutes, seconds] = match;
    if (seconds !== undefined) {
      const value = Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds);
      const unit = unitAfter(after);
      found.push({
        raw,
        value,
        step: 1,
        isClock: true,
        unit: unit?.startsWith('pace') ? unit : 's',
      });
    } else found.push(decimal(raw, after));
  }
  return [...found, ...readWords(plain)];
}

function decimal(raw: string, after: string): Figure {
  // 1,234 and 1,234.5 are thousands; 12,4 is a decimal comma.
  const isThousands = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(raw);
  const digits = isThousands ? raw.replaceAll(',', '') : raw.replace(',', '.');
  const places = digits.split('.')[1]?.length ?? 0;
  const value = Number(digits.split('.').slice(0, 2).join('.'));
  return { raw, value, step: 10 ** -places, unit: unitAfter(after), isClock: false };
}

function unitAfter(after: string): Unit | null {
  return unitWords.find(([, word]) => word.test(after))?.[0] ?? null;
}

/** What only looks like something else becomes what it is: full-width digits, other scripts, entities, invisible joints. */
export function inPlainDigits(text: string): string {
  return text
    .replaceAll(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .normalize('NFKC')
    .replaceAll(/[\p{Cf}\u{FE00}-\u{FE0F}]/gu, '')
    .replaceAll(/(?<=\d)\*+(?=\d)/g, '')
    .replaceAll(/\p{Nd}/gu, digitOf);
}

/** Decimal digits stand in runs of ten, from nought up. */
function digitOf(char: string): string {
  const code = char.codePointAt(0) ?? 0;
  if (code < 128) return char;
  let zero = code;
  while (code - zero < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String(code - zero);
}

const ones: Readonly<Record<string, number>> = {
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  thirteen: 13,
  fourteen: 14,
  fifteen: 15,
  sixteen: 16,
  seventeen: 17,
  eighteen: 18,
  nineteen: 19,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  seventy: 70,
  eighty: 80,
  ninety: 90,
  hundred: 100,
};
/** Words of other languages that are a number and nothing else, from twenty on. */
const elsewhere =
  /\b(?:\p{L}*(?:zwanzig|dreißig|vierzig|fünfzig|sechzig|siebzig|achtzig|neunzig)|veinti\p{L}+|treinta|cuarenta|cincuenta|sesenta|setenta|ochenta|noventa|venti\p{L}*|trenta\p{L}*|quaranta\p{L}*|cinquanta\p{L}*|sessanta\p{L}*|settanta\p{L}*|ottanta\p{L}*|novanta\p{L}*|vinte|trinta|quarenta|cinquenta|sessenta|oitenta|\p{L}*(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|vingt|trente|quarante|cinquante|soixante)\b/giu;

function readWords(text: string): Figure[] {
  const figures: Figure[] = [];
  const word = `(?:${Object.keys(ones).join('|')})`;
  const spoken = new RegExp(`\\b${word}(?:[-\\s]+(?:and\\s+)?${word})*\\b`, 'gi');
  for (const match of text.matchAll(spoken)) {
    const parts = match[0].toLowerCase().split(/[-\s]+/);
    let value = 0;
    for (const part of parts)
      value = part === 'hundred' ? Math.max(1, value) * 100 : value + (ones[part] ?? 0);
    const unit = unitAfter(text.slice(match.index + match[0].length));
    figures.push({ raw: match[0], value, step: 1, unit, isClock: false });
  }
  for (const match of text.matchAll(elsewhere))
    figures.push({ raw: match[0], value: Number.NaN, step: 1, unit: null, isClock: false });
  return figures;
}
