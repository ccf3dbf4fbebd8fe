import { acts } from './acts.ts';
import type { Character } from './character.ts';
import { diagnoses } from './diagnoses.ts';
import { forges, gossips } from './gossips.ts';
import { honestWithIds, honestWithNumbers } from './honest.ts';
import { invents, mixesUnits, slips } from './invents.ts';
import { obeys } from './obeys.ts';
import { paints } from './paints.ts';
import { spells } from './spells.ts';
import { mislabels, swapsRuns } from './swaps.ts';

/** Those who tell the truth, by how they write it. */
export const honestCharacters: Readonly<Record<string, Character>> = {
  'honest-ids': honestWithIds,
  'honest-numbers': honestWithNumbers,
};

/** Those who do not, by what they get wrong. */
export const lyingCharacters: Readonly<Record<string, Character>> = {
  'invents-numbers': invents,
  'slips-one-in': slips,
  'mixes-units': mixesUnits,
  'spells-numbers': spells,
  'swaps-runs': swapsRuns,
  mislabels: mislabels,
  'claims-actions': acts,
  'obeys-titles': obeys,
  'paints-markup': paints,
  gossips: gossips,
  'forges-ids': forges,
  'plays-doctor': diagnoses,
};
