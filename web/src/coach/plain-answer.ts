import { parseAnswer, type Block } from './parse-answer.ts';
import type { Inline } from './parse-inline.ts';

/** An answer as it is read aloud. */
export function plainAnswer(text: string): string {
  return parseAnswer(text).map(blockText).join(' ');
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'paragraph':
    case 'quote':
      return block.lines.map(inlineText).join(' ');
    case 'heading':
      return `${inlineText(block.content)}.`;
    case 'list':
      return block.items.map(inlineText).join('; ');
    case 'table':
      return [...(block.head ? [block.head] : []), ...block.rows]
        .map((cells) => `${cells.map(inlineText).join(', ')}.`)
        .join(' ');
  }
}

function inlineText(parts: readonly Inline[]): string {
  return parts
    .map((part) => (part.kind === 'receipt' ? part.text + part.tail : part.text))
    .join('');
}
