export type SentencePart = { text: string } | { factId: string };

/** Cuts "You ran {{abc}} this week." into text and places where a fact is rendered. */
export function splitFacts(sentence: string): SentencePart[] {
  const parts: SentencePart[] = [];
  let end = 0;
  for (const match of sentence.matchAll(/\{\{\s*([^{}\s]+)\s*\}\}/g)) {
    if (match.index > end) parts.push({ text: sentence.slice(end, match.index) });
    parts.push({ factId: match[1] ?? '' });
    end = match.index + match[0].length;
  }
  if (end < sentence.length) parts.push({ text: sentence.slice(end) });
  return parts;
}
