import { plainText } from './plain-text.ts';

/** A training plan, or weight and eating: what a minor gets from nobody but people who see them. */
const wishes = new RegExp(
  [
    '(?<!\\b(?:i|we|you|they|to) (?:\\w+ )?)\\b(?:training )?plans?\\b(?! (?:to|on)\\b)',
    '\\b(?:training|running|race|weekly|workout) (?:schedule|programme?|calendar)\\b|\\b(?:schedule|programme?) for (?:me|my|a|the)\\b',
    '\\b(?:lose|losing|loss|gain|gaining|drop|ideal|race|racing|body|target|my) ?weight\\b(?! (?:train|lift|session|room|vest))|\\bweight (?:loss|gain|target|goal)\\b|\\b(?:how much|what) should i weigh\\b|\\bcalori\\w+|\\b(?:go on|my|a|start a|lose on a) diet\\b|\\bbmi\\b|\\bbody (?:fat|mass)\\b',
    '\\b(?:trainings|lauf|wochen|marathon)(?:plan|plane|programm)\\b|\\babnehmen\\b|\\bgewicht\\b|\\bkalorien\\b|\\bdiat\\b|\\bkorperfett\\b',
    "\\b(?:programme|planning) (?:d'|de |pour )|\\bmaigrir\\b|\\bmincir\\b|\\bperdre du poids\\b|\\bmon poids\\b|\\bpoids ideal\\b|\\bregime\\b",
    '\\bprograma (?:de|para)\\b|\\badelgazar\\b|\\b(?:perder|bajar de|mi|meu) peso\\b|\\bpeso ideal\\b|\\bdieta\\b|\\bplanilha\\b|\\bemagrecer\\b|\\bplano (?:de|para)\\b',
    '\\bpiano (?:di|per)\\b|\\btabella (?:di|per)\\b|\\bprogramma (?:di|per)\\b|\\bdimagrire\\b|\\b(?:perdere|mio) peso\\b',
    '\\b(?:trainings|loop|hardloop)schema\\b|\\bschema voor\\b|\\bafvallen\\b|\\bgewicht verliezen\\b|\\bcalorieen\\b|\\bdieet\\b',
  ].join('|'),
);

export function asksForPlan(text: string): boolean {
  return wishes.test(plainText(text.slice(0, 8000)).replaceAll(/\s+/g, ' '));
}
