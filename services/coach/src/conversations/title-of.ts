const MAX_LENGTH = 60;

/** A conversation is called by its first question, shortened at a word. */
export function titleOf(question: string): string {
  const line = question.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= MAX_LENGTH) return line;
  const cut = line.slice(0, MAX_LENGTH);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > MAX_LENGTH / 2 ? space : MAX_LENGTH).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
