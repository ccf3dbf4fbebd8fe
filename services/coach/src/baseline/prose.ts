import type { Fact, FactSheet, RunRef } from '@evensplit/contracts';

/** A piece of a sentence: words, or a fact that the engine renders and links. */
export type Part = string | { fact: Fact; as: 'value' | 'range' };
export type Sentence = readonly Part[];
export type Paragraph = readonly Sentence[];

/** What a teller may leave out: a sentence whose fact is missing is not said at all. */
export type Maybe = Sentence | null | undefined | false;

type Hole = string | Fact | Part | null | undefined;

/** A sentence with facts where numbers belong; `null` when one of them is missing. */
export function sentence(words: TemplateStringsArray, ...holes: Hole[]): Sentence | null {
  const parts: Part[] = [];
  for (const [i, word] of words.entries()) {
    if (word !== '') parts.push(word);
    if (i >= holes.length) break;
    const hole = holes[i];
    if (hole === null || hole === undefined) return null;
    if (typeof hole === 'string') parts.push(hole);
    else parts.push('metric' in hole ? { fact: hole, as: 'value' } : hole);
  }
  return parts;
}

/** The range of a fact, or its value when it has none. */
export function rangeOf(fact: Fact | undefined): Part | undefined {
  return fact && { fact, as: fact.range ? 'range' : 'value' };
}

export function paragraphs(...drafts: Maybe[][]): Paragraph[] {
  return drafts.map((draft) => draft.filter((one): one is Sentence => !!one)).filter(isNotEmpty);
}

export function say(text: string): Sentence {
  return [text];
}

export function factOn(sheet: FactSheet, metric: string, subject?: string): Fact | undefined {
  return sheet.facts.find(
    (fact) => fact.metric === metric && (subject === undefined || fact.subject === subject),
  );
}

export function runOn(sheet: FactSheet, fact: Fact | undefined): RunRef | undefined {
  const activityId = fact?.from[0]?.activityId;
  return sheet.runs.find((run) => run.activityId === activityId);
}

/**
 * Why something is missing, in the registry's words. Only where they carry no number: a number about an athlete is
 * never said without its receipt.
 */
export function whyMissing(sheet: FactSheet, metric: string): string | undefined {
  const why = sheet.gaps.find((gap) => gap.metric === metric)?.why;
  return why !== undefined && !/\d/.test(why) ? why : undefined;
}

function isNotEmpty(paragraph: Paragraph): boolean {
  return paragraph.length > 0;
}
