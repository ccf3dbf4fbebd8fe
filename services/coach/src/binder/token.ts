import type { Fact } from '@evensplit/contracts';

type Written = {
  kind: 'number' | 'date' | 'numeral' | 'word' | 'mark' | 'sign' | 'space' | 'break';
  raw: string;
  /** Lower case, straight apostrophes. */
  low: string;
  /** Follows the token before it without a space. */
  glued: boolean;
};

/** What a reader sees, in the order of reading: words, numbers, and what already stands for itself. */
export type Token =
  | Written
  | { kind: 'fact'; raw: ''; low: ''; glued: boolean; fact: Fact; as: 'value' | 'range' }
  | { kind: 'struck'; raw: string; low: ''; glued: boolean; reason: StrikeReason };

export type StrikeReason = 'fact' | 'number' | 'claim' | 'address';

const TOKEN = new RegExp(
  [
    String.raw`(?<date>\d{4}-\d{1,2}-\d{1,2}(?!\d)|\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?![\d.,:/]))`,
    String.raw`(?<number>\d+(?:(?:[.,:·’']|(?:′|’|')(?=\d{2}))\d+)*|(?<![\d\p{L}…§)}])\.\d+)`,
    String.raw`(?<numeral>\p{N}+)`,
    String.raw`(?<word>[\p{L}\p{M}]+(?:['’](?=\p{L})[\p{L}\p{M}]+)*)`,
    '(?<mark>[*_`]+)',
    String.raw`(?<sign>[\s\S])`,
  ].join('|'),
  'gu',
);

/** Cuts a stretch without white space into tokens. `glued` says whether it follows something without a space. */
export function lex(text: string, glued: boolean): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(TOKEN)) {
    const { groups } = match;
    const raw = match[0];
    tokens.push({
      kind: kindOf(groups),
      raw,
      low: raw.toLowerCase().replaceAll('’', "'"),
      glued: glued || tokens.length > 0,
    });
  }
  return tokens;
}

function kindOf(groups: Record<string, string | undefined> | undefined): Written['kind'] {
  if (groups?.['date'] !== undefined) return 'date';
  if (groups?.['number'] !== undefined) return 'number';
  if (groups?.['numeral'] !== undefined) return 'numeral';
  if (groups?.['word'] !== undefined) return 'word';
  return groups?.['mark'] === undefined ? 'sign' : 'mark';
}

export function space(raw: string): Token {
  return { kind: raw === '\n' ? 'break' : 'space', raw, low: ' ', glued: false };
}

/** All tokens of a finished text. */
export function lexAll(text: string): Token[] {
  const tokens: Token[] = [];
  for (const part of text.split(/(\s)/)) {
    if (part === '') continue;
    if (/^\s$/.test(part)) tokens.push(space(part));
    else tokens.push(...lex(part, tokens.length > 0 && tokens.at(-1)?.kind !== 'space'));
  }
  return tokens;
}

/** What counts when a number is read: spaces and emphasis do not. */
export function isSilent(token: Token): boolean {
  return token.kind === 'space' || token.kind === 'mark';
}
