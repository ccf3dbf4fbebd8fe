import { dayBefore } from './name-things.ts';
import { numberOf } from './short-forms.ts';

/** `YYYY-MM-DD` */
export type CivilDay = string;

const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
export const months = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
];

/** The day that a question names, always in the past: "yesterday", "on Tuesday", "12 November", "2026-11-12". */
export function askedDay(text: string, today: CivilDay): CivilDay | undefined {
  const iso = /\b(\d{4})-(\d{2})-(\d{2})\b/.exec(text);
  if (iso) return existing(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  return namedDate(text, today) ?? relativeDay(text, today);
}

function relativeDay(text: string, today: CivilDay): CivilDay | undefined {
  if (/\bday before yesterday\b/.test(text)) return dayBefore(today, 2);
  if (/\byesterday('s)?\b/.test(text)) return dayBefore(today, 1);
  const ago = numberOf(/\b(\w+) days? (?:ago|back)\b/.exec(text)?.[1] ?? '');
  if (ago !== undefined) return dayBefore(today, ago);
  if (/\b(today'?s?|this (morning|afternoon|evening)('s)?|tonight)\b/.test(text)) return today;
  const weekday = weekdays.findIndex((name) => namesWeekday(text, name));
  if (weekday < 0) return undefined;
  const back = (new Date(`${today}T00:00:00Z`).getUTCDay() - weekday + 7) % 7;
  // "Last Tuesday" on a Tuesday is not today.
  const since = back === 0 && /\blast\b/.test(text) ? 7 : back;
  const isEarlier = new RegExp(
    `\\b${weekdays[weekday]} (before|before last)$|\\b(previous|prior) ${weekdays[weekday]}\\b|\\b${weekdays[weekday]} (a )?week ago\\b`,
  ).test(text);
  return dayBefore(today, isEarlier ? since + 7 : since);
}

/** The short forms only where a preposition shows that a day is meant: "on Sun", not "in the sun". */
function namesWeekday(text: string, name: string): boolean {
  const short = `${name.slice(0, 3)}|${name.slice(0, 4)}|${name.slice(0, 5)}`;
  return new RegExp(`\\b${name}('?s)?\\b|\\b(on|last) (${short})\\b`).test(text);
}

function namedDate(text: string, today: CivilDay): CivilDay | undefined {
  const month = months.findIndex((name) =>
    new RegExp(`\\b(${name}|${name.slice(0, 3)})\\b`).test(text),
  );
  if (month < 0) return undefined;
  const name = `(?:${months[month]}|${months[month]?.slice(0, 3)})`;
  const day =
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th|\\.)?,? (?:of )?${name}\\b`).exec(text)?.[1] ??
    new RegExp(`\\b${name},? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b`).exec(text)?.[1];
  if (day === undefined) return undefined;
  const year = Number(/\b(20\d{2})\b/.exec(text)?.[1] ?? today.slice(0, 4));
  const found = existing(year, month + 1, Number(day));
  // Without a year the date that has been is meant.
  return found !== undefined && found > today && !/\b20\d{2}\b/.test(text)
    ? existing(year - 1, month + 1, Number(day))
    : found;
}

function existing(year: number, month: number, day: number): CivilDay | undefined {
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day
    ? date.toISOString().slice(0, 10)
    : undefined;
}
