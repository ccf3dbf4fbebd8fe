import type { Random } from '../../demo/random.ts';
import { looksFirst, type Character, type Scene } from './character.ts';
import type { ShownFact } from './read-shown.ts';

const GENERAL = 'There is nothing on record that answers this. Keep most of your running easy.';

/** As the prompt asks: every number is the id of a fact. */
export const honestWithIds: Character = looksFirst((scene) => {
  const facts = someOf(scene, 5);
  if (facts.length === 0) return { reply: [{ say: GENERAL }] };
  const sentences = facts.map((fact) => `Your ${labelOf(fact)} came to {{${fact.id}}}.`);
  return {
    reply: [{ say: `${sentences.join(' ')} Keep the next one easy.` }],
    truths: facts.length,
  };
});

/** Writes true values out, in the many ways in which people and models do. */
export const honestWithNumbers: Character = looksFirst((scene) => {
  const told = someOf(scene, 3).flatMap((fact) => {
    const words = spell(fact, scene.random);
    return words === undefined ? [] : [`Your ${labelOf(fact)} was ${words}.`];
  });
  if (told.length === 0) return { reply: [{ say: GENERAL }] };
  return { reply: [{ say: told.join(' ') }], truths: told.length };
});

/** A few facts of the sheet, spread over it; of those that share a label the first, or a sentence could mean either. */
function someOf({ shown, random }: Scene, most: number): ShownFact[] {
  const byLabel = new Map(shown.facts.toReversed().map((fact) => [fact.label, fact]));
  const facts = shown.facts.filter((fact) => byLabel.get(fact.label) === fact);
  const step = Math.max(1, Math.floor(facts.length / most));
  const from = facts.length === 0 ? 0 : random.whole(0, Math.min(step, facts.length) - 1);
  return facts.filter((_, index) => index % step === from % step).slice(0, most);
}

function labelOf({ label }: ShownFact): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );

type Way = (value: string) => string | undefined;

const plain: Way = (value) => value;

/** Other ways of writing a value that is shown like this; undefined where it cannot be said so without changing it. */
const ways: readonly (readonly [as: RegExp, how: readonly [Way, ...Way[]]])[] = [
  [
    /^(\d+(?:\.\d+)?) (km|mi)$/,
    [
      plain,
      (value) => value.replace(/ km$/, ' kilometres').replace(/ mi$/, ' miles'),
      (value) => value.replace(' ', ''),
      (value) => `**${value}**`,
      (value) => `${Math.round(Number.parseFloat(value))} ${value.endsWith('km') ? 'km' : 'miles'}`,
      (value) =>
        `about ${Math.round(Number.parseFloat(value))} ${value.endsWith('km') ? 'kilometers' : 'miles'}`,
    ],
  ],
  [
    /^\d+:\d\d\/(km|mi)$/,
    [
      plain,
      (value) => value.replace('/km', ' per kilometre').replace('/mi', ' per mile'),
      (value) => value.replace('/', ' min/'),
      (value) => value.replace('/', ' / '),
    ],
  ],
  [
    /^\d+:\d\d$/,
    [
      plain,
      (value) => value.replace(':', ' minutes and ') + ' seconds',
      (value) => `${value.split(':')[0]} min ${value.split(':')[1]} s`,
    ],
  ],
  [
    /^\d+:\d\d:\d\d$/,
    [
      plain,
      (value) => {
        const [h, m, s] = value.split(':').map(Number);
        return `${h} h ${m} min ${s} s`;
      },
    ],
  ],
  [
    /^\d+ bpm$/,
    [plain, (value) => value.replace('bpm', 'beats per minute'), (value) => value.replace(' ', '')],
  ],
  [
    /^\d+ (runs?|days?)$/,
    [plain, (value) => value.replace(/^\d+/, (digits) => ONES[Number(digits)] ?? digits)],
  ],
  [
    /^−?\d+(\.\d+)? %$/,
    [plain, (value) => value.replace(' %', '%'), (value) => value.replace('%', 'percent')],
  ],
  [/^\d+ (?:steps\/min|W|m|ft)$/, [plain]],
  [/^\d+\.\d+ m\/beat$/, [plain, (value) => value.replace('m/beat', 'metres per beat')]],
];

function spell({ value }: ShownFact, random: Random): string | undefined {
  const found = ways.find(([as]) => as.test(value));
  return found === undefined ? undefined : random.pick(found[1])(value);
}
