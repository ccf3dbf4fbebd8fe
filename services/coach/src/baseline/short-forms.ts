/** What thumbs type, and what it stands for; whole words only, after lower case. Longer entries may hold several words. */
const FORMS: Readonly<Record<string, string>> = {
  whats: "what's",
  wats: "what's",
  hows: "how's",
  "how'd": 'how did',
  howd: 'how did',
  "what'd": 'what did',
  "when'd": 'when did',
  wheres: "where's",
  whens: "when's",
  im: "i'm",
  ive: "i've",
  id: "i'd",
  dont: "don't",
  didnt: "didn't",
  doesnt: "doesn't",
  isnt: "isn't",
  wasnt: "wasn't",
  havent: "haven't",
  hasnt: "hasn't",
  cant: "can't",
  shouldnt: "shouldn't",
  shd: 'should',
  shld: 'should',
  cd: 'could',
  u: 'you',
  ur: 'your',
  r: 'are',
  ya: 'you',
  pls: 'please',
  plz: 'please',
  thx: 'thanks',
  rn: 'right now',
  atm: 'right now',
  wtf: 'what',
  abt: 'about',
  bout: 'about',
  lst: 'last',
  prev: 'previous',
  avg: 'average',
  ave: 'average',
  approx: 'about',
  comp: 'compare',
  gonna: 'going to',
  wanna: 'want to',
  gotta: 'have to',
  lemme: 'let me',
  gimme: 'give me',
  wk: 'week',
  wks: 'weeks',
  yr: 'year',
  yrs: 'years',
  mth: 'month',
  mths: 'months',
  hrs: 'hours',
  hrm: 'heart rate',
  mins: 'minutes',
  kms: 'km',
  klicks: 'km',
  milage: 'mileage',
  milages: 'mileage',
  milleage: 'mileage',
  kilometer: 'kilometre',
  kilometers: 'kilometres',
  meter: 'metre',
  meters: 'metres',
  vert: 'climb',
  elev: 'elevation',
  heartrate: 'heart rate',
  'heart beat': 'heartbeat',
  halfmarathon: 'half marathon',
  hm: 'half marathon',
  fm: 'marathon',
  mon: 'monday',
  tue: 'tuesday',
  tues: 'tuesday',
  weds: 'wednesday',
  thu: 'thursday',
  thur: 'thursday',
  thurs: 'thursday',
  fri: 'friday',
  jan: 'january',
  feb: 'february',
  apr: 'april',
  jun: 'june',
  jul: 'july',
  aug: 'august',
  sep: 'september',
  sept: 'september',
  oct: 'october',
  nov: 'november',
  dec: 'december',
  tmrw: 'tomorrow',
  tmr: 'tomorrow',
  tomoz: 'tomorrow',
  yday: 'yesterday',
  yest: 'yesterday',
  tonite: 'tonight',
  'couple of': 'two',
  'a couple': 'two',
};

const PATTERN = new RegExp(
  `(?<![\\p{L}'])(?:${Object.keys(FORMS)
    .toSorted((a, b) => b.length - a.length)
    .join('|')})(?![\\p{L}'])`,
  'gu',
);

/** A short weekday only where a preposition shows that a day is meant: "on Sun", not "in the sun". */
const SHORT_DAY = /\b(on|last|this|vs|versus|and|than|since) (sun|sat|wed)\b/g;
const DAYS: Readonly<Record<string, string>> = {
  sun: 'sunday',
  sat: 'saturday',
  wed: 'wednesday',
};

const TEENS = [
  'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  ),
].flat();
const TENS = 'twenty thirty forty fifty'.split(' ');

/** Number words stand as digits before a distance only: "the last two weeks" is read as words everywhere. */
const SPELLED_DISTANCE = new RegExp(
  `\\b(${[...TEENS, ...TENS].join('|')})(?= ?-?(?:k|km|kilometres?|miles?|miler|metres)\\b)`,
  'g',
);

export function spellOut(text: string): string {
  return text
    .replaceAll(PATTERN, (form) => FORMS[form] ?? form)
    .replaceAll(/\b((?:yester|to|mon|tues|wednes|thurs|fri|satur|sun)day)s\b/g, "$1's")
    .replaceAll(SHORT_DAY, (_, before: string, day: string) => `${before} ${DAYS[day]}`)
    .replaceAll(/\b(last|past|previous) ([2-9]|1[0-2])(?= (?!k\b|km\b|miles?\b|miler))/g, counted)
    .replaceAll(SPELLED_DISTANCE, (word) => String(numberOf(word)));
}

function counted(_: string, before: string, digits: string): string {
  return `${before} ${TEENS[Number(digits) - 2]}`;
}

/** "3", "three", "a": how many; undefined for a word that is no number. */
export function numberOf(word: string): number | undefined {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an' || word === 'one') return 1;
  const teen = TEENS.indexOf(word);
  if (teen >= 0) return teen + 2;
  const ten = TENS.indexOf(word);
  return ten >= 0 ? 10 * (ten + 2) : undefined;
}
