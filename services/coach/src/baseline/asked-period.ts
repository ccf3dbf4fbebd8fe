import type { Asked, Understood } from './asked.ts';
import { askedDay, months } from './asked-day.ts';

/** "compared with", "vs", "more than": the question sets one thing against another. */
export const COMPARES = /\b(compar\w+|versus|vs|against|than|differ\w*)\b/;

const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'];

/** Weeks, months and years against one another. */
export function twoPeriods({ text }: Asked): Understood | undefined {
  if (!COMPARES.test(text) && !/\b(week|month)\b.*\bor\b.*\b(week|month)\b/.test(text))
    return undefined;
  if (/\bweeks?\b/.test(text)) return { about: 'two weeks', weeksBack: startsNow(text, 'week') };
  if (/\bmonths?\b/.test(text))
    return { about: 'two months', monthsBack: startsNow(text, 'month') };
  return undefined;
}

/** 0 when the running one is meant: "this week against last", or "more than last week". */
function startsNow(text: string, unit: 'week' | 'month'): number {
  if (new RegExp(`\\b(this|current|my) ${unit}\\b`).test(text)) return 0;
  if (new RegExp(`\\b${unit} before\\b|\\b(last|past) two\\b|\\btwo ${unit}s\\b`).test(text))
    return 1;
  return new RegExp(`\\b(than|with|to|against) (the )?(last|previous) ${unit}\\b`).test(text)
    ? 0
    : 1;
}

export function whichWeek({ text }: Asked): Understood | undefined {
  if (!/\bweek(s|ly|'s)?\b/.test(text)) return undefined;
  if (/\bbefore last\b/.test(text)) return { about: 'week', weeksBack: 2 };
  const ago = countBefore(text, /\b(\w+) weeks? ago\b/);
  if (ago !== undefined) return { about: 'week', weeksBack: ago };
  if (/\b(last|past|previous) week'?s?\b/.test(text)) return { about: 'week', weeksBack: 1 };
  return /\bweek(ly|'s)?\b|\bthis weeks\b/.test(text) ? { about: 'week', weeksBack: 0 } : undefined;
}

export function whichMonth(asked: Asked): Understood | undefined {
  const { text } = asked;
  const named = namedMonth(asked);
  if (named !== undefined) return { about: 'month', monthsBack: named };
  if (!/\bmonth(s|ly|'s)?\b/.test(text)) return undefined;
  if (/\bbefore last\b/.test(text)) return { about: 'month', monthsBack: 2 };
  const ago = countBefore(text, /\b(\w+) months? ago\b/);
  if (ago !== undefined) return { about: 'month', monthsBack: ago };
  if (/\b(last|past|previous) month'?s?\b/.test(text)) return { about: 'month', monthsBack: 1 };
  return /\bmonth(ly|'s)?\b|\bthis months\b/.test(text)
    ? { about: 'month', monthsBack: 0 }
    : undefined;
}

/** "in October", "my August mileage": the one that has been or is, unless a day of it is named. */
function namedMonth({ text, today }: Asked): number | undefined {
  if (askedDay(text, today) !== undefined || /\bsince\b/.test(text)) return undefined;
  const month = months.findIndex((name) =>
    // "May" and "March" are words of their own.
    new RegExp(
      name === 'may' || name === 'march' ? `\\b(in|of|during|my|last) ${name}\\b` : `\\b${name}\\b`,
    ).test(text),
  );
  if (month < 0) return undefined;
  const [year = 0, current = 1] = today.split('-').map(Number);
  const asked = /\b(20\d{2})\b/.exec(text)?.[1];
  const back = (asked === undefined ? 0 : (year - Number(asked)) * 12) + current - 1 - month;
  if (asked === undefined) return (back + 12) % 12;
  return back >= 0 ? back : undefined;
}

export function whichYear({ text, today }: Asked): Understood | undefined {
  const named = /\b(?:in|for|of|during|year|total) (20\d{2})\b|^(20\d{2})$/.exec(text);
  const year = named?.[1] ?? named?.[2];
  if (year !== undefined) {
    const yearsBack = Number(today.slice(0, 4)) - Number(year);
    return yearsBack >= 0 && yearsBack <= 40 ? { about: 'year', yearsBack } : undefined;
  }
  if (!/\b(years?|year'?s|yearly|ytd|annual|since january)\b/.test(text)) return undefined;
  if (/\bbefore last\b/.test(text)) return { about: 'year', yearsBack: 2 };
  const ago = countBefore(text, /\b(\w+) years? ago\b/);
  if (ago !== undefined) return { about: 'year', yearsBack: ago };
  return { about: 'year', yearsBack: /\b(last|past|previous) year'?s?\b/.test(text) ? 1 : 0 };
}

function countBefore(text: string, pattern: RegExp): number | undefined {
  const word = pattern.exec(text)?.[1];
  if (word === undefined) return undefined;
  if (word === 'a') return 1;
  const count = /^\d{1,2}$/.test(word) ? Number(word) : NUMBERS.indexOf(word) + 1;
  return count > 0 ? count : undefined;
}
