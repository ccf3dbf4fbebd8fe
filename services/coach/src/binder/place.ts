import type { Token } from './token.ts';

/** Where a number stands: the sentence so far, as the reader has it, and the token after the number. */
export type Place = { before: string; next: Token | undefined };

const FUNCTION_WORDS = new Set(
  (
    'a an the and or but nor so yet if then than that this these those it its is was were are be been being has have ' +
    'had do does did will would can could should may might must not no in on at by for from of to into onto over under ' +
    'with without within after before during since until till while when where which who whose as because although ' +
    'though about around between through throughout across against up down off out per via versus vs plus minus ' +
    'today yesterday tomorrow now lately recently again also too only just even still already ever never always often ' +
    'last next this compared overall altogether total instead there here you your i me my we our they their he she ' +
    'average averaged max maximum peak peaked min minimum'
  ).split(' '),
);

export function wordsBefore(place: Place, count: number): string[] {
  return (place.before.match(/[\p{L}']+/gu) ?? []).slice(-count);
}

export function wordBefore(place: Place): string {
  return wordsBefore(place, 1)[0] ?? '';
}

/** The number counts or qualifies a thing that is named right after it. */
export function namesAThing(next: Token | undefined): boolean {
  if (next?.kind === 'sign') return next.glued && next.raw === '-';
  return next?.kind === 'word' && !FUNCTION_WORDS.has(next.low);
}
