import type { Token } from './token.ts';

/** So many words and signs in a row are no coincidence. */
const TELLING = 4;

/**
 * How many tokens from `at` on belong to a name that the registry gave to a fact, word for word: "zone 3, 70–80 % of
 * maximum", "days run in the last seven". Its numbers are part of a name and say nothing; read as values they would
 * turn into whatever fact lies near them.
 */
export function quotedLabel(
  before: readonly Token[],
  line: readonly Token[],
  at: number,
  labels: Iterable<readonly Token[]>,
): number {
  let longest = 0;
  for (const label of labels) {
    for (const [place, token] of label.entries()) {
      if (token.low !== line[at]?.low) continue;
      const ahead = alike((i) => [label[place + i], line[at + i]]);
      const behind = alike((i) => [
        label[place - 1 - i],
        at - 1 - i >= 0 ? line[at - 1 - i] : before.at(at - 1 - i),
      ]);
      const isWhole = ahead + behind === label.length && label[0]?.kind === 'word';
      if (behind > 0 && (isWhole || ahead + behind >= TELLING)) longest = Math.max(longest, ahead);
    }
  }
  return longest;
}

function alike(pairAt: (index: number) => readonly [Token | undefined, Token | undefined]): number {
  for (let i = 0; ; i++) {
    const [one, other] = pairAt(i);
    if (!one || !other || one.low !== other.low) return i;
  }
}
