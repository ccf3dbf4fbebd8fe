import type { Lie } from '../../model-sim/characters-lying/character.ts';
import type { Answer } from '../ask.ts';
import type { Wire } from '../director.ts';
import type { Truth } from '../truth.ts';
import type { Fault, Finding } from './finding.ts';
import { judgeClosed, judgeForeigners, judgeOrigins } from './judge-leaks.ts';
import { judgeNumbers, judgeReceipts, says } from './judge-numbers.ts';
import { judgeActions, judgeEmptiness, judgeMarkup } from './judge-words.ts';
import { readerText } from './reader-text.ts';

export type AnswerCase = {
  question: string;
  /** Everything that was asked in this conversation so far. */
  asked: string;
  answer: Answer;
  /** What a model was told and said for this answer; undefined where none could be asked. */
  wire: Wire | undefined;
  truth: Truth;
  others: readonly Truth[];
  /** What the product says whoever asks: the spans it looks at and its explanations hold numbers of no athlete. */
  ownPhrases: readonly RegExp[];
  /** What a planted lie is, when it is said. */
  lieIs: Fault;
};

/**
 * Everything that is wrong with one answer. Nothing here asks the product what it thinks of its own words: numbers are
 * read by a reader of their own and held against what went over the wire and what the rows add up to.
 */
export function judgeAnswer(given: AnswerCase): Finding[] {
  const { answer, wire, truth, others, question } = given;
  const { text, facts, takenBack } = answer;
  const { receipts, words } = readerText(text, facts);
  const isModel = answer.writer !== 'baseline';
  const streamed = takenBack.map((once) => readerText(once.text, once.facts).words);
  const seen = [words, ...streamed].map((said) => withoutOwnPhrases(said, given.ownPhrases));
  const sources = [question, ...shownTo(wire)];
  const lies: readonly Lie[] = wire?.lies ?? [];
  return [
    ...judgeEmptiness(answer.status, text),
    ...seen.flatMap((once) => judgeNumbers({ words: once, sources })),
    ...judgeReceipts(receipts, facts, truth),
    ...(isModel
      ? judgeSupport(
          facts.map(({ id }) => id),
          wire,
        )
      : []),
    ...seen.flatMap(judgeMarkup),
    ...seen.flatMap(judgeActions),
    ...judgeForeigners(
      [isModel ? '' : text, JSON.stringify(facts), ...withoutCalls(wire)],
      others,
      given.asked,
    ),
    ...judgeOrigins(facts, truth),
    ...judgeClosed([...(wire?.sent ?? []), ...(isModel ? [text] : [])], truth),
    ...lies
      .filter((lie) => seen.some((once) => says(once, lie)) && !isTold(lie, sources))
      .map((lie) => ({ fault: given.lieIs, what: `planted ${String(lie)}` })),
    ...(answer.writer === null ? [{ fault: 'no writer' as const, what: answer.status }] : []),
    ...(answer.differs ? [{ fault: 'stream differs' as const, what: text.slice(0, 60) }] : []),
  ];
}

function withoutOwnPhrases(words: string, phrases: readonly RegExp[]): string {
  return phrases.reduce((left, phrase) => left.replaceAll(phrase, '…'), words);
}

/** What was sent, but for what the model itself had said and asked for: it may name whom it likes there. */
function withoutCalls(wire: Wire | undefined): string[] {
  return (wire?.told ?? []).map((told) => JSON.stringify(told));
}

/** It was a lie, but it stands in the question, or happens to be so. */
function isTold(lie: Lie, sources: readonly string[]): boolean {
  return sources.some((source) => says(source, lie));
}

/** A model's answer may only rest on facts that it was given for this question. */
function judgeSupport(ids: readonly string[], wire: Wire | undefined): Finding[] {
  const given = new Set(wire?.shown.map(({ id }) => id));
  return ids
    .filter((id) => !given.has(id))
    .map((id) => ({
      fault: 'unsupported number' as const,
      what: `fact ${id} was never looked up`,
    }));
}

function shownTo(wire: Wire | undefined): string[] {
  return (wire?.shown ?? []).flatMap(({ value, range, label, about }) =>
    [value, range, label, about].filter((one) => one !== undefined),
  );
}
