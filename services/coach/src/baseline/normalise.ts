const KEYWORDS = (
  'analyse analyze summary compare yesterday monday tuesday wednesday thursday friday saturday sunday ' +
  'january february august september october november december threshold interval intervals marathon ' +
  'decoupling efficiency cadence elevation training treadmill predict prediction predictions fastest longest ' +
  'similar balance fitness fatigue recovered readiness overtraining should personal record records distance ' +
  'kilometres kilometers previous latest workout session explain improving progress trending missing recovery'
).split(' ');
const KNOWN = new Set(KEYWORDS);

/** Lower case, words and numbers only, and single slips in the words that matter put right. */
export function normalise(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[^\p{L}\p{N}'.,-]+/gu, ' ')
    .replaceAll(/(?<=\p{L})-(?=\p{L})|[.,](?!\d)/gu, ' ')
    .replaceAll(/\p{L}{5,}/gu, putRight)
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}

function putRight(word: string): string {
  if (KNOWN.has(word)) return word;
  return KEYWORDS.find((known) => known[0] === word[0] && isOneSlipAway(word, known)) ?? word;
}

/** One letter added, dropped or changed, or two neighbours swapped; endings are grammar, not slips. */
function isOneSlipAway(word: string, known: string): boolean {
  if (Math.abs(word.length - known.length) > 1) return false;
  let start = 0;
  while (start < word.length && word[start] === known[start]) start++;
  if (start >= Math.min(word.length, known.length)) return false;
  const [rest, expected] = [word.slice(start), known.slice(start)];
  const swapped = `${rest[1] ?? ''}${rest[0] ?? ''}${rest.slice(2)}`;
  return (
    rest.slice(1) === expected.slice(1) ||
    rest.slice(1) === expected ||
    rest === expected.slice(1) ||
    swapped === expected
  );
}
