import { ordinalWord } from './number-words.ts';
import type { Token } from './token.ts';

/** What a text says of a day; what it leaves out may be anything. `weekday` counts from Monday, 0. */
export type PartialDate = { year?: number; month?: number; day?: number; weekday?: number };
/** One written date, or a span of two, each in all the ways it can be meant. */
export type ReadDate = { end: number; dates: PartialDate[][] };

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const WEEKDAYS = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ');
const JOINS = new Set(['–', '-', '—', 'to', 'and', 'until', 'through', ',']);

export function monthOf(token: Token | undefined): number | undefined {
  if (token?.kind !== 'word') return undefined;
  const { low, raw } = token;
  // "may" and "march" are words of their own.
  if ((low === 'may' || low === 'march' || low === 'mar') && raw === low) return undefined;
  const index = MONTHS.findIndex(
    (name) => name === low || (low.length >= 3 && low.length <= 4 && name.startsWith(low)),
  );
  return index === -1 ? undefined : index + 1;
}

export function weekdayOf(token: Token | undefined): number | undefined {
  if (token?.kind !== 'word') return undefined;
  const { low, raw } = token;
  // "sun", "sat" and "wed" are words of their own.
  if (low.length < 6 && raw === low) return undefined;
  const index = WEEKDAYS.findIndex(
    (name) => name === low || (low.length >= 3 && low.length <= 5 && name.startsWith(low)),
  );
  return index === -1 ? undefined : index;
}

/** "2026-11-03", "Tuesday 3 November", "Nov 3rd, 2026", "3–9 November", "Tuesday the 3rd"; null where none begins. */
export function readDate(tokens: readonly Token[], start: number): ReadDate | null {
  const weekday = weekdayOf(tokens[start]);
  let at = start;
  if (weekday !== undefined) {
    at++;
    if (tokens[at]?.low === '.' || tokens[at]?.low === ',') at++;
    if (tokens[at]?.low === 'the') at++;
  }
  const found = readDigitDate(tokens, at) ?? readDayMonth(tokens, at) ?? readMonthDay(tokens, at);
  const named = weekday === undefined ? {} : { weekday };
  if (found) {
    return {
      end: found.end,
      dates: found.dates.map((ways) => ways.map((way) => ({ ...way, ...named }))),
    };
  }
  const alone = weekday === undefined ? null : readDay(tokens, at);
  return alone?.isOrdinal === true
    ? { end: alone.end, dates: [[{ day: alone.day, ...named }]] }
    : null;
}

function readDigitDate(tokens: readonly Token[], at: number): ReadDate | null {
  const token = tokens[at];
  if (token?.kind === 'date') {
    const [a = 0, b = 0, c = 0] = token.raw.split(/[-./]/).map(Number);
    if (/^\d{4}/.test(token.raw)) return { end: at + 1, dates: [[{ year: a, month: b, day: c }]] };
    const year = c < 100 ? 2000 + c : c;
    return {
      end: at + 1,
      dates: [
        [
          { year, month: b, day: a },
          { year, month: a, day: b },
        ],
      ],
    };
  }
  const [slash, other] = [tokens[at + 1], tokens[at + 2]];
  if (token?.kind !== 'number' || slash?.raw !== '/' || other?.kind !== 'number') return null;
  const [a, b] = [Number(token.raw), Number(other.raw)];
  return {
    end: at + 3,
    dates: [
      [
        { month: b, day: a },
        { month: a, day: b },
      ],
    ],
  };
}

function readDayMonth(tokens: readonly Token[], at: number): ReadDate | null {
  const first = readDay(tokens, at);
  if (!first) return null;
  const of = tokens[first.end]?.low === 'of' ? 1 : 0;
  const month = monthOf(tokens[first.end + of]);
  if (month !== undefined) {
    const rest = readYear(tokens, first.end + of + 1);
    return { end: rest.end, dates: [[{ day: first.day, month, ...rest.year }]] };
  }
  if (!JOINS.has(tokens[first.end]?.low ?? '')) return null;
  const second = readDayMonth(tokens, first.end + 1);
  const [last] = second?.dates.at(-1) ?? [];
  if (!second || !last) return null;
  const whole = { ...last, day: first.day };
  return { end: second.end, dates: [[whole], ...second.dates] };
}

function readMonthDay(tokens: readonly Token[], at: number): ReadDate | null {
  const month = monthOf(tokens[at]);
  if (month === undefined) return null;
  let from = at + 1;
  if (tokens[from]?.low === '.') from++;
  if (tokens[from]?.low === 'the') from++;
  const first = readDay(tokens, from);
  if (!first) {
    const year = readYear(tokens, from);
    return year.year === undefined ? null : { end: year.end, dates: [[{ month, ...year.year }]] };
  }
  const joined = JOINS.has(tokens[first.end]?.low ?? '') && tokens[first.end]?.low !== ',';
  const second = joined ? readDay(tokens, first.end + 1) : null;
  const rest = readYear(tokens, second?.end ?? first.end);
  const date = { month, day: first.day, ...rest.year };
  return {
    end: rest.end,
    dates: second ? [[date], [{ ...date, day: second.day }]] : [[date]],
  };
}

function readDay(tokens: readonly Token[], at: number) {
  const token = tokens[at];
  const suffix = tokens[at + 1];
  const spoken = ordinalWord(token?.low ?? '') ?? { first: 1, second: 2 }[token?.low ?? ''];
  if (spoken !== undefined && spoken <= 31) return { end: at + 1, day: spoken, isOrdinal: true };
  if (token?.kind !== 'number' || !/^\d{1,2}$/.test(token.raw)) return null;
  const day = Number(token.raw);
  if (day < 1 || day > 31) return null;
  const isOrdinal = suffix?.glued === true && /^(st|nd|rd|th)$/.test(suffix.low);
  return { end: at + (isOrdinal ? 2 : 1), day, isOrdinal };
}

function readYear(tokens: readonly Token[], at: number): { end: number; year?: { year: number } } {
  const comma = tokens[at]?.low === ',' ? 1 : 0;
  const token = tokens[at + comma];
  if (token?.kind !== 'number' || !/^(19|20)\d\d$/.test(token.raw)) return { end: at };
  return { end: at + comma + 1, year: { year: Number(token.raw) } };
}
