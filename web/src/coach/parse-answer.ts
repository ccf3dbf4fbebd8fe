import { type Inline, parseInline, withoutOpenInline } from './parse-inline.ts';

export type Block =
  | { kind: 'paragraph'; lines: Inline[][] }
  | { kind: 'quote'; lines: Inline[][] }
  | { kind: 'heading'; content: Inline[] }
  /** `level` 1 stands inside the item before it; `start` is the number of the first item. */
  | { kind: 'list'; ordered: boolean; level: 0 | 1; start: number; items: Inline[][] }
  | { kind: 'table'; head: Inline[][] | null; rows: Inline[][][] };

type Prose = Extract<Block, { kind: 'paragraph' | 'quote' }>;

const LIST_ITEM = /^(\s*)(?:[-*•]|(\d{1,3})[.)])\s+(.*)$/;
const HEADING = /^\s*#{1,6}\s+(.*)$/;
const QUOTE = /^\s*>\s?(.*)$/;
const TABLE_ROW = /^\s*\|(.*)$/;
const TABLE_RULE = /^[\s:|]*-{2,}[-\s:|]*$/;
/** Lines that only part what stands around them. */
const BREAK = /^\s*(?:([-*_])(?:\s*\1){2,}\s*|```.*)$/;

/**
 * The part of Markdown that answers are shown in: paragraphs, headings, lists, tables, quotes, weight, and links to
 * facts. Model output is untrusted, so everything else stays text: no HTML, no images, and a link to anywhere is only
 * its words. While an answer streams, a construct that has begun and not ended is held back, so that no brackets flash by.
 */
export function parseAnswer(text: string, streaming = false): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  function begin<B extends Block>(block: B): B {
    blocks.push(block);
    open = block;
    return block;
  }
  const lines = (streaming ? withoutUnfinished(text) : text).split(/\r?\n/);
  for (const line of lines) {
    // Within one round of the loop; the closure above is what TypeScript cannot follow.
    const current = open as Block | null;
    const [, indent = '', number, item] = LIST_ITEM.exec(line) ?? [];
    const cells = TABLE_ROW.exec(line)?.[1];
    const heading = HEADING.exec(line)?.[1];
    const quoted = QUOTE.exec(line)?.[1];
    if (line.trim() === '') {
      // Items with an empty line between them are still one list.
      if (current?.kind !== 'list') open = null;
    } else if (BREAK.test(line)) {
      open = null;
    } else if (heading !== undefined) {
      blocks.push({ kind: 'heading', content: parseInline(heading) });
      open = null;
    } else if (item !== undefined) {
      const ordered = number !== undefined;
      const level = indent.length >= 2 && blocks.at(-1)?.kind === 'list' ? 1 : 0;
      const list =
        current?.kind === 'list' && current.ordered === ordered && current.level === level
          ? current
          : begin({ kind: 'list', ordered, level, start: Number(number ?? 1), items: [] });
      list.items.push(parseInline(item));
    } else if (current?.kind === 'list' && /^\s{2,}/.test(line)) {
      current.items.at(-1)?.push({ kind: 'text', text: ' ' }, ...parseInline(line.trim()));
    } else if (cells !== undefined) {
      const table =
        current?.kind === 'table' ? current : begin({ kind: 'table', head: null, rows: [] });
      if (!TABLE_RULE.test(cells)) table.rows.push(cellsOf(cells));
      else if (table.head === null && table.rows.length === 1)
        table.head = table.rows.pop() ?? null;
    } else {
      const kind = quoted === undefined ? 'paragraph' : 'quote';
      const block = current?.kind === kind ? current : begin<Prose>({ kind, lines: [] });
      block.lines.push(parseInline((quoted ?? line).trim()));
    }
  }
  return blocks;
}

function cellsOf(row: string): Inline[][] {
  return row
    .replace(/\|\s*$/, '')
    .split('|')
    .map((cell) => parseInline(cell.trim()));
}

function withoutUnfinished(text: string): string {
  const lineStart = text.lastIndexOf('\n') + 1;
  let line = withoutOpenInline(text.slice(lineStart));
  const isMarkerOnly = /^\s*([-*•#>_`]+|\d{1,3}[.)]?)\s*$/.test(line);
  const isOpenRow = /^\s*\|/.test(line) && !/\|\s*$/.test(line);
  if (isMarkerOnly || isOpenRow) line = '';
  return text.slice(0, lineStart) + line;
}
