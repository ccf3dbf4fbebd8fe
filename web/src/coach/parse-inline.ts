import { cutTail } from '../receipts/split-facts.ts';

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'emphasis'; text: string }
  | { kind: 'receipt'; factId: string; text: string; tail: string };

const LINK = /\[(?<words>[^[\]]*)\]\((?<target>[^()\s]*)\)/;
const STRONG = /\*\*(?<strong>[^*]+)\*\*/;
/** A star between words or digits is a star. */
const EMPHASIS = /(?<![\p{L}\p{N}*])\*(?<emphasis>[^\s*](?:[^*]*[^\s*])?)\*(?![\p{L}\p{N}*])/u;
const CODE = /`(?<code>[^`]+)`/;
const INLINE = new RegExp(
  [LINK, STRONG, EMPHASIS, CODE].map(({ source }) => source).join('|'),
  'gu',
);
const CLOSED = new RegExp([STRONG, EMPHASIS].map(({ source }) => source).join('|'), 'gu');
const FACT_LINK = /^#fact:([A-Za-z0-9_-]+)$/;

/** One line of an answer: words, weight and receipts. A link to anywhere but a fact is only its words. */
export function parseInline(line: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  function pushText(text: string): void {
    const before = parts.at(-1);
    const { tail, rest } = before?.kind === 'receipt' ? cutTail(text) : { tail: '', rest: text };
    if (before?.kind === 'receipt') before.tail += tail;
    if (rest) parts.push({ kind: 'text', text: rest });
  }
  for (const match of line.matchAll(INLINE)) {
    const { words, target, strong, emphasis, code } = match.groups ?? {};
    const isImage = words !== undefined && line[match.index - 1] === '!';
    pushText(line.slice(end, isImage ? match.index - 1 : match.index));
    end = match.index + match[0].length;
    const factId = FACT_LINK.exec(target ?? '')?.[1];
    if (strong !== undefined) parts.push(...weighted('strong', strong));
    else if (emphasis !== undefined) parts.push(...weighted('emphasis', emphasis));
    else if (factId && !isImage) {
      parts.push({ kind: 'receipt', factId, text: words ?? '', tail: '' });
    } else pushText(words ?? code ?? '');
  }
  pushText(line.slice(end));
  return parts;
}

/** Weight may hold receipts; those matter more than the weight of the words around them. */
function weighted(kind: 'strong' | 'emphasis', text: string): Inline[] {
  const inner = parseInline(text);
  if (inner.every((part) => part.kind === 'text')) return [{ kind, text }];
  return inner.map((part) => (part.kind === 'text' ? { kind, text: part.text } : part));
}

/** Cuts a trailing `[9.01 km](#fact:ab`, `**long`, `*so` or `` `pa ``, which the next delta will complete. */
export function withoutOpenInline(line: string): string {
  let closed = line.replace(/!?\[[^[\]]*(\](\([^()]*)?)?$/, '');
  for (const mark of ['**', '`']) {
    const count = closed.split(mark).length - 1;
    if (count % 2 === 1) closed = closed.slice(0, closed.lastIndexOf(mark));
  }
  // Both ends of what is closed look alike, so that is out of the way first.
  const masked = closed.replaceAll(CLOSED, (whole) => '-'.repeat(whole.length));
  const star = masked.search(/(?<![\p{L}\p{N}*])\*(?![\s*])[^*]*$/u);
  return star === -1 ? closed : closed.slice(0, star);
}
