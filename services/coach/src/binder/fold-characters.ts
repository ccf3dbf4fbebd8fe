/** Seen by nobody, yet able to stand between two digits or to turn a line around. */
const INVISIBLE = new RegExp(
  [
    String.raw`[\p{Cf}\p{Cs}\p{Co}\u115F\u1160\u2800\u3164\uFFA0]`,
    String.raw`[\u034F\u17B4\u17B5\u180B-\u180F\uFE00-\uFE0F]`,
    String.raw`[\u{E0100}-\u{E01EF}]`,
  ].join('|'),
  'u',
);
const CONTROL = /\p{Cc}/u;
const PICTURE = /[\p{Extended_Pictographic}\p{Emoji_Modifier}]/u;
/** Letters, digits and signs drawn in another style: full width, mathematical, circled, squared units. */
const STYLED =
  /[\uFF01-\uFF5E\u2460-\u24FF\u2776-\u2793\u3300-\u33FF\u{1D400}-\u{1D7FF}\u{1F100}-\u{1F16F}]/u;
const DIGIT = /\p{Nd}/u;
const NUMERAL = /\p{N}/u;
const COMBINING = /\p{M}/u;
const SAME_AS: Record<string, string> = {
  '\u066B': '.',
  '\u066C': ',',
  '\u2024': '.',
  '\u00B7': '·',
  '\u2219': '·',
  '\u22C5': '·',
  '\u2236': ':',
  '\uA789': ':',
  '\u02D0': ':',
  '\u0589': ':',
  '\u2044': '/',
  '\u2215': '/',
  '\u29F8': '/',
  '\u2212': '−',
  '\uFE63': '−',
  '\u02D7': '−',
  '\u2010': '-',
  '\u2011': '-',
  '\u2012': '–',
  '\u3000': ' ',
};
const PLAIN = /^[\n\x20-\x7e]*$/;

/**
 * One spelling for what looks alike, so that a number cannot hide in its characters: digits of all scripts become
 * ASCII, superscripts, fractions and roman numeral signs their plain letters; what nobody sees is dropped. Words,
 * accents and emoji pass as they are.
 */
export function createCharacterFold() {
  let half = '';
  let last = '';

  function fold(char: string): string {
    if (char === '\n' || char === '\t' || char === '\r') return char;
    if (CONTROL.test(char)) return '';
    if (INVISIBLE.test(char)) {
      const joinsEmoji = char === '\u200D' || char === '\uFE0F';
      return joinsEmoji && PICTURE.test(last) ? char : '';
    }
    if (char < '\u0080') return char;
    if (COMBINING.test(char)) return /\d/.test(last) ? '' : char;
    if (DIGIT.test(char)) return digit(char);
    if (NUMERAL.test(char)) return numeral(char);
    if (STYLED.test(char)) return char.normalize('NFKC');
    return SAME_AS[char] ?? char;
  }

  function numeral(char: string): string {
    const plain = char.normalize('NFKC').replaceAll('\u2044', '/');
    // `5½` is five and a half, not fifty-one halves.
    return plain.includes('/') && /\d/.test(last) ? ` ${plain}` : plain;
  }

  return {
    push(text: string): string {
      if (half === '' && PLAIN.test(text)) {
        last = text.at(-1) ?? last;
        return text;
      }
      let whole = half + text;
      half = /[\uD800-\uDBFF]$/.test(whole) ? whole.slice(-1) : '';
      if (half !== '') whole = whole.slice(0, -1);
      let out = '';
      for (const char of whole) {
        const folded = fold(char);
        if (folded !== '' && folded !== '\u200D' && folded !== '\uFE0F') {
          last = String.fromCodePoint(folded.codePointAt(folded.length - 1) ?? 0);
          if (folded === char) last = char;
        }
        out += folded;
      }
      return out;
    },
  };
}

/** Unicode keeps the ten digits of a script together, zero first. */
function digit(char: string): string {
  const plain = char.normalize('NFKC');
  if (/^\d$/.test(plain)) return plain;
  const code = char.codePointAt(0) ?? 0;
  let zero = code;
  while (code - zero < 9 && DIGIT.test(String.fromCodePoint(zero - 1))) zero--;
  return String(code - zero);
}
