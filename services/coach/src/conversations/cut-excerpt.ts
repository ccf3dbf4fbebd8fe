const BEFORE = 50;
const LENGTH = 160;
const HALF_CHARACTERS = /^[\uDC00-\uDFFF]|[\uD800-\uDBFF]$/g;

/** The stretch of a text in which the first of some words stands, cut at spaces where there are any. */
export function cutExcerpt(text: string, words: readonly string[]): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  const lower = line.toLowerCase();
  const places = words.map((word) => lower.indexOf(word.toLowerCase())).filter((at) => at >= 0);
  const place = places.length > 0 ? Math.min(...places) : 0;
  const from = startBefore(line, place);
  const to = endAfter(line, place, from + LENGTH);
  const cut = line.slice(from, to).replace(HALF_CHARACTERS, '');
  return `${from > 0 ? '…' : ''}${cut}${to < line.length ? '…' : ''}`;
}

function startBefore(line: string, place: number): number {
  const from = Math.max(0, place - BEFORE);
  const space = from === 0 ? -1 : line.indexOf(' ', from);
  return space >= 0 && space < place ? space + 1 : from;
}

function endAfter(line: string, place: number, to: number): number {
  if (to >= line.length) return line.length;
  const space = line.lastIndexOf(' ', to);
  return space > place ? space : to;
}
