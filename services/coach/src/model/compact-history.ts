import type { Exchange } from '../turns/responder.ts';

/** What earlier turns may take of a prompt; two bytes are counted as a token. */
const MAX_BYTES = 6000;
/** The newest exchanges keep their words. */
const WHOLE = 2;
const LONGEST_WHOLE = 2000;
const LONGEST_SHORT = 240;

const RECEIPT = /\[[^\]\n]*\]\(#fact:[^)\s]*\)/g;

/**
 * What was said before, oldest first, within a fixed budget: the newest exchanges whole, older ones as their question
 * and the first sentence of the answer, the oldest not at all. Values go: a fact of an old turn may have changed since,
 * so the model has to look again. The same conversation always gives the same bytes.
 */
export function compactHistory(earlier: readonly Exchange[]): Exchange[] {
  const kept: Exchange[] = [];
  let bytes = 0;
  for (const [age, exchange] of earlier.toReversed().entries()) {
    const compact = shorten(exchange, age < WHOLE);
    bytes += Buffer.byteLength(compact.question) + Buffer.byteLength(compact.answer);
    if (bytes > MAX_BYTES) break;
    kept.unshift(compact);
  }
  return kept;
}

function shorten({ question, answer }: Exchange, whole: boolean): Exchange {
  const said = answer.replaceAll(RECEIPT, '[value]').trim();
  if (whole) return { question: cut(question, LONGEST_WHOLE), answer: cut(said, LONGEST_WHOLE) };
  return {
    question: cut(question, LONGEST_SHORT),
    answer: cut(firstSentence(said), LONGEST_SHORT),
  };
}

function firstSentence(text: string): string {
  return /^.*?[.!?](?=\s|$)/s.exec(text)?.[0] ?? text;
}

function cut(text: string, length: number): string {
  return text.length <= length
    ? text
    : `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
