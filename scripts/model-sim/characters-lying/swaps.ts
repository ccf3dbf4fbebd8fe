import { looksFirst, type Character } from './character.ts';
import { createFalseNumbers } from './false-numbers.ts';
import { asDistance, asPace, written } from './read-shown.ts';
import { figuresOf } from './invents.ts';

/** Tells of one run with the numbers of another that was not looked up, or was, in an earlier turn. */
export const swapsRuns: Character = looksFirst(({ shown, random, request }) => {
  const { draw, clock } = createFalseNumbers(random, shown, request.question);
  const run = shown.runs[0];
  const day = run ? `on ${run.date}` : 'lately';
  // As if remembered from an answer that was given before.
  const distance = draw(3, 44, 1);
  const pace = clock(3, 9);
  const say = random.pick([
    `Your last run, ${day}, covered ${distance} km at ${pace}/km.`,
    `The ${run?.kind ?? 'easy'} run before that one was ${distance} km, as I said before.`,
    `As we saw last time you did ${distance} km in ${clock(21, 59)}.`,
  ]);
  const lies = figuresOf(say.replaceAll(/\d{4}-\d\d-\d\d/g, ''));
  return { reply: [{ say }], lies };
});

/** Says the right value under the wrong name: what was covered is called climbing, what was slow is called best. */
export const mislabels: Character = looksFirst(({ shown, random, request }) => {
  const { draw } = createFalseNumbers(random, shown, request.question);
  const [distance] = written(shown, asDistance);
  const [pace] = written(shown, asPace);
  const more = `${draw(12, 88, 1)} km`;
  const lines = [
    ...(distance ? [`Your record over a week is {{${distance.id}}}, that is ${more}.`] : []),
    ...(pace ? [`You raced at {{${pace.id}}} {{${pace.id} | range}}.`] : []),
  ];
  const say = lines.length > 0 ? lines.join(' ') : `You covered ${more}.`;
  return { reply: [{ say }], lies: say.includes(more) ? figuresOf(more) : [] };
});
