import { namesAThing, wordBefore, type Place } from './place.ts';

const ELLIPSIS = '…';
const UNVERIFIED = 'a value I cannot verify';
const TAKES_A_NOUN = new Set(
  'is was were are at of by with to about around averaged reached near than from as be'.split(' '),
);

/** What stands where a number was struck, so that the sentence still reads: "a … run", "it was a value I cannot verify". */
export function neutralWords(place: Place): string {
  if (namesAThing(place.next)) return ELLIPSIS;
  return TAKES_A_NOUN.has(wordBefore(place)) ? UNVERIFIED : ELLIPSIS;
}
