export const NAME_LENGTH = 200;
export const NOTES_LENGTH = 2000;

/**
 * Text from a file is untrusted: control and direction-override characters go, runs of blanks shrink,
 * the length is capped. Whoever shows it still has to escape it.
 */
export function cleanText(text: string | null | undefined, maxLength: number): string | null {
  if (text === null || text === undefined) return null;
  const cleaned = text
    .slice(0, maxLength * 4)
    .toWellFormed()
    .replace(/[^\P{Cc}\n]|\p{Bidi_Control}/gu, ' ')
    .replace(/[ \t]+/gu, ' ')
    .trim();
  if (cleaned === '') return null;
  return cleaned.slice(0, maxLength).toWellFormed();
}
