import { readUnit } from './measure-units.ts';
import { readSpoken } from './number-words.ts';
import { readDigits, type Amount, type Clock } from './read-digits.ts';
import { isRoman, romanValue } from './roman-numeral.ts';
import type { Token } from './token.ts';

/** A number without its unit. No amounts and no clocks: it looks like one and cannot be read. */
export type Numeral = { end: number; amounts: Amount[]; clocks: Clock[] };

/** A number in digits, in words or in Roman letters; null where none begins. */
export function readNumeral(tokens: readonly Token[], at: number): Numeral | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number') return readWritten(tokens, at, token.raw);
  if (token.kind === 'numeral') return { end: at + 1, amounts: [], clocks: [] };
  if (token.kind === 'word' && isRoman(token.raw)) {
    if (readUnit(tokens, at + 1) === null) return null;
    return { end: at + 1, amounts: [{ value: romanValue(token.raw), step: 1 }], clocks: [] };
  }
  if (/^[OIl]{2,}$/.test(token.raw) && readUnit(tokens, at + 1) !== null) {
    return { end: at + 1, amounts: [], clocks: [] };
  }
  const spoken = readSpoken(tokens, at);
  if (!spoken) return null;
  return {
    end: spoken.end,
    amounts: Number.isNaN(spoken.value) ? [] : [{ value: spoken.value, step: spoken.step }],
    clocks: spoken.clock === undefined ? [] : [{ seconds: spoken.clock, step: 1 }],
  };
}

/** Digits, with what belongs to them: `1/2`, `5 1/2`, `12 500`, `12 thousand`. */
function readWritten(tokens: readonly Token[], at: number, raw: string): Numeral {
  const simple = readDigits(raw);
  const whole = /^\d+$/.test(raw) ? Number(raw) : null;
  const fraction = readFraction(tokens, at);
  if (fraction) return { ...fraction, clocks: [] };
  if (whole !== null) {
    const more = readFraction(tokens, at + 1);
    if (more) {
      const amounts = more.amounts.map(({ value, step }) => ({ value: whole + value, step }));
      return { end: more.end, amounts, clocks: [] };
    }
    const next = tokens[at + 1];
    if (whole > 0 && whole < 1000 && next?.kind === 'number' && /^\d{3}$/.test(next.raw)) {
      return {
        end: at + 2,
        amounts: [{ value: whole * 1000 + Number(next.raw), step: 1 }],
        clocks: [],
      };
    }
  }
  const big = { hundred: 100, thousand: 1000, million: 1_000_000 }[tokens[at + 1]?.low ?? ''];
  if (big !== undefined) {
    const amounts = simple.amounts.map(({ value, step }) => ({
      value: value * big,
      step: step * big,
    }));
    return { end: at + 2, amounts, clocks: [] };
  }
  return { end: at + 1, ...simple };
}

function readFraction(tokens: readonly Token[], at: number) {
  const [top, slash, bottom] = [tokens[at], tokens[at + 1], tokens[at + 2]];
  if (top?.kind !== 'number' || slash?.raw !== '/' || bottom?.kind !== 'number') return null;
  const value = Number(top.raw) / Number(bottom.raw);
  return { end: at + 3, amounts: Number.isFinite(value) ? [{ value, step: 0.1 }] : [] };
}
