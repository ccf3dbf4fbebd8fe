import { spellOut } from './short-forms.ts';
import { putRight } from './spelling.ts';

/** Lower case, words and numbers only, short forms spelled out, and slips in the words that matter put right. */
export function normalise(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[’‘`´]/g, "'")
    .replaceAll(/[^\p{L}\p{N}'.,:-]+/gu, ' ')
    .replaceAll(/(?<=\p{L})-(?=\p{L})|[.,:-](?!\d)/gu, ' ')
    .replaceAll(/(?<![\d])[.,:](?=\d)/g, ' ')
    .replaceAll(/ {2,}/g, ' ')
    .trim();
  return spellOut(plain)
    .replaceAll(/(?<![\p{L}'])\p{L}{5,}(?![\p{L}'])/gu, putRight)
    .replaceAll(/ {2,}/g, ' ')
    .trim();
}
