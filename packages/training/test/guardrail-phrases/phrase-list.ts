/** One phrase per line; blank lines separate languages for the reader only. */
export function phraseList(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
