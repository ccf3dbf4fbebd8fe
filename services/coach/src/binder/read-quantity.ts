import {
  readPerDistance,
  readTimeUnit,
  readUnit,
  units,
  type ReadUnit,
  type Unit,
} from './measure-units.ts';
import { isCrowdWord, multipleWord } from './number-words.ts';
import type { Clock } from './read-digits.ts';
import { readNumeral, type Numeral } from './read-numeral.ts';
import type { Token } from './token.ts';

/** One way to understand a quantity. Without a unit, only its place in the sentence says what it is. */
export type Reading = { value: number; step: number; unit: Unit | null };

export type Quantity = {
  end: number;
  readings: Reading[];
  /** As written: −1 for a minus, 1 for a plus. */
  sign: -1 | 0 | 1;
  /** No unit stands with it. */
  alone: boolean;
  /** Written as hours and minutes or minutes and seconds. */
  isClock: boolean;
  /** A receipt in its place would not read well. */
  loose: boolean;
  /** In words that are no number elsewhere ("one", "an hour"). */
  word: string | null;
};

/** A number with its unit, in all the ways it can be meant; null where none begins. */
export function readQuantity(tokens: readonly Token[], start: number): Quantity | null {
  const signed = readSign(tokens, start);
  const at = signed.end;
  const half = readHalf(tokens, at);
  if (half) return { ...half, sign: signed.sign };
  const word = tokens[at]?.low ?? '';
  const multiple = multipleWord(word);
  if (multiple !== undefined) {
    const isTimes = word === 'twice' || word === 'thrice';
    const unit = isTimes ? units.runs : units.ratio;
    const readings = [{ value: multiple, step: isTimes ? 1 : 0.1, unit }];
    return { ...bare(at + 1, readings), loose: true, alone: false };
  }
  if (isCrowdWord(word)) return { ...bare(at + 1, []), alone: false };
  const article = /^an?$/.test(word) ? readArticle(tokens, at) : null;
  if (article) return { ...article, sign: signed.sign };
  const numeral = readNumeral(tokens, at);
  if (!numeral) return null;
  const quantity = withUnit(tokens, numeral);
  if (!quantity) return null;
  return { ...quantity, sign: signed.sign, word: numeral.end - at === 1 ? word : null };
}

/** "an hour and twenty minutes", "a minute and a half"; "an hour" by itself is a way of speaking. */
function readArticle(tokens: readonly Token[], at: number): Quantity | null {
  return readTime(tokens, { end: at + 1, amounts: [{ value: 1, step: 1 }], clocks: [] });
}

function bare(end: number, readings: Reading[]): Quantity {
  return { end, readings, sign: 0, alone: true, isClock: false, loose: false, word: null };
}

function readSign(tokens: readonly Token[], start: number): { end: number; sign: -1 | 0 | 1 } {
  const token = tokens[start];
  const next = tokens[start + 1];
  if (token?.low === 'minus') return { end: start + 1, sign: -1 };
  if (token?.kind !== 'sign' || next?.glued !== true) return { end: start, sign: 0 };
  if (token.raw === '+') return { end: start + 1, sign: 1 };
  const before = tokens[start - 1];
  const joins = token.glued && (before?.kind === 'number' || before?.kind === 'word');
  if (/^[−–-]$/.test(token.raw) && !joins) return { end: start + 1, sign: -1 };
  return { end: /^[~≈±]$/.test(token.raw) ? start + 1 : start, sign: 0 };
}

/** "half an hour", "half a mile", "three quarters of an hour", "half of", "a quarter of". */
function readHalf(tokens: readonly Token[], start: number): Quantity | null {
  let at = start;
  const word = (ahead = 0) => tokens[at + ahead]?.low ?? '';
  let share: number | null = null;
  if (word() === 'half' && !(word(1) === 'a' && word(2) === 'dozen')) {
    share = 0.5;
    at += 1;
  } else if ((word() === 'a' || word() === 'one') && word(1) === 'quarter') {
    share = 0.25;
    at += 2;
  } else if (word() === 'a' && word(1) === 'third' && word(2) === 'of') {
    share = 1 / 3;
    at += 2;
  } else if (word() === 'two' && word(1) === 'thirds') {
    share = 2 / 3;
    at += 2;
  } else if (word() === 'three' && word(1) === 'quarters') {
    share = 0.75;
    at += 2;
  } else if (word() === 'quarter' && /^(hours?|miles?)$/.test(word(1))) {
    share = 0.25;
    at += 1;
  }
  if (share === null) return null;
  const filler = word() === 'of' && /^an?$/.test(word(1)) ? 2 : /^an?$/.test(word()) ? 1 : 0;
  const unit = readUnit(tokens, at + filler);
  const measured =
    unit &&
    !unit.loose &&
    unit.units.some(({ dimension }) => dimension === 'time' || dimension === 'length');
  if (measured) {
    return {
      ...bare(unit.end, [{ value: share, step: 0.1, unit: unit.units[0] ?? null }]),
      alone: false,
    };
  }
  if (share !== 0.5 && word() !== 'of') return null;
  return bare(at, [
    { value: share, step: 0.1, unit: units.ratio },
    { value: share * 100, step: 1, unit: units.percent },
  ]);
}

function withUnit(tokens: readonly Token[], numeral: Numeral): Quantity | null {
  const unit = readUnit(tokens, numeral.end);
  const time = readTime(tokens, numeral);
  if (time) return time;
  if (numeral.clocks.length > 0) return clockQuantity(tokens, numeral, unit);
  if (!unit)
    return bare(
      numeral.end,
      numeral.amounts.map((amount) => ({ ...amount, unit: null })),
    );
  const readings = unit.units.flatMap((one) =>
    numeral.amounts.map(({ value, step }) => ({
      value,
      step: coarser(value, step, one),
      unit: one,
    })),
  );
  return { ...bare(unit.end, readings), alone: false, loose: unit.loose };
}

function clockQuantity(
  tokens: readonly Token[],
  numeral: Numeral,
  unit: ReadUnit | null,
): Quantity {
  const per = readPerDistance(tokens, numeral.end);
  const [first] = numeral.clocks;
  const as = (one: Unit, clock: Clock) => ({ value: clock.seconds, step: clock.step, unit: one });
  const whole = { alone: false, isClock: true };
  if (per && first) return { ...bare(per.end, [as(per.unit, first)]), ...whole };
  const isPace = unit?.units.some(({ dimension }) => dimension === 'pace') === true;
  if (unit && isPace && first) {
    const paceUnit = unit.units[0] === units.minPerMi ? units.sPerMi : units.sPerKm;
    return { ...bare(unit.end, [as(paceUnit, first)]), ...whole };
  }
  const isTime = unit?.units.some(({ dimension }) => dimension === 'time') === true && !unit.loose;
  if (isTime)
    return {
      ...bare(
        unit.end,
        numeral.clocks.map((clock) => as(units.s, clock)),
      ),
      ...whole,
    };
  const readings = [
    ...numeral.clocks.map((clock) => as(units.s, clock)),
    ...(first ? [as(units.sPerKm, first), as(units.sPerMi, first)] : []),
  ];
  if (unit) {
    // "one fifty-two bpm" is no time.
    const plain = unit.units.flatMap((one) =>
      numeral.amounts.map((amount) => ({ ...amount, unit: one })),
    );
    return { ...bare(unit.end, plain), alone: false, loose: unit.loose };
  }
  const plain = numeral.amounts.map((amount) => ({ ...amount, unit: null }));
  return { ...bare(numeral.end, [...readings, ...plain]), isClock: true };
}

/** "1 h 20 min", "1h20", "an hour and twenty minutes", "5 min 1 s per km". Null where one unit is all there is. */
function readTime(tokens: readonly Token[], numeral: Numeral): Quantity | null {
  const [amount] = numeral.amounts;
  const first = readTimeUnit(tokens, numeral.end);
  if (!first || !amount) return null;
  let size = first.seconds;
  let seconds = amount.value * size;
  let step = amount.step * size;
  let end = first.end;
  const extra = readAndHalf(tokens, end);
  if (extra !== null) {
    const value = seconds + size * extra;
    return { ...bare(end + 3, [{ value, step: size / 10, unit: units.s }]), alone: false };
  }
  for (;;) {
    const joins = /^(?:and|,)$/.test(tokens[end]?.low ?? '') ? 1 : 0;
    const more = readNumeral(tokens, end + joins);
    const [next] = more?.amounts ?? [];
    if (!more || !next || next.value >= 60) break;
    const nextUnit = readTimeUnit(tokens, more.end);
    const isShort = !nextUnit && joins === 0 && size > 1 && readUnit(tokens, more.end) === null;
    if (nextUnit ? nextUnit.seconds >= size : !isShort || tokens[end]?.kind !== 'number') break;
    size = nextUnit?.seconds ?? size / 60;
    end = nextUnit?.end ?? more.end;
    seconds += next.value * size;
    step = next.step * size;
  }
  const per = readPerDistance(tokens, end);
  if (per) return { ...bare(per.end, [{ value: seconds, step, unit: per.unit }]), alone: false };
  if (end === first.end) return null;
  return { ...bare(end, [{ value: seconds, step, unit: units.s }]), alone: false };
}

function readAndHalf(tokens: readonly Token[], at: number): number | null {
  if (tokens[at]?.low !== 'and' || !/^an?$/.test(tokens[at + 1]?.low ?? '')) return null;
  return { half: 0.5, quarter: 0.25 }[tokens[at + 2]?.low ?? ''] ?? null;
}

/** `12,000 m` is written to the thousand, `500 m` to the ten: two places count, zeros behind them do not. */
function coarser(value: number, step: number, unit: Unit): number {
  if (step !== 1 || unit.dimension !== 'length' || unit === units.km || unit === units.mi)
    return step;
  let size = 1;
  while (value >= 100 * size && value % (10 * size) === 0) size *= 10;
  return size;
}
