import type { Fact } from '@evensplit/contracts';

/** What may be said: words, or a fact that the engine renders and links to where it comes from. */
export type BoundPiece =
  | { t: 'text'; text: string }
  | { t: 'fact'; fact: Fact; as?: 'value' | 'range' };

/** Collects pieces, joins neighbouring words, and sees to it that two harmless halves do not make a link or a tag. */
export function createPieces() {
  let pieces: BoundPiece[] = [];
  let last = '';

  function text(words: string): void {
    if (words === '') return;
    const apart = last + words.replaceAll('](', '] (').replaceAll(/<(?=[a-z/!?])/gi, '< ');
    const safe = apart.slice(last.length);
    const seam = last === '' ? '' : safe.charAt(0);
    const breaks = (last === ']' && seam === '(') || (last === '<' && /[a-z/!?]/i.test(seam));
    const said = breaks ? ` ${safe}` : safe;
    const before = pieces.at(-1);
    if (before?.t === 'text') before.text += said;
    else pieces.push({ t: 'text', text: said });
    last = said.slice(-1);
  }

  return {
    text,
    fact(fact: Fact, as: 'value' | 'range'): void {
      // The engine writes a fact as a link, and `!` before a link makes it an image.
      if (last === '!' || last === '\\') text(' ');
      pieces.push({ t: 'fact', fact, ...(as === 'range' ? { as } : {}) });
      last = ')';
    },
    take(): BoundPiece[] {
      const taken = pieces;
      pieces = [];
      return taken;
    },
  };
}

export type Pieces = ReturnType<typeof createPieces>;
