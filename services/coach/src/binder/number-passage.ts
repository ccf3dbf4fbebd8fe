import { isQuality, isUnitWord } from './measure-units.ts';
import { isNumberWord } from './number-words.ts';
import { monthOf, weekdayOf } from './read-date.ts';
import { isRoman } from './roman-numeral.ts';
import { isSilent, type Token } from './token.ts';

/** Longer passages are cut, so that nothing is held back without end. */
const LONGEST_PASSAGE = 80;
const CONNECTORS = new Set(
  'a an and or of to b p the per point by x out oh until through each every last past previous next first second between beats am pm cent percentage st nd rd th your'.split(
    ' ',
  ),
);
const SIGNS = /^[,/+\-–—−%°×±~≈&'"′″]$/;
const AFTER_ARTICLE = /^(?:dozen|half|hundred|thousand|million|quarter|third|hours?|minutes?)$/;

/** Whether a passage with numbers begins at the first token; `open` when the next token must be known first. */
export function opensPassage(tokens: readonly Token[], isAll: boolean): 'yes' | 'no' | 'open' {
  const [token] = tokens;
  if (!token) return 'no';
  if (token.kind === 'number' || token.kind === 'date' || token.kind === 'numeral') return 'yes';
  const next = tokens.slice(1).find((one) => !isSilent(one));
  if (token.kind === 'sign') return opensAfterSign(token, tokens[1]) ? 'yes' : 'no';
  if (token.kind !== 'word') return 'no';
  if (isNumberWord(token.low)) return 'yes';
  const wants = whatFollows(token);
  if (!wants) return 'no';
  if (!next) return isAll ? 'no' : 'open';
  return wants(next) ? 'yes' : 'no';
}

/** Where a passage that has begun ends, or null while it may go on. */
export function endOfPassage(tokens: readonly Token[], isAll: boolean): number | null {
  let last: Token | undefined;
  for (const [i, token] of tokens.entries()) {
    if (i > 0 && !continues(token, last)) return i;
    if (i >= LONGEST_PASSAGE) return i;
    if (!isSilent(token)) last = token;
  }
  return isAll ? tokens.length : null;
}

function opensAfterSign(token: Token, next: Token | undefined): boolean {
  return /^[+\-−–~≈±]$/.test(token.raw) && next?.glued === true && startsNumber(next);
}

function whatFollows(token: Token): ((next: Token) => boolean) | null {
  const { low } = token;
  if (low === 'a' || low === 'an') return (next) => AFTER_ARTICLE.test(next.low);
  if (low === 'between' || low === 'from')
    return (next) => startsNumber(next) || /^an?$/.test(next.low);
  if (monthOf(token) !== undefined || weekdayOf(token) !== undefined) {
    return (next) =>
      startsNumber(next) ||
      /^(?:the|,|\.|first|second)$/.test(next.low) ||
      monthOf(next) !== undefined;
  }
  if ((isRoman(token.raw) || /^[OIl]{2,}$/.test(token.raw)) && token.raw !== 'I') {
    return (next) => isUnitWord(next.low) || next.raw === '%' || next.raw === '-';
  }
  return null;
}

function startsNumber(token: Token): boolean {
  return (
    token.kind === 'number' ||
    token.kind === 'date' ||
    (token.kind === 'word' && isNumberWord(token.low))
  );
}

function continues(token: Token, last: Token | undefined): boolean {
  switch (token.kind) {
    case 'number':
    case 'date':
    case 'numeral':
    case 'space':
    case 'mark':
      return true;
    case 'word':
      return (
        isNumberWord(token.low) ||
        isUnitWord(token.low) ||
        isQuality(token.low) ||
        CONNECTORS.has(token.low) ||
        monthOf(token) !== undefined ||
        weekdayOf(token) !== undefined ||
        (token.glued && (last?.kind === 'number' || last?.kind === 'word'))
      );
    case 'sign':
      if (token.raw === '.')
        return last?.kind === 'word' && last.low.length <= 4 && monthOf(last) !== undefined;
      return SIGNS.test(token.raw);
    case 'break':
    case 'fact':
    case 'struck':
      return false;
  }
}
