import type { DistanceUnits, Fact, RunRef } from '@evensplit/contracts';
import { readDate, type PartialDate } from './read-date.ts';
import { readQuantity, type Quantity } from './read-quantity.ts';
import { isSilent, lexAll, type Token } from './token.ts';

export type EvidenceSource = {
  /** The facts that were returned in this turn, by id. */
  facts: () => ReadonlyMap<string, Fact>;
  /** The runs this turn may speak of. */
  runs: () => readonly RunRef[];
  /** The athlete's units: what a distance without one is told in. */
  units: DistanceUnits;
  question: string;
  /** The athlete's civil date. */
  today: string;
};

export type Evidence = {
  units: DistanceUnits;
  facts(): readonly Fact[];
  /** Days that may be named. */
  isKnownDay(date: PartialDate): boolean;
  isKnownYear(year: number): boolean;
  /** A run lies so many days back, give or take. */
  isRunAgo(days: number, slack: number): boolean;
  /** Distances that serve as names, in metres: of races, bests and predictions, and those in the question. */
  isDistanceName(metres: number): boolean;
  /** Quantities that the registry's own words contain ("the last 30 days"), and those of the question. */
  inFactWords(): Iterable<Quantity>;
  /** Names of facts that hold a number. */
  labels(): Iterable<readonly Token[]>;
  asked: readonly Quantity[];
};

type Said = { quantities: Quantity[]; dates: PartialDate[]; label: readonly Token[] };

const DAY_MS = 86_400_000;
const WEEK = 7;
const NAMED_DISTANCES: [pattern: RegExp, metres: number][] = [
  [/\bhalf\b/i, 21_097.5],
  [/\bmarathon\b/i, 42_195],
];

/** What a turn's numbers may rest on. Facts arrive while an answer is written, so it is asked anew each time. */
export function gatherEvidence(source: EvidenceSource): Evidence {
  const asked = quantitiesIn(source.question);
  const words = new WeakMap<Fact, Said>();

  function wordsOf(fact: Fact): Said {
    const known = words.get(fact);
    if (known) return known;
    const days = /\bdays:(\d+)/.exec(fact.subject)?.[1];
    const text = [
      fact.label,
      ...fact.flags,
      fact.arithmetic ?? '',
      days ? `${days} days` : '',
      fact.n ? `${fact.n} runs` : '',
    ];
    const inLabel = quantitiesIn(fact.label).quantities.length > 0;
    const label = inLabel ? lexAll(fact.label).filter((token) => !isSilent(token)) : [];
    const said = { ...quantitiesIn(text.join('. ')), label };
    words.set(fact, said);
    return said;
  }

  function* knownDays(): Generator<string> {
    const today = Date.parse(`${source.today}T00:00:00Z`);
    for (let back = -WEEK; back <= WEEK; back++) yield isoDay(today + back * DAY_MS);
    for (const run of source.runs()) yield run.localDate;
    for (const fact of source.facts().values()) {
      for (const [, kind, day = ''] of fact.subject.matchAll(/\b(day|week):(\d{4}-\d{2}-\d{2})/g)) {
        yield day;
        if (kind === 'week') yield isoDay(Date.parse(`${day}T00:00:00Z`) + (WEEK - 1) * DAY_MS);
      }
    }
  }

  function* knownPartly(): Generator<PartialDate> {
    yield* asked.dates;
    for (const fact of source.facts().values()) {
      yield* wordsOf(fact).dates;
      const [, year, month] = /\b(?:month|year):(\d{4})(?:-(\d{2}))?/.exec(fact.subject) ?? [];
      if (year !== undefined)
        yield { year: Number(year), ...(month ? { month: Number(month) } : {}) };
    }
  }

  return {
    units: source.units,
    facts: () => [...source.facts().values()],
    isKnownDay(date) {
      for (const day of knownDays()) if (fitsDay(date, day)) return true;
      for (const known of knownPartly()) if (isSameDate(date, known)) return true;
      return false;
    },
    isKnownYear(year) {
      for (const day of knownDays()) if (Number(day.slice(0, 4)) === year) return true;
      for (const known of knownPartly()) if (known.year === year) return true;
      return false;
    },
    isRunAgo(days, slack) {
      const today = Date.parse(`${source.today}T00:00:00Z`);
      return source
        .runs()
        .some(
          ({ localDate }) => Math.abs((today - Date.parse(localDate)) / DAY_MS - days) <= slack,
        );
    },
    isDistanceName(metres) {
      const close = (other: number) => Math.abs(other - metres) <= 0.005 * other;
      for (const fact of source.facts().values()) {
        const named = /\bdistance:([\d.]+)/.exec(fact.subject)?.[1];
        if (named !== undefined && close(Number(named))) return true;
      }
      return (
        NAMED_DISTANCES.some(([pattern, named]) => pattern.test(source.question) && close(named)) ||
        asked.quantities.some((one) => lengthOf(one).some(close))
      );
    },
    *inFactWords() {
      for (const fact of source.facts().values()) yield* wordsOf(fact).quantities;
    },
    *labels() {
      for (const fact of source.facts().values()) {
        const { label } = wordsOf(fact);
        if (label.length > 0) yield label;
      }
    },
    asked: asked.quantities,
  };
}

/** A quantity as metres, where it is a length. */
export function lengthOf(quantity: Quantity): number[] {
  return quantity.readings.flatMap(({ unit, value }) =>
    unit?.dimension === 'length' ? [value / unit.of(1)] : [],
  );
}

function quantitiesIn(text: string): Omit<Said, 'label'> {
  const tokens: Token[] = lexAll(text).filter((token) => !isSilent(token));
  const said: Omit<Said, 'label'> = { quantities: [], dates: [] };
  for (let at = 0; at < tokens.length;) {
    const date = readDate(tokens, at);
    const quantity = date ? null : readQuantity(tokens, at);
    if (date) for (const ways of date.dates) said.dates.push(...ways);
    else if (quantity) said.quantities.push(quantity);
    at = date?.end ?? quantity?.end ?? at + 1;
  }
  return said;
}

function fitsDay(date: PartialDate, day: string): boolean {
  const [year, month, dayOfMonth] = day.split('-').map(Number);
  const weekday = (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
  return (
    (date.year === undefined || date.year === year) &&
    (date.month === undefined || date.month === month) &&
    (date.day === undefined || date.day === dayOfMonth) &&
    (date.weekday === undefined || date.weekday === weekday)
  );
}

function isSameDate(date: PartialDate, known: PartialDate): boolean {
  return (
    date.month === known.month &&
    date.day === known.day &&
    (date.year === undefined || known.year === undefined || date.year === known.year)
  );
}

function isoDay(instant: number): string {
  return new Date(instant).toISOString().slice(0, 10);
}
