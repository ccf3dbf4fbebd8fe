export type Stretch = { text: string; found: boolean };

/** Cuts a text at every place where one of the words stands, whatever its case. */
export function splitAtWords(text: string, words: string): Stretch[] {
  // The longest first, or "run" would cut "running" short.
  const wanted = words
    .split(/\s+/)
    .filter(Boolean)
    .toSorted((a, b) => b.length - a.length);
  if (wanted.length === 0) return text ? [{ text, found: false }] : [];
  const pattern = new RegExp(`(${wanted.map(literally).join('|')})`, 'giu');
  return text
    .split(pattern)
    .map((part, index) => ({ text: part, found: index % 2 === 1 }))
    .filter((stretch) => stretch.text !== '');
}

function literally(word: string): string {
  return word.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`);
}
