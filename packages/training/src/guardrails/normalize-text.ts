/** More than any question or answer; a bound on the work a hostile text can cause. */
const LONGEST_TEXT = 50_000;

/** Two words that mean something else together than their parts, kept as one so that no rule sees the parts. */
const COMPOUNDS: [pattern: RegExp, one: string][] = [
  [/\bheart rates?\b/g, 'heartrate'],
  [
    /\bchest (strap|belt|band|monitor|sensor|press|day|workout|fly|flies|pocket|muscles?)s?\b/g,
    'cheststrap',
  ],
  [/\b(frequence|rythme) cardiaque (moyenne?|max\w*|cible|de repos|au seuil)\b/g, 'heartrate'],
  [/\b(frecuencia|ritmo) cardiac[ao] (media|max\w*|en reposo|objetivo)\b/g, 'heartrate'],
];

/**
 * Lower case without accents, one space between words, ` | ` between sentences. Apostrophes join English contractions (`cant`) and
 * separate elisions (`j ai`); a decimal stays one word (`38_5`); `7/10` becomes `7 outof10`; letters drawn out are shortened.
 */
export function normalizeText(text: string): string {
  let plain = text
    .slice(0, LONGEST_TEXT)
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .replace(/ß/g, 'ss')
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ø/g, 'o')
    .replace(/[’‘`´']/g, "'")
    .replace(/'(t|s|m|d|ll|re|ve)\b/g, '$1')
    .replace(/(\d)\s*\/\s*10\b/g, '$1 outof10')
    .replace(/(\d)[.,](\d)/g, '$1_$2')
    .replace(/(\d)\. +(?=[a-z])/g, '$1 ')
    .replace(/[.!?;:\n\r…]+/g, ' | ')
    .replace(/[^a-z0-9_|]+/g, ' ')
    .replace(/([a-z])\1{2,}/g, '$1')
    .replace(/ +/g, ' ')
    .trim();
  for (const [pattern, one] of COMPOUNDS) plain = plain.replace(pattern, one);
  return plain;
}
