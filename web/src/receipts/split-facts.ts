export type SentencePart = { text: string } | { factId: string; tail: string };

/** Punctuation that must not be carried to the next line without the receipt before it. */
const TAIL = /^[.,;:!?)\]%]+/;

export function cutTail(text: string): { tail: string; rest: string } {
  const tail = TAIL.exec(text)?.[0] ?? '';
  return { tail, rest: text.slice(tail.length) };
}

/** Cuts "You ran {{abc}} this week." into text and places where a fact is rendered. */
export function splitFacts(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/g)) {
    if (match.index > end) parts.push({ text: sentence.slice(end, match.index) });
    const after = match.index + match[0].length;
    const { tail } = cutTail(sentence.slice(after));
    parts.push({ factId: match[1] ?? '', tail });
    end = after + tail.length;
  }
  if (end < sentence.length) parts.push({ text: sentence.slice(end) });
  return parts;
}
