import type { Fact } from '@evensplit/contracts';

export type Receipt = { shown: string; id: string };

/** An answer as it is read: what stands in a receipt, and all the words around. A receipt leaves a `§`. */
export type ReaderText = { receipts: Receipt[]; words: string };

const RECEIPT = /\[([^\]\n]*)\]\(#fact:([^)\s]*)\)/g;

/** Only the server's own receipts are taken out: a link to a fact that the answer does not hold stays what it is. */
export function readerText(text: string, facts: readonly Pick<Fact, 'id'>[]): ReaderText {
  const known = new Set(facts.map(({ id }) => id));
  const receipts: Receipt[] = [];
  const words = text.replaceAll(RECEIPT, (whole, shown: string, id: string) => {
    if (!known.has(id)) return whole;
    receipts.push({ shown, id });
    return '§';
  });
  return { receipts, words };
}
