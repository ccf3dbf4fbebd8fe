import type { RunRef } from '@evensplit/contracts';
import { mondayOf } from '@evensplit/evidence';
import type { Period } from './period.ts';

const kinds: Record<string, string> = {
  easy: 'easy run',
  recovery: 'recovery run',
  long: 'long run',
  tempo: 'tempo run',
  interval: 'interval session',
  race: 'race',
  treadmill: 'treadmill run',
  trail: 'trail run',
  'run-walk': 'run-walk',
};

export function nameKind(kind: string): string {
  return kinds[kind] ?? 'run';
}

const distances = new Map([
  [400, 'four hundred metres'],
  [800, 'eight hundred metres'],
  [1000, 'one kilometre'],
  [1500, 'fifteen hundred metres'],
  [1609.344, 'the mile'],
  [3000, 'three kilometres'],
  [3218.688, 'two miles'],
  [5000, 'five kilometres'],
  [10_000, 'ten kilometres'],
  [15_000, 'fifteen kilometres'],
  [16_093.44, 'ten miles'],
  [20_000, 'twenty kilometres'],
  [21_097.5, 'the half marathon'],
  [30_000, 'thirty kilometres'],
  [42_195, 'the marathon'],
  [50_000, 'fifty kilometres'],
]);

/** A race distance in words: it is the name of the thing, not a number about the athlete. */
export function nameDistance(metres: number): string | undefined {
  return distances.get(metres);
}

export function distanceOfSubject(subject: string): number | undefined {
  const metres = /\bdistance:([\d.]+)/.exec(subject)?.[1];
  return metres === undefined ? undefined : Number(metres);
}

/** "today", "yesterday", "on Tuesday 17 November", with the year when it is another one. */
export function nameDay(day: string, today: string): string {
  if (day === today) return 'today';
  if (day === dayBefore(today, 1)) return 'yesterday';
  const date = new Date(`${day}T00:00:00Z`);
  const words = new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
    ...(day.slice(0, 4) === today.slice(0, 4) ? {} : { year: 'numeric' }),
  });
  return `on ${words.format(date).replace(',', '')}`;
}

export function nameWeekday(day: string): string {
  const words = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: 'UTC' });
  return words.format(new Date(`${day}T00:00:00Z`));
}

/** "long run on Sunday 15 November" */
export function nameRun(run: RunRef, today: string): string {
  return `${nameKind(run.kind)} ${nameDay(run.localDate, today)}`;
}

const WEEKS = ['this week', 'last week', 'the week before last'];

export function nameWeek(weeksBack: number, monday: string, today: string): string {
  return WEEKS[weeksBack] ?? `the week that began ${nameDay(monday, today)}`;
}

const YEARS = ['this year', 'last year', 'the year before last'];
const COUNTS = ['three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

export function nameYear(yearsBack: number): string {
  return YEARS[yearsBack] ?? `${COUNTS[yearsBack - 3] ?? 'many'} years ago`;
}

/** "this month", "last month", "October", "October, last year": a year in digits would look like a figure. */
export function nameMonth(monthsBack: number, today: string): string {
  if (monthsBack < 2) return ['this month', 'last month'][monthsBack] ?? '';
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - monthsBack);
  const name = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' }).format(first);
  const yearsBack = Number(today.slice(0, 4)) - first.getUTCFullYear();
  return yearsBack === 0 ? name : `${name}, ${nameYear(yearsBack)}`;
}

/** The month so many months back, `YYYY-MM`, as the registry names it. */
export function monthBack(monthsBack: number, today: string): string {
  const first = new Date(`${today.slice(0, 7)}-01T00:00:00Z`);
  first.setUTCMonth(first.getUTCMonth() - monthsBack);
  return first.toISOString().slice(0, 7);
}

/** First and last day of a week, month or year, the running one up to its end. */
export function daysOf({ unit, back }: Period, today: string): { first: string; last: string } {
  if (unit === 'week') {
    const first = dayBefore(mondayOf(today), 7 * back);
    return { first, last: dayBefore(first, -6) };
  }
  const name = unit === 'month' ? monthBack(back, today) : `${Number(today.slice(0, 4)) - back}`;
  const next = unit === 'month' ? monthBack(back - 1, today) : `${Number(name) + 1}`;
  const first = unit === 'month' ? `${name}-01` : `${name}-01-01`;
  return { first, last: dayBefore(unit === 'month' ? `${next}-01` : `${next}-01-01`, 1) };
}

/** "this week", "in October", "last year": when something was. */
export function nameWithin(period: 'ever' | Period, today: string): string {
  if (period === 'ever') return 'of all that I know';
  const { unit, back } = period;
  if (unit === 'week') return nameWeek(back, daysOf(period, today).first, today);
  if (unit === 'year') return nameYear(back);
  return back < 2 ? nameMonth(back, today) : `in ${nameMonth(back, today)}`;
}

/** "an easy run" */
export function withArticle(words: string): string {
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10);
}

/** "Monday, Wednesday and Saturday" */
export function list(words: readonly string[]): string {
  if (words.length < 2) return words.join('');
  return `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
}
