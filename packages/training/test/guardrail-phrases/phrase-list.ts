/** One phrase per line, each once (neighbouring languages share some); blank lines separate languages for the reader only. */
export function phraseList(text: string): string[] {
  const lines = text.split('\n').map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== '');
}
