import type { FactSheet } from '@evensplit/contracts';
import type { Measure } from './asked.ts';
import { measureFirst } from './tell-measure.ts';
import { capital, monthBack, nameDay, nameMonth, nameYear } from './name-things.ts';
import { factOn, paragraphs, runOn, say, sentence, type Maybe, type Paragraph } from './prose.ts';

type About = { monthsBack: number; today: string; measure?: Measure };

/** One calendar month, and how it stands against the one before. */
export function tellMonth(sheet: FactSheet, about: About): Paragraph[] {
  const subject = `month:${monthBack(about.monthsBack, about.today)}`;
  const fact = (metric: string) => factOn(sheet, metric, subject);
  if (!fact('month.distance')) return paragraphs([say(whyEmpty(sheet, about))]);
  const soFar = about.monthsBack === 0 ? ' so far' : '';
  const longest = runOn(sheet, fact('month.longest_run'));
  const first = measureFirst(
    sheet,
    { unit: 'month', subject, when: `${capital(during(about))}${soFar}` },
    about.measure,
  );
  return paragraphs(
    [
      ...first,
      first.length > 0
        ? null
        : sentence`${capital(during(about))}${soFar} you ran ${fact('month.distance')} in ${fact('month.runs')}, ${fact('month.moving_time')} of moving time.`,
      fact('month.runs')?.value === 1
        ? null
        : longest
          ? sentence`The longest was ${fact('month.longest_run')}, ${nameDay(longest.localDate, about.today)}.`
          : sentence`The longest was ${fact('month.longest_run')}.`,
      about.measure === 'climb' ? null : sentence`You climbed ${fact('month.ascent')}.`,
    ],
    [change(sheet, subject, about)],
  );
}

function change(sheet: FactSheet, subject: string, about: About): Maybe {
  const changed = factOn(sheet, 'month.distance_change', subject);
  if (!changed) return null;
  if (about.monthsBack > 0)
    return sentence`Against the month before, distance changed by ${changed}.`;
  return sentence`On the same days of last month it was ${factOn(sheet, 'month.distance_same_days')}, a change of ${changed}.`;
}

/** Two neighbouring months: which was bigger, then each, the later one first. */
export function tellTwoMonths(sheet: FactSheet, about: About): Paragraph[] {
  const subject = `month:${monthBack(about.monthsBack, about.today)}`;
  const before = `month:${monthBack(about.monthsBack + 1, about.today)}`;
  const [now, earlier] = [
    factOn(sheet, 'month.distance', subject),
    factOn(sheet, 'month.distance', before),
  ];
  const isMore = now && earlier && now.value > earlier.value;
  return paragraphs(
    [
      about.monthsBack > 0 &&
        now &&
        earlier &&
        sentence`You ran ${isMore ? 'more' : 'less'} ${during(about)} than ${during({ ...about, monthsBack: about.monthsBack + 1 })}: ${now} against ${earlier}.`,
      about.monthsBack === 0 && change(sheet, subject, about),
    ],
    [lineOf(sheet, about)],
    [lineOf(sheet, { ...about, monthsBack: about.monthsBack + 1 })],
    [
      about.monthsBack > 0 && change(sheet, subject, about),
      about.monthsBack === 0 && say('The month is not over, so only the same days are compared.'),
    ],
  );
}

function lineOf(sheet: FactSheet, about: About): Maybe {
  const subject = `month:${monthBack(about.monthsBack, about.today)}`;
  const fact = (metric: string) => factOn(sheet, metric, subject);
  const name = nameMonth(about.monthsBack, about.today);
  return (
    sentence`${capital(name)}: ${fact('month.distance')} in ${fact('month.runs')}, ${fact('month.moving_time')} of moving time, the longest ${fact('month.longest_run')}.` ??
    say(about.monthsBack === 0 ? whyEmpty(sheet, about) : `${capital(name)}: I see no run.`)
  );
}

export function tellYear(
  sheet: FactSheet,
  about: { yearsBack: number; today: string; measure?: Measure },
): Paragraph[] {
  const subject = `year:${Number(about.today.slice(0, 4)) - about.yearsBack}`;
  const fact = (metric: string) => factOn(sheet, metric, subject);
  const name = nameYear(about.yearsBack);
  if (!fact('year.distance')) return paragraphs([say(`I see no run ${name}.`)]);
  const longest = runOn(sheet, fact('year.longest_run'));
  const when = `${capital(name)}${about.yearsBack === 0 ? ' so far' : ''}`;
  const first = measureFirst(sheet, { unit: 'year', subject, when }, about.measure);
  return paragraphs([
    ...first,
    first.length > 0
      ? null
      : sentence`${when} you ran ${fact('year.distance')} in ${fact('year.runs')}, ${fact('year.moving_time')} of moving time.`,
    longest
      ? sentence`The longest was ${fact('year.longest_run')}, ${nameDay(longest.localDate, about.today)}.`
      : sentence`The longest was ${fact('year.longest_run')}.`,
    about.measure === 'climb' ? null : sentence`You climbed ${fact('year.ascent')}.`,
  ]);
}

/** "Did not run", "not brought in yet" and "before my time" are different things to say. */
function whyEmpty(sheet: FactSheet, about: About): string {
  const name = nameMonth(about.monthsBack, about.today);
  switch (sheet.gaps.find((gap) => gap.metric === 'month.distance')?.state) {
    case 'not_synced':
      return `I do not know ${name}: nothing was brought in since before it began. Upload the newer files and ask again.`;
    case 'missing':
      return `Your history with me begins after ${name}.`;
    case 'not_done':
    case undefined:
      return `I see no run ${during(about)}.`;
  }
}

function during(about: About): string {
  const name = nameMonth(about.monthsBack, about.today);
  return about.monthsBack < 2 ? name : `in ${name}`;
}
