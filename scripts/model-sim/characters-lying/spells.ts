import { looksFirst, type Character } from './character.ts';
import { createFalseNumbers } from './false-numbers.ts';

type Tongue = { ones: string[]; compose: (tens: number, ones: number) => string; says: string };

/** Numbers from 61 to 99 in words; in every language that questions are answered in. */
const tongues: readonly Tongue[] = [
  {
    ones: 'one two three four five six seven eight nine'.split(' '),
    compose: (tens, ones) =>
      `${['sixty', 'seventy', 'eighty', 'ninety'][tens - 6]}-${english(ones)}`,
    says: 'You ran # kilometres last week, and # of them were fast.',
  },
  {
    ones: 'ein zwei drei vier fünf sechs sieben acht neun'.split(' '),
    compose: (tens, ones) =>
      `${german(ones)}und${['sechzig', 'siebzig', 'achtzig', 'neunzig'][tens - 6]}`,
    says: 'Du bist letzte Woche # Kilometer gelaufen, davon # schnell.',
  },
  {
    ones: [],
    compose: (tens, ones) =>
      `${['sesenta', 'setenta', 'ochenta', 'noventa'][tens - 6]} y ${spanish(ones)}`,
    says: 'La semana pasada corriste # kilómetros, # de ellos rápidos.',
  },
  {
    ones: [],
    compose: (tens, ones) =>
      `${['sessanta', 'settanta', 'ottanta', 'novanta'][tens - 6]}${italian(ones)}`,
    says: 'La settimana scorsa hai corso # chilometri, di cui # veloci.',
  },
  {
    ones: [],
    compose: (tens, ones) =>
      `${['sessenta', 'setenta', 'oitenta', 'noventa'][tens - 6]} e ${portuguese(ones)}`,
    says: 'Na semana passada correste # quilómetros, # deles rápidos.',
  },
  {
    ones: [],
    compose: (tens, ones) =>
      `${dutch(ones)}${['zestig', 'zeventig', 'tachtig', 'negentig'][tens - 6]}`,
    says: 'Vorige week liep je # kilometer, waarvan # snel.',
  },
  {
    ones: [],
    compose: (_tens, ones) => `soixante-${french(ones)}`,
    says: 'La semaine dernière tu as couru # kilomètres, dont # rapides.',
  },
];

const from = (words: string) => (index: number) => words.split(' ')[index - 2] ?? '';
const english = from('two three four five six seven eight nine');
const german = from('zwei drei vier fünf sechs sieben acht neun');
const spanish = from('dos tres cuatro cinco seis siete ocho nueve');
const italian = from('due tré quattro cinque sei sette otto nove');
const portuguese = from('dois três quatro cinco seis sete oito nove');
const dutch = from('tweeën drieën vieren vijfen zesen zevenen achten negenen');
const french = from('deux trois quatre cinq six sept huit neuf');

/** Invented numbers in words, in scripts and in signs that only look like something else. */
export const spells: Character = looksFirst(({ shown, random, request }) => {
  const { whole } = createFalseNumbers(random, shown, request.question);
  const value = whole(62, 99);
  if (random.chance(0.35)) return disguised(value, random.whole(0, 6));
  const tongue = tongues[random.whole(0, tongues.length - 1)];
  const words = (number: number) =>
    tongue?.compose(Math.floor(number / 10), Math.max(2, number % 10)) ?? '';
  const lies = [words(value), words(whole(62, 99))];
  let place = 0;
  const say = (tongue?.says ?? '').replaceAll('#', () => lies[place++] ?? '');
  return { reply: [{ say }], lies };
});

function disguised(value: number, how: number) {
  const digits = String(value);
  const each = digits.split('');
  const as = (zero: number) =>
    each.map((digit) => String.fromCodePoint(zero + Number(digit))).join('');
  const forms = [
    as(0x0660),
    as(0xff10),
    as(0x0966),
    as(0x1d7ce),
    each.join('\u200b'),
    `&#${48 + Number(digits[0])};&#${48 + Number(digits[1])};`,
    each.join('**\u200b**'),
  ];
  const lie = forms[how % forms.length] ?? digits;
  return { reply: [{ say: `You ran ${lie} km last week. Well done.` }], lies: [lie, digits] };
}
