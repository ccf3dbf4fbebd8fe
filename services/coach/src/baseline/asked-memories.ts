import type { MemoryKind } from '@evensplit/contracts';
import type { Asked, Understood } from './asked.ts';

const ABOUT_ME =
  /\b(what|everything|anything|all|things?)\b.*\byou\b.*\b(know|remember\w*|learned|stored?|kept|keep|saved?|have)\b.*\b(about|of|on|for) me\b|\bdo you (know|remember) (anything|something|things) (about|of) me\b|\bwhat (do|did|have) you (remember|remembered|kept in mind)\b|\bwhat (have|did) i (told|tell|asked?) you( to (remember|note|keep))?\b/;
const NOTED =
  /\b(what|which|any|list|show|all|tell me)\b.*\b(injur(y|ies)|preferences?|notes|memor(y|ies)|phase|events?)\b.*\b(noted?|know|remember\w*|told|tell|mention\w*|kept|have|stored?|saved?|mine|am i|are there)\b|^(list|show)( me)?( all)?( of)?( my| the)? (noted )?(injuries|preferences|notes|memories)\b|^(my|all my) (notes|memories|preferences)$|\b(which|what) (training )?phase\b.*\b(am i|do you)\b|\bwhat do i prefer\b/;
/** These ask for what is missing. */
const UNKNOWN = /\b(not|don't|doesn't|never) (you )?(not )?know\b|\byou not know\b/;

const kinds: [MemoryKind, RegExp][] = [
  ['injury', /\binjur/],
  ['preference', /\bprefer/],
  ['phase', /\bphase\b/],
  ['event', /\bevents?\b/],
];

/** What the athlete had remembered. */
export function memories({ text }: Asked): Understood | undefined {
  if (UNKNOWN.test(text) || !(ABOUT_ME.test(text) || NOTED.test(text))) return undefined;
  const kind = kinds.find(([, pattern]) => pattern.test(text))?.[0];
  return kind === undefined ? { about: 'memories' } : { about: 'memories', kind };
}
