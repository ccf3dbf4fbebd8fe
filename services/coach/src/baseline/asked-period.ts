import type { Asked, Understood } from './asked.ts';
import { askedDay, months } from './asked-day.ts';
import { withMeasure } from './asked-measure.ts';
import { isGeneral, isStatement } from './asked-mood.ts';
import type { Period } from './period.ts';
import { numberOf } from './short-forms.ts';

/** "compared with", "vs", "more than": the question sets one thing against another. */
export const COMPARES =
  /\b(compar\w+|versus|vs|against|than|differ\w*|ahead of|behind|(?:up|down) on (?:last|the)|stack\w* up)\b/;

type Unit = Period['unit'];
/** `at` is where in the text it stands. */
type Named = Period & { at: number };

const MONTH = months.join('|');

/** Every week, month and year that a text names, in the order of the text. */
export function periodsIn(asked: Asked): Period[] {
  const { text } = asked;
  const named = [
    ...units(text, 'week'),
    ...units(text, 'month'),
    ...units(text, 'year'),
    ...namedMonths(asked),
    ...namedYears(asked),
  ].toSorted((one, other) => one.at - other.at);
  const found: Period[] = [];
  for (const { unit, back } of named)
    if (!found.some((one) => one.unit === unit && one.back === back)) found.push({ unit, back });
  return found;
}

/** "this week", "last month", "the year before last", "three weeks ago", and a bare "weekly" for the running one. */
function units(text: string, unit: Unit): Named[] {
  const found: Named[] = [];
  const seen = new RegExp(
    `\\b${unit}(?:s|ly|'s)?\\b${unit === 'year' ? '|\\byearly|\\bytd\\b|\\bannual\\b|\\bsince january\\b' : ''}`,
    'g',
  );
  for (const match of text.matchAll(seen)) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (isLength(match[0], before, after)) continue;
    found.push({ unit, at: match.index, back: backOf(before, after, found.at(-1)?.back) });
  }
  const isComparedWithLast =
    found.length === 1 &&
    found[0]?.back === 0 &&
    /\b(than|with|to|against|vs|versus|and|of)( the)? (last|previous)( one)?$/.test(text);
  if (isComparedWithLast) found.push({ unit, at: text.length, back: 1 });
  return found;
}

/** "Twelve weeks until the race", "two weeks off", "next week", "recovery week" name no week that has been. */
function isLength(word: string, before: string, after: string): boolean {
  if (
    /\b(next|coming|recovery|race|taper|rest|base|down|deload|cutback|holiday|easy|light|training|any|every) $/.test(
      before,
    )
  )
    return true;
  if (/^ (ago|before last|back)\b/.test(after)) return false;
  if (
    /\b(a|per|each) $/.test(before) &&
    /^ (of|off|old|out|from|plan|until|before|after)\b/.test(after)
  )
    return true;
  return (
    word.endsWith('s') &&
    !word.endsWith("'s") &&
    !/\b(this|last|past|my|previous|the|last two|past two|these) $/.test(before)
  );
}

function backOf(before: string, after: string, named: number | undefined): number {
  if (/^ before last\b/.test(after)) return 2;
  const ago = /(?:^| )(\w+) $/.exec(before)?.[1];
  if (/^ (ago|before today|back)\b/.test(after)) return numberOf(ago ?? '') ?? 1;
  // "The week before", with the one it precedes named or understood.
  if (/\bthe $/.test(before) && /^ (before|prior|earlier)\b/.test(after)) return (named ?? 0) + 1;
  if (/\bprevious $/.test(before) && named !== undefined) return named + 1;
  return /\b(last|past|previous|prior)( full| complete| calendar)? $/.test(before) ? 1 : 0;
}

/** "in October", "my August mileage": the one that has been or is, unless a day of it is named. */
function namedMonths({ text, today }: Asked): Named[] {
  const [year = 0, current = 1] = today.split('-').map(Number);
  const found: Named[] = [];
  for (const match of text.matchAll(new RegExp(`\\b(${MONTH})\\b('s)?(?: (20\\d{2}))?`, 'g'))) {
    const [all, name = '', , stated] = match;
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + all.length);
    if (/\bsince $/.test(before) || isDate(before, after)) continue;
    if (isOrdinaryWord(name, before, after)) continue;
    const month = months.indexOf(name);
    const back = (stated === undefined ? 0 : (year - Number(stated)) * 12) + current - 1 - month;
    if (stated !== undefined && back < 0) continue;
    const lastYear = /\blast year\b/.test(text) && back >= 0 ? 12 : 0;
    found.push({
      unit: 'month',
      at: match.index,
      back: stated === undefined ? ((back + 12) % 12) + lastYear : back,
    });
  }
  return found;
}

/** "May" and "March" are words of their own. */
function isOrdinaryWord(name: string, before: string, after: string): boolean {
  if (name !== 'may' && name !== 'march') return false;
  return !(
    /\b(in|of|during|my|last|this|than|vs|versus|and|or|with|to|for|about|was|did|against) $/.test(
      before,
    ) || /^ (mileage|distance|miles|km|vs|versus|and|or|compared|training|runs?)\b/.test(after)
  );
}

function isDate(before: string, after: string): boolean {
  return (
    /\b\d{1,2}(st|nd|rd|th|\.)?,? (of )?$/.test(before) ||
    /^,? (the )?\d{1,2}(st|nd|rd|th)?\b/.test(after)
  );
}

function namedYears({ text, today }: Asked): Named[] {
  const found: Named[] = [];
  for (const match of text.matchAll(/(?<![\d-])(20\d{2})(?![\d-])/g)) {
    const before = text.slice(0, match.index);
    if (new RegExp(`\\b(?:${MONTH})(?: (?:the )?\\d{1,2}(?:st|nd|rd|th)?,?)? $`).test(before))
      continue;
    const back = Number(today.slice(0, 4)) - Number(match[1]);
    const isMeant =
      /(^|\b(in|for|of|during|year|total|vs|versus|than|with|to|and|or|whole|about|was|did) )$/.test(
        before,
      );
    if (isMeant && back >= 0 && back <= 40) found.push({ unit: 'year', at: match.index, back });
  }
  return found;
}

/** Weeks, months and years against one another. */
export function twoPeriods(asked: Asked): Understood | undefined {
  const { text } = asked;
  const isPair = /\b(week|month|year)s?\b.*\bor\b.*\b(week|month|year)\b/.test(text);
  const periods = periodsIn(asked);
  const isOr = /\bor\b/.test(text) && periods.length === 2;
  if (!COMPARES.test(text) && !isPair && !isOr) return undefined;
  const [unit] = ['week', 'month', 'year'].filter((one) =>
    periods.some((period) => period.unit === one),
  ) as Unit[];
  if (unit === undefined) return undefined;
  const backs = periods.filter((period) => period.unit === unit).map(({ back }) => back);
  const [first = 0, second] = backs;
  if (second !== undefined) return pairOf(unit, first, second);
  if (new RegExp(`\\b(last|past) two\\b|\\btwo ${unit}s\\b|\\b${unit} before\\b`).test(text))
    return pairOf(unit, 1, 2);
  // "Am I ahead of last month?": the running one is meant without a word.
  const isOther = new RegExp(
    `\\b(than|with|to|against|of|behind|on|vs|versus) (?:the |in |my )?(?:last|previous|${MONTH}|20\\d{2})\\b`,
  ).test(text);
  return isOther && first > 0 && !new RegExp(`\\bcompare (?:my )?last\\b`).test(text)
    ? pairOf(unit, 0, first)
    : pairOf(unit, first, first + 1);
}

function pairOf(unit: Unit, one: number, other: number): Understood | undefined {
  if (one === other) return undefined;
  const [later, earlier] = one < other ? [one, other] : [other, one];
  const rest = earlier === later + 1 ? {} : { otherBack: earlier };
  if (unit === 'week') return { about: 'two weeks', weeksBack: later, ...rest };
  if (unit === 'month') return { about: 'two months', monthsBack: later, ...rest };
  return { about: 'two years', yearsBack: later, otherBack: earlier };
}

/** One of them: the shortest unit that is named, as "a week in October" is about a week. */
function whichPeriod(asked: Asked, unit: Unit): number | undefined {
  if (isStatement(asked) || isGeneral(asked)) return undefined;
  const backs = periodsIn(asked)
    .filter((period) => period.unit === unit)
    .map(({ back }) => back);
  // "How was my week two weeks ago": a bare word yields to one that says which.
  const isRunning = new RegExp(`\\b(this|current) ${unit}\\b`).test(asked.text);
  return isRunning ? 0 : (backs.find((back) => back > 0) ?? backs[0]);
}

export function whichWeek(asked: Asked): Understood | undefined {
  const weeksBack = whichPeriod(asked, 'week');
  return weeksBack === undefined ? undefined : withMeasure({ about: 'week', weeksBack }, asked);
}

export function whichMonth(asked: Asked): Understood | undefined {
  if (askedDay(asked.text, asked.today) !== undefined && !/\bmonth/.test(asked.text))
    return undefined;
  const monthsBack = whichPeriod(asked, 'month');
  return monthsBack === undefined ? undefined : withMeasure({ about: 'month', monthsBack }, asked);
}

export function whichYear(asked: Asked): Understood | undefined {
  const yearsBack = whichPeriod(asked, 'year');
  return yearsBack === undefined ? undefined : withMeasure({ about: 'year', yearsBack }, asked);
}

/** The week, month or year that something lies within. */
export function askedWithin(asked: Asked): Period | undefined {
  return (['week', 'month', 'year'] as const)
    .map((unit) => ({ unit, back: whichPeriod(asked, unit) }))
    .find((one): one is Period => one.back !== undefined);
}

/** "How many km should I run this week?" asks for a plan, not for what has been. */
export function weekAhead({ text }: Asked): Understood | undefined {
  const isAhead =
    /\b(should|shall|next|coming|plan)\b/.test(text) && !/\b(than|last|so far)\b/.test(text);
  return isAhead && /\b(week|month|year|block)\b/.test(text) ? { about: 'plan' } : undefined;
}

const SERIES = /\b(?:last|past|previous|recent) (\w+) (weeks|months)\b/;

/** "How have my last four weeks been?" */
export function severalWeeks({ text }: Asked): Understood | undefined {
  if (/\b(last|past) (7|seven|30|thirty|10|ten|14|fourteen|28|90) days\b/.test(text)) {
    const days = numberOf(/\b(?:last|past) (\w+) days\b/.exec(text)?.[1] ?? '') ?? 30;
    return { about: 'weeks', count: Math.max(2, Math.ceil(days / 7)) };
  }
  const [, word = '', unit] = SERIES.exec(text) ?? [];
  if (unit === undefined)
    return /\bweek by week\b|\beach week\b/.test(text) ? { about: 'weeks', count: 4 } : undefined;
  const count = word === 'few' || word === 'several' ? 4 : numberOf(word);
  if (count === undefined || count < 3) return undefined;
  return {
    about: 'weeks',
    count: Math.min(12, unit === 'weeks' ? count : Math.round(count * 4.35)),
  };
}

const USUAL =
  /\b(average|usually|usual|normally|normal|typical|typically|on average|per week|a week|each week|every week)\b/;

export function usualWeek({ text }: Asked): Understood | undefined {
  if (/\b(than|compared|versus|vs|last|this)\b/.test(text)) return undefined;
  if (/\b(should|hard|quality)\b|\bplan\b|\bpace\b|\bheart rate\b|\bhr\b/.test(text))
    return undefined;
  const isWeekly = /\bweek(ly)?\b/.test(text) && USUAL.test(text);
  const isHabit =
    /\bhow (often|regularly|many (times|days)) (do|am) i (run|train|running|training)\b/.test(text);
  return isWeekly || isHabit || /\bhow consistent\b|\bconsistency\b/.test(text)
    ? { about: 'usual week' }
    : undefined;
}

const BIGGEST = /\b(biggest|highest|best|largest|longest|most|max|maximum|peak|top)\b/;

export function biggestPeriod({ text }: Asked): Understood | undefined {
  if (!BIGGEST.test(text)) return undefined;
  const unit = new RegExp(
    `${BIGGEST.source}( \\w+){0,3} (week|month)\\b|\\b(week|month)\\b.*\\bdid i run (the )?most\\b`,
  ).exec(text);
  const name = unit?.[3] ?? unit?.[4];
  if (
    name === undefined ||
    /\b(this|last|past) (week|month)\b|\b(run|runs) (of|this|in)\b/.test(text)
  )
    return undefined;
  if (name === 'month') return { about: 'biggest month' };
  return { about: 'biggest week', within: /\bever\b|\ball time\b/.test(text) ? 'ever' : 'year' };
}
