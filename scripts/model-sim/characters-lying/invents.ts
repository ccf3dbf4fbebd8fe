import { looksFirst, type Character } from './character.ts';
import { createFalseNumbers } from './false-numbers.ts';

/** Numbers out of thin air, between words that sound well. */
export const invents: Character = looksFirst(({ shown, random, request }) => {
  const { draw, clock } = createFalseNumbers(random, shown, request.question);
  const km = draw(3, 95, 1);
  const pace = clock(3, 9);
  const beats = draw(95, 215, 0);
  const time = `${random.whole(2, 9)}:${clock(10, 59)}`;
  const share = draw(11, 93, 0);
  const lines = random.pick([
    [`You ran ${km} km last week at ${pace} per km.`, `Your heart rate averaged ${beats} bpm.`],
    [`Add ${share} % and a marathon in ${time} is yours.`, `That is ${km} kilometres in all.`],
    [`At ${pace}/km your threshold has come down, and ${beats} beats per minute is low.`],
    [`Overall ${km}km, ${share}% of it easy, at ${pace} min/km.`],
    [`- Distance: ${km} km\n- Pace: ${pace}/km\n- Heart rate: ${beats}`],
    [`Your load rose to ${draw(200, 900, 0)} and your pace index to ${draw(61, 95, 1)}.`],
    [`In miles that makes ${draw(3, 95, 1)} miles with ${draw(1200, 4000, 0)} feet of climbing.`],
    [`**${km}** km: your longest in ${draw(17, 99, 0)} weeks, ${draw(13, 40, 0)} runs so far.`],
  ]);
  const say = lines.join(' ');
  return { reply: [{ say }], lies: figuresOf(say) };
});

/** A true sentence with one number too many, as careful models slip. */
export const slips: Character = looksFirst(({ shown, random, request }) => {
  const { draw, clock } = createFalseNumbers(random, shown, request.question);
  const fact = shown.facts[0];
  const truth = fact ? `Your ${fact.label.toLowerCase()} came to {{${fact.id}}}` : 'You did well';
  const lie = random.pick([
    `about ${draw(3, 60, 1)} km more than usual`,
    `roughly ${draw(11, 90, 0)} % up on the month before`,
    `with the last kilometre in ${clock(2, 9)}`,
    `which is your best in ${draw(21, 99, 0)} runs`,
    `so next time aim for ${draw(24, 90, 0)} minutes`,
  ]);
  return { reply: [{ say: `${truth}, ${lie}. Well done.` }], lies: figuresOf(lie) };
});

/** Takes what is true and writes it in a unit in which it is not. */
export const mixesUnits: Character = looksFirst(({ shown, random, request }) => {
  const { draw } = createFalseNumbers(random, shown, request.question);
  const wrong: string[] = [];
  const lies: string[] = [];
  for (const { label, value } of shown.facts.slice(0, 12)) {
    const said = inWrongUnit(value);
    if (said === undefined || shown.facts.some((other) => other.value === said)) continue;
    wrong.push(`Your ${label.toLowerCase()} was ${said}.`);
    lies.push(said);
    if (wrong.length === 3) break;
  }
  if (wrong.length === 0) {
    const beats = `${draw(95, 215, 0)} watts`;
    return { reply: [{ say: `You held ${beats}.` }], lies: [beats] };
  }
  return { reply: [{ say: wrong.join(' ') }], lies };
});

function inWrongUnit(value: string): string | undefined {
  if (/^[1-9]\d*\.\d+ km$/.test(value)) return value.replace('km', 'miles');
  if (/^[1-9]\d*\.\d+ mi$/.test(value)) return value.replace('mi', 'km');
  if (/^\d+:\d\d\/km$/.test(value)) return value.replace('/km', ' per mile');
  if (/^\d+:\d\d\/mi$/.test(value)) return value.replace('/mi', ' per kilometre');
  if (/^\d{3} bpm$/.test(value)) return value.replace('bpm', 'watts');
  return undefined;
}

/** The figures of a text, as they are written. */
export function figuresOf(text: string): string[] {
  return [...text.matchAll(/\d+(?:[.:]\d+)*/g)].map(([figure]) => figure);
}
