import { cutTail } from '../receipts/split-facts.ts';

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong'; text: string }
  | { kind: 'receipt'; factId: string; text: string; tail: string };

export type Block =
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'heading'; content: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Inline[][] };

const INLINE = /\[([^[\]]*)\]\(([^()\s]*)\)|\*\*([^*]+)\*\*/g;
const FACT_LINK = /^#fact:([A-Za-z0-9_-]+)$/;

/**
 * The small part of Markdown that answers are shown in: paragraphs, headings, lists, bold, and links to facts. Model
 * output is untrusted, so everything else stays text: no HTML, no images, and a link to anywhere is only its words.
 * While an answer streams, a construct that has begun and not ended is held back, so that no brackets flash by.
 */
export function parseAnswer(text: string, streaming = false): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  for (const line of (streaming ? withoutUnfinished(text) : text).split(/\r?\n/)) {
    const [, bullet, number, item] = /^\s*(?:([-*•])|(\d{1,3})[.)])\s+(.*)$/.exec(line) ?? [];
    const [, heading] = /^\s*#{1,6}\s+(.*)$/.exec(line) ?? [];
    if (line.trim() === '') {
      open = null;
    } else if (heading !== undefined) {
      blocks.push({ kind: 'heading', content: parseInline(heading) });
      open = null;
    } else if (item !== undefined) {
      const ordered = bullet === undefined && number !== undefined;
      if (open?.kind !== 'list' || open.ordered !== ordered) {
        open = { kind: 'list', ordered, items: [] };
        blocks.push(open);
      }
      open.items.push(parseInline(item));
    } else if (open?.kind === 'list' && /^\s{2,}/.test(line)) {
      open.items.at(-1)?.push({ kind: 'text', text: ' ' }, ...parseInline(line.trim()));
    } else {
      if (open?.kind !== 'paragraph') {
        open = { kind: 'paragraph', lines: [] };
        blocks.push(open);
      }
      open.lines.push(parseInline(line.trim()));
    }
  }
  return blocks;
}

function parseInline(line: string): Inline[] {
  const parts: Inline[] = [];
  let end = 0;
  function pushText(text: string): void {
    const before = parts.at(-1);
    const { tail, rest } = before?.kind === 'receipt' ? cutTail(text) : { tail: '', rest: text };
    if (before?.kind === 'receipt') before.tail += tail;
    if (rest) parts.push({ kind: 'text', text: rest });
  }
  for (const match of line.matchAll(INLINE)) {
    const [whole, words, target, strong] = match;
    const isImage = words !== undefined && line[match.index - 1] === '!';
    pushText(line.slice(end, isImage ? match.index - 1 : match.index));
    end = match.index + whole.length;
    if (strong !== undefined) {
      // Bold may hold receipts; those matter more than the weight of the words around them.
      const inner = parseInline(strong);
      if (inner.every(({ kind }) => kind === 'text')) parts.push({ kind: 'strong', text: strong });
      else parts.push(...inner.map(emphasise));
      continue;
    }
    const factId = FACT_LINK.exec(target ?? '')?.[1];
    if (factId && !isImage) parts.push({ kind: 'receipt', factId, text: words ?? '', tail: '' });
    else pushText(words ?? '');
  }
  pushText(line.slice(end));
  return parts;
}

function emphasise(part: Inline): Inline {
  return part.kind === 'text' ? { kind: 'strong', text: part.text } : part;
}

/** Cuts a trailing `[9.01 km](#fact:ab`, `**long` or a lone list marker, which the next delta will complete. */
function withoutUnfinished(text: string): string {
  const lineStart = text.lastIndexOf('\n') + 1;
  let line = text.slice(lineStart).replace(/!?\[[^[\]]*(\](\([^()]*)?)?$/, '');
  if ((line.match(/\*\*/g)?.length ?? 0) % 2 === 1) line = line.slice(0, line.lastIndexOf('**'));
  if (/^\s*([-*•#]+|\d{1,3}[.)]?)\s*$/.test(line)) line = '';
  return text.slice(0, lineStart) + line;
}
