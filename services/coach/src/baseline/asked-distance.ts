const MILE = 1609.344;
const HALF = 21_097.5;
const MARATHON = 42_195;

/** Names of distances, and numbers that are one: "21k" is a half, not twenty-one kilometres. */
const NAMED: [number, RegExp][] = [
  [HALF, /\bhalf\b|\b21([.,]1)? ?k/],
  [MARATHON, /\bmarathon\b|\b42([.,]2)? ?k|\bboston qualifier\b|\bbq\b/],
  [10_000, /\b10[.,]?000\b|\bten ?k\b|\bten kilomet\w+/],
  [5000, /\b5[.,]?000\b|\bfive ?k\b|\bfive kilomet\w+|\bparkrun\b/],
];
const NUMBERED =
  /(?<![\d.,:])(\d{1,3}(?:[.,]\d{1,2})?) ?-?(k|ks|km|kilometres?|mile|miles|mi|miler|m|metres)\b/;
const UNIT = /\b(?:(?:one|a|my|the|fastest|best|1) )?(mile|km|kilometre|k)\b/;

/** The distance that a question names, in metres: a race, or any number with a unit. */
export function askedDistance(text: string): number | undefined {
  for (const [metres, pattern] of NAMED) if (pattern.test(text)) return metres;
  const numbered = numberedDistance(text);
  if (numbered !== undefined) return numbered;
  const unit = UNIT.exec(text)?.[1];
  if (unit !== undefined) return unit === 'mile' ? MILE : 1000;
  return /\b(400|800|1500|3000)\b/.test(text)
    ? Number(/\b(400|800|1500|3000)\b/.exec(text)?.[1])
    : undefined;
}

/** "20 miler", "over 25 km". */
export function numberedDistance(text: string): number | undefined {
  const [, digits = '', unit = ''] = NUMBERED.exec(text) ?? [];
  if (digits === '') return undefined;
  const value = Number(digits.replace(',', '.'));
  if (unit.startsWith('mi')) return value * MILE;
  // "400 m", but "5m" and "10m" are miles or minutes: too little to go by.
  if (unit === 'm' || unit === 'metres') return value >= 100 ? value : undefined;
  return value * 1000;
}
