/** The longest note with what it is about. */
const LONGEST = 342;

/**
 * An athlete's words as they may stand inside a sentence or a model's input: on one line, without what would end a
 * quotation, open a link or name a fact. They are quoted, never followed.
 */
export function quoteWords(words: string): string {
  return words
    .slice(0, LONGEST)
    .replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .replaceAll(/[“”„"]/g, "'")
    .replaceAll('[', '(')
    .replaceAll(']', ')')
    .replaceAll('<', '‹')
    .replaceAll('>', '›')
    .replaceAll(/[{}*`\\]/g, '')
    .replace(/[\uD800-\uDBFF]$/, '')
    .trim();
}
