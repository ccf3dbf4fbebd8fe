import { addDays, mondayOf } from '@evensplit/evidence';
import { askedDay, months, type CivilDay } from '../baseline/asked-day.ts';

export type Span = { since: CivilDay | null; until: CivilDay | null };

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const DAY = `(?:today|yesterday|tomorrow|(?:next |this |last )?(?:${weekdays.join('|')})|(?:the )?end of (?:the |this |next )?(?:week|month|year)|next week|next month|last week|\\d{4}-\\d{2}-\\d{2}|(?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: of)? (?:${months.join('|')})(?: 20\\d{2})?|(?:${months.join('|')}) (?:the )?\\d{1,2}(?:st|nd|rd|th)?(?: 20\\d{2})?)`;
const SINCE = new RegExp(`\\b(?:since|from|starting|as of|beginning) (?:on )?(${DAY})\\b`);
const UNTIL = new RegExp(
  `\\b(?:until|till|til|through|up to|to|before|ends?|ending) (?:on )?(${DAY})\\b`,
);

/** "I'll be away from Monday" speaks of the next one, "sore since Monday" of the last. */
const IS_AHEAD = /\b(?:will|i'll|we'll|going to|about to|plan to)\b/;

/** The days that a statement names: "since Monday", "until Friday", "from 1 December to the 14th of December". */
export function readSpan(text: string, today: CivilDay): Span {
  const since = SINCE.exec(text)?.[1];
  const until = UNTIL.exec(text)?.[1];
  const span = {
    since:
      since === undefined
        ? null
        : dayOf(since, today, IS_AHEAD.test(text) ? 'will begin' : 'began'),
    until: until === undefined ? null : dayOf(until, today, 'ends'),
  };
  const whole = span.since === null && span.until === null ? wholeWeek(text, today) : span;
  return whole.since !== null && whole.until !== null && whole.until < whole.since
    ? { since: null, until: whole.until }
    : whole;
}

function wholeWeek(text: string, today: CivilDay): Span {
  const monday = mondayOf(today);
  if (/\bnext week\b/.test(text)) return { since: addDays(monday, 7), until: addDays(monday, 13) };
  if (/\bthis week\b/.test(text)) return { since: null, until: addDays(monday, 6) };
  if (/\btomorrow\b/.test(text)) return { since: addDays(today, 1), until: addDays(today, 1) };
  if (/\byesterday\b/.test(text)) return { since: addDays(today, -1), until: null };
  return { since: null, until: null };
}

/** What ends or will begin lies ahead, what has begun lies behind, unless "next" or "last" says otherwise. */
function dayOf(
  words: string,
  today: CivilDay,
  edge: 'began' | 'will begin' | 'ends',
): CivilDay | null {
  const monday = mondayOf(today);
  if (words === 'tomorrow') return addDays(today, 1);
  if (/end of/.test(words)) return endOf(words, today);
  if (words === 'next week') return addDays(monday, edge === 'ends' ? 13 : 7);
  if (words === 'last week') return addDays(monday, edge === 'ends' ? -1 : -7);
  if (words === 'next month') return null;
  const weekday = weekdays.findIndex((name) => words.endsWith(name));
  if (weekday >= 0) {
    const ahead = addDays(today, (weekday - weekdayOf(today) + 7) % 7 || 7);
    if (words.startsWith('next ')) return addDays(monday, 7 + weekday);
    if (words.startsWith('this ')) return addDays(monday, weekday);
    return edge === 'began' ? addDays(ahead, -7) : ahead;
  }
  const day = askedDay(words, today) ?? null;
  if (day === null || edge === 'began' || day >= today || /\d{4}/.test(words)) return day;
  // A date without a year that lies ahead is the next one.
  return askedDay(`${words} ${Number(day.slice(0, 4)) + 1}`, today) ?? null;
}

function endOf(words: string, today: CivilDay): CivilDay {
  if (words.endsWith('week')) return addDays(mondayOf(today), /next/.test(words) ? 13 : 6);
  const [year, month] = today.split('-').map(Number) as [number, number];
  const last = words.endsWith('year')
    ? Date.UTC(year, 12, 0)
    : Date.UTC(year, /next/.test(words) ? month + 1 : month, 0);
  return new Date(last).toISOString().slice(0, 10);
}

/** Monday is 0. */
function weekdayOf(day: CivilDay): number {
  return (new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7;
}
