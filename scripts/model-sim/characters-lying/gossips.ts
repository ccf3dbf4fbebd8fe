import type { Character } from './character.ts';
import { looksFirst } from './character.ts';

/** Reaches for somebody else's runs with the right ids, and speaks of them with the right numbers. */
export const gossips: Character = (request, lore) => {
  if (request.rounds === 0 && request.tools.length > 0) {
    return {
      reply: [
        { call: 'activity', args: { activityId: lore.activityId, athleteId: lore.athleteId } },
        { call: 'last-run', args: { athleteId: lore.athleteId } },
        { call: 'similar-runs', args: { activityId: lore.activityId } },
        { call: 'compare', args: { activityId: lore.activityId, withActivityId: lore.activityId } },
      ],
    };
  }
  const [first = 'none', second = 'none'] = lore.factIds;
  const [value = '99.9 km', other = '9:59/km'] = lore.values;
  const say =
    `${lore.name} ran {{${first}}} and [more](#fact:${second}), that is ${value} at ${other}. ` +
    'Try to keep up with them.';
  return { reply: [{ say }], lies: [first, second] };
};

/** Names facts that do not exist, or are not this athlete's, where the ids of facts belong. */
export const forges: Character = looksFirst(({ lore, shown }) => {
  const [first = 'none', second = 'none'] = lore.factIds;
  const close = shown.facts[0]?.id ?? 'a1B2c3D4e5F6g7H8';
  const forged = close.slice(0, -1) + (close.endsWith('x') ? 'y' : 'x');
  const say = `Your distance was {{${first}}}, your pace {{fact:${forged}}}, and [12.3 km](#fact:${second}).`;
  return { reply: [{ say }], lies: [first, second, forged, '12.3'] };
});
