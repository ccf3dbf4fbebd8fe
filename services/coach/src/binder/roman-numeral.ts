const FORM = /^(?=[ivxlc])(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})$/i;
const VALUES: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 };

/** `XII`, `vii`, `V`; not the pronoun. Only with a unit is it a number: that is for the caller to see. */
export function isRoman(word: string): boolean {
  return FORM.test(word) && (word.length > 1 || word === 'V' || word === 'X');
}

export function romanValue(word: string): number {
  let total = 0;
  let highest = 0;
  for (const letter of word.toLowerCase().split('').toReversed()) {
    const value = VALUES[letter] ?? 0;
    total += value < highest ? -value : value;
    highest = Math.max(highest, value);
  }
  return total;
}
