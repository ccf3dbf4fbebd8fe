const NAMED: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  Tab: ' ',
  NewLine: '\n',
  shy: '',
  zwj: '',
  zwnj: '',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  times: '×',
  deg: '°',
  minus: '−',
  plus: '+',
  plusmn: '±',
  frac12: '½',
  frac14: '¼',
  frac34: '¾',
  sup1: '¹',
  sup2: '²',
  sup3: '³',
  colon: ':',
  period: '.',
  comma: ',',
  num: '#',
  percnt: '%',
  sol: '/',
  excl: '!',
  lpar: '(',
  rpar: ')',
  lsqb: '[',
  lbrack: '[',
  rsqb: ']',
  rbrack: ']',
  lcub: '{',
  lbrace: '{',
  rcub: '}',
  rbrace: '}',
  commat: '@',
};

const UNFINISHED = /^&(?:#(?:\d{0,8}|[xX][\da-fA-F]{0,7})|[a-zA-Z][a-zA-Z\d]{0,8})?$/;
const NUMERIC = /^&#(?:(\d{1,8})|[xX]([\da-fA-F]{1,7}))$/;

/**
 * `&#49;2 km` reads `12 km` in a browser, so references are resolved before anything is checked, once: what they
 * resolve to is text like any other. Holds back only what may still become a reference.
 */
export function createEntityDecoder() {
  let held = '';

  function resolve(): string {
    const numeric = NUMERIC.exec(held);
    const text = numeric ? codePoint(numeric) : held;
    held = '';
    return text;
  }

  return {
    push(text: string): string {
      if (held === '' && !text.includes('&')) return text;
      let out = '';
      for (const char of text) {
        if (held === '') {
          if (char === '&') held = char;
          else out += char;
        } else if (char === ';') {
          const named = NAMED[held.slice(1)];
          if (named === undefined) out += NUMERIC.test(held) ? resolve() : `${resolve()};`;
          else {
            held = '';
            out += named;
          }
        } else if (UNFINISHED.test(held + char)) {
          held += char;
        } else {
          out += resolve();
          if (char === '&') held = char;
          else out += char;
        }
      }
      return out;
    },
    end: resolve,
  };
}

function codePoint(numeric: RegExpExecArray): string {
  const value =
    numeric[1] === undefined ? Number.parseInt(numeric[2] ?? '', 16) : Number(numeric[1]);
  return value > 0 && value <= 0x10ffff ? String.fromCodePoint(value) : '';
}
