import type { Fact } from '@evensplit/contracts';
import type { Lie } from '../../model-sim/characters-lying/character.ts';
import type { Truth } from '../truth.ts';
import type { Finding } from './finding.ts';
import { knownFigures } from './known-figures.ts';
import { inPlainDigits, readFigures } from './read-figures.ts';
import type { Receipt } from './reader-text.ts';

export type NumbersCase = {
  words: string;
  /** What the words may say numbers of: the question, what the tools told, what the product says to everybody. */
  sources: readonly string[];
};

/** Dates as answers write them: "Sunday 16 November 2025", "November 16", "2025-11-16". */
const MONTH =
  '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
const DATES = new RegExp(
  `\\b\\d{1,2}(?:st|nd|rd|th)? ${MONTH}(?: \\d{4})?\\b|\\b${MONTH} \\d{1,2}(?:st|nd|rd|th)?(?:,? \\d{4})?\\b|\\b${MONTH} \\d{4}\\b|\\b\\d{4}-\\d\\d-\\d\\d\\b`,
  'g',
);

/** Numbers that stand in the words without a receipt and in none of the sources. */
export function judgeNumbers({ words, sources }: NumbersCase): Finding[] {
  const known = knownFigures(sources);
  const plain = inPlainDigits(words);
  const checked = plain.replaceAll(DATES, '').replaceAll(/^\s*\d{1,2}[.)] /gm, '');
  const unknown = readFigures(checked).filter(
    ({ raw, ...figure }) => !known.has({ raw, ...figure }, beforeOf(checked, raw)),
  );
  return unknown.map(({ raw }) => ({
    fault: 'unsupported number' as const,
    what: around(checked, raw),
  }));
}

/** A receipt must show the value that its fact has, and the fact must be what the athlete's rows say. */
export function judgeReceipts(
  receipts: readonly Receipt[],
  facts: readonly Fact[],
  truth: Truth,
): Finding[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return receipts.flatMap(({ shown, id }) => {
    const fact = byId.get(id);
    if (!fact) return [untrue(`${shown} has no fact`)];
    const afresh = truth.facts.get(id);
    const summed = truth.sums.get(`${fact.metric} ${fact.subject}`);
    if (afresh && Math.abs(afresh.value - fact.value) > 1e-6)
      return [untrue(`${shown}: ${fact.metric} is ${afresh.value}`)];
    if (summed !== undefined && Math.abs(summed - fact.value) > 0.001 * Math.abs(summed) + 0.01)
      return [untrue(`${shown}: the rows of ${fact.metric} make ${summed}`)];
    return shows(shown, fact) ? [] : [untrue(`${shown} for ${fact.value} ${fact.unit}`)];
  });
}

function untrue(what: string): Finding {
  return { fault: 'untrue receipt', what };
}

/** How much one unit of what is shown is worth in the unit of the fact. */
function shows(shown: string, fact: Fact): boolean {
  const ends = fact.range && shown.includes('–') ? [...fact.range] : [fact.value];
  const figures = readFigures(shown.replaceAll('–', ' to ').replaceAll('−', '-'));
  return ends.every((end) =>
    figures.some(({ value, unit, step, isClock }) => {
      const size = Math.abs(end);
      const told = toFactUnit(value, unit, fact.unit);
      const place = toFactUnit(step, unit, fact.unit);
      return Math.abs(told - size) <= (isClock ? 1.7 : 0.51) * place + 1e-6;
    }),
  );
}

const METRES: Readonly<Record<string, number>> = { km: 1000, mi: 1609.344, ft: 0.3048, m: 1 };

function toFactUnit(value: number, unit: string | null, of: Fact['unit']): number {
  if (of === 'm') return value * (METRES[unit ?? 'm'] ?? 1);
  if (of === 's/km' && unit === 'pace-mi') return value / 1.609344;
  return value;
}

/** Figures by their borders, words and addresses wherever they stand. */
export function says(text: string, lie: Lie): boolean {
  if (lie instanceof RegExp) return lie.test(text);
  const plain = inPlainDigits(lie);
  if (!/^[\d.:]+$/.test(plain)) return text.toLowerCase().includes(plain.toLowerCase());
  return new RegExp(`(?<![\\d.:])${plain.replaceAll('.', '\\.')}(?!\\d|[.:]\\d)`).test(text);
}

function beforeOf(text: string, raw: string): string {
  return text.slice(0, Math.max(0, text.indexOf(raw)));
}

export function around(text: string, raw: string): string {
  const at = text.indexOf(raw);
  return text.slice(Math.max(0, at - 40), at + raw.length + 30).replaceAll('\n', ' ');
}
