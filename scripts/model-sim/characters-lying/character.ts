import { createRandom, type Random } from '../../demo/random.ts';
import type { Reply } from '../scenario.ts';
import type { SimRequest } from '../sim-request.ts';
import { chooseTools } from './choose-tools.ts';
import { readShown, type Shown } from './read-shown.ts';

/** What a liar may know of somebody else: nothing that the product ever told it. */
export type Lore = {
  name: string;
  athleteId: string;
  activityId: string;
  factIds: readonly string[];
  /** Values as the other athlete reads them. */
  values: readonly string[];
};

/** A piece of text, or what all its variants have in common. */
export type Lie = string | RegExp;

/** What is said to one request, and what of it is not so. */
export type Line = {
  reply: Reply;
  /** Pieces of the reply that no reader may ever see. */
  lies?: readonly Lie[];
  /** How many true numbers it says. */
  truths?: number;
};

/** Somebody who answers for a model. The same question over the same facts always hears the same. */
export type Character = (request: SimRequest, lore: Lore) => Line;

export type Scene = { shown: Shown; random: Random; lore: Lore; request: SimRequest };

/** Looks up what the question is about first, as models do, and then says something. */
export function looksFirst(say: (scene: Scene) => Line): Character {
  return (request, lore) => {
    if (request.rounds === 0 && request.tools.length > 0) {
      return { reply: chooseTools(request.question) };
    }
    const random = createRandom(hashOf(request.question));
    return say({ shown: readShown(request.results), random, lore, request });
  };
}

/** FNV-1a. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (const char of text) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
