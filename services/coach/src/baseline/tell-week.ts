import type { Fact, FactSheet } from '@evensplit/contracts';
import type { Measure } from './asked.ts';
import { measureFirst } from './tell-measure.ts';
import { capital, list, nameDay, nameWeek, nameWeekday } from './name-things.ts';
import { factOn, paragraphs, runOn, say, sentence, type Maybe, type Paragraph } from './prose.ts';

export type AboutWeek = { weeksBack: number; monday: string; today: string; measure?: Measure };

/** One week, how it compares with the month before it, and what its figures leave out. */
export function tellWeek(sheet: FactSheet, about: AboutWeek): Paragraph[] {
  const subject = `week:${about.monday}`;
  const fact = (metric: string) => factOn(sheet, metric, subject);
  const distance = fact('week.distance');
  const name = nameWeek(about.weeksBack, about.monday, about.today);
  if (!distance) return paragraphs([say(whyEmpty(sheet, name, about.monday))]);
  const longest = fact('week.longest_run');
  const longestRun = runOn(sheet, longest);
  // The longest of one run is that run.
  const isOneRun = fact('week.runs')?.value === 1;
  const soFar = about.weeksBack === 0 ? ' so far' : '';
  const days = list([...new Set(sheet.runs.map((run) => nameWeekday(run.localDate)))]);
  const first = measureFirst(
    sheet,
    { unit: 'week', subject, when: `${capital(name)}${soFar}` },
    about.measure,
  );
  return paragraphs(
    [
      ...first,
      first.length > 0
        ? null
        : (sentence`${capital(name)}${soFar} you ran ${distance} in ${fact('week.runs')}, ${fact('week.moving_time')} of moving time.` ??
          sentence`${capital(name)}${soFar} you ran ${distance}.`),
      days !== '' && say(`You were out on ${days}.`),
      isOneRun
        ? null
        : longestRun
          ? sentence`The longest was ${longest}, ${nameDay(longestRun.localDate, about.today)}.`
          : sentence`The longest was ${longest}.`,
    ],
    [
      about.measure === 'load'
        ? null
        : (sentence`The run load of the week is ${fact('week.load')}.` ??
          say(
            'Not every run of the week has a run load, so I leave the sum out rather than give half of it.',
          )),
      sameAsUsual(fact('week.distance_vs_mean'), about.weeksBack),
    ],
  );
}

/** Two neighbouring weeks, the later one first. */
export function tellTwoWeeks(
  sheet: FactSheet,
  about: AboutWeek & { earlierMonday: string },
): Paragraph[] {
  const change = factOn(sheet, 'compare.distance');
  const sameDays = factOn(sheet, 'week.distance_same_days');
  const now = factOn(sheet, 'week.distance', `week:${about.monday}`);
  const before = factOn(sheet, 'week.distance', `week:${about.earlierMonday}`);
  return paragraphs(
    [
      about.weeksBack === 0
        ? now &&
          sameDays &&
          sentence`So far you have run ${moreOrLess(now.value, sameDays.value)} by the same weekday of last week: ${now} against ${sameDays}.`
        : now &&
          before &&
          sentence`You ran ${moreOrLess(now.value, before.value)} ${nameWeek(about.weeksBack + 1, about.earlierMonday, about.today)}: ${now} against ${before}.`,
    ],
    [lineOf(sheet, about.monday, about.weeksBack, about.today)],
    [lineOf(sheet, about.earlierMonday, about.weeksBack + 1, about.today)],
    [
      change &&
        (about.weeksBack === 0
          ? sentence`By the same weekday that is a change of ${change}; the week is not over.`
          : sentence`${verdict(change.value)}: distance changed by ${change}.`),
    ],
  );
}

function lineOf(sheet: FactSheet, monday: string, weeksBack: number, today: string): Maybe {
  const subject = `week:${monday}`;
  const fact = (metric: string) => factOn(sheet, metric, subject);
  const name = capital(nameWeek(weeksBack, monday, today));
  return (
    sentence`${name}: ${fact('week.distance')} in ${fact('week.runs')}, ${fact('week.moving_time')} of moving time, the longest ${fact('week.longest_run')}, run load ${fact('week.load')}.` ??
    sentence`${name}: ${fact('week.distance')} in ${fact('week.runs')}, ${fact('week.moving_time')} of moving time, the longest ${fact('week.longest_run')}.` ??
    sentence`${name}: ${fact('week.distance')} in ${fact('week.runs')}.` ??
    say(whyEmpty(sheet, nameWeek(weeksBack, monday, today), monday))
  );
}

/** Within a twentieth of one another they are called alike. */
function moreOrLess(now: number, before: number): string {
  if (Math.abs(now - before) <= 0.05 * Math.max(now, before)) return 'about as much as';
  return now > before ? 'more than' : 'less than';
}

function verdict(percent: number): string {
  if (percent > 30)
    return 'The later week is clearly the bigger one, so give it an easy day or two';
  if (percent > 5) return 'The later week is a little bigger';
  if (percent < -30) return 'The later week is clearly the smaller one';
  return percent < -5 ? 'The later week is a little smaller' : 'By distance the two are alike';
}

function sameAsUsual(change: Fact | undefined, weeksBack: number): Maybe {
  if (!change) return null;
  const open = weeksBack === 0 ? ', and the week is not over' : '';
  return change.value > 0
    ? sentence`That is ${change} more than the mean of the four weeks before${open}.`
    : sentence`Against the mean of the four weeks before it is ${change}${open}.`;
}

/** "Did not run", "not brought in yet" and "before my time" are different things to say. */
function whyEmpty(sheet: FactSheet, name: string, monday: string): string {
  const gaps = sheet.gaps.filter((gap) => gap.metric === 'week.distance');
  // A sheet of two weeks may hold a gap for each.
  switch ((gaps.find((gap) => gap.why.includes(monday)) ?? gaps[0])?.state) {
    case 'not_synced':
      return `I do not know ${name}: nothing was brought in since before it began. Upload the newer files and ask again.`;
    case 'missing':
      return `Your history with me begins after ${name}.`;
    case 'not_done':
    case undefined:
      return `I see no run ${name}.`;
  }
}
