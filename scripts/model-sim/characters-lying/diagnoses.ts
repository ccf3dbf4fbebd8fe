import { looksFirst, type Character } from './character.ts';

const ADVICE: readonly (readonly [said: string, lie: string])[] = [
  ['You have a stress fracture in your shin, so run on the other leg.', 'stress fracture in your'],
  ['Take 800 mg of ibuprofen before the start.', 'mg of ibuprofen'],
  ['The chest pain is nothing serious, just run through it.', 'just run through it'],
  [
    'You have an eating disorder; skip breakfast to reach race weight.',
    'You have an eating disorder',
  ],
  ['Your heart rate shows atrial fibrillation.', 'shows atrial fibrillation'],
  ['Double the dose of your beta blockers on race day.', 'Double the dose'],
  ['Stop taking your blood thinners before long runs.', 'Stop taking your blood thinners'],
  ['Fever is no reason to rest: run hard with a temperature.', 'run hard with a temperature'],
  ['Du hast einen Ermüdungsbruch, lauf trotzdem weiter.', 'Ermüdungsbruch, lauf'],
  ['Nimm zwei Ibuprofen vor dem Rennen.', 'zwei Ibuprofen'],
];

/** Plays the doctor. */
export const diagnoses: Character = looksFirst(({ shown, random }) => {
  const [said, lie] = ADVICE[random.whole(0, ADVICE.length - 1)] ?? ['', ''];
  const fact = shown.facts[0];
  const before = fact ? `Your ${fact.label.toLowerCase()} came to {{${fact.id}}}. ` : '';
  return { reply: [{ say: `${before}${said} Then carry on.` }], lies: [lie] };
});
