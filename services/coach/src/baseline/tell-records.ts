import type { FactSheet } from '@evensplit/contracts';
import type { WhichRun } from './asked.ts';
import { capital, nameDay, nameMonth, nameWeek, nameWithin } from './name-things.ts';
import { factOn, paragraphs, say, sentence, type Maybe, type Paragraph } from './prose.ts';

type Chosen = Extract<WhichRun, { by: 'longest' | 'hilliest' | 'over' }>;

/** Why this run of all is told of, before it is. */
export function leadTo(sheet: FactSheet, which: Chosen, today: string): Maybe {
  const [run] = sheet.runs;
  if (!run) return null;
  const [distance, climb] = [factOn(sheet, 'activity.distance'), factOn(sheet, 'activity.ascent')];
  if (which.by === 'over')
    return sentence`That was ${nameDay(run.localDate, today)}: ${distance}, the last time you ran that far.`;
  const period = which.within === 'ever' ? '' : ` ${nameWithin(which.within, today)}`;
  return which.by === 'longest'
    ? sentence`Your longest run${period || ' that I know of'} was ${distance}, ${nameDay(run.localDate, today)}.`
    : (sentence`Your hilliest run${period || ' that I know of'} climbed ${climb}, ${nameDay(run.localDate, today)}.` ??
        say(
          `Your hilliest run${period || ' that I know of'} was ${nameDay(run.localDate, today)}, but how much it climbed was not measured well enough to say.`,
        ));
}

/** What a week usually holds: the mean of the last four complete ones, then each of them. */
export function tellUsualWeek(week: FactSheet, weeks: FactSheet, today: string): Paragraph[] {
  const mean = factOn(week, 'week.distance_mean');
  const lines = linesOfWeeks(weeks, today, 1, 4);
  if (!mean)
    return paragraphs([
      say(
        'I cannot say yet what is usual: the last four complete weeks hold no run that I know of.',
      ),
    ]);
  return paragraphs(
    [sentence`Lately you run ${mean} a week: that is the mean of the last four complete weeks.`],
    ...lines,
    [
      lines.length < 4 &&
        say('Weeks without a run count as nothing in that mean, so that a break shows.'),
    ],
  );
}

/** Several weeks in a row, newest first. */
export function tellWeeks(
  weeks: FactSheet,
  about: { count: number; monday: string; today: string },
): Paragraph[] {
  const lines = linesOfWeeks(weeks, about.today, 0, about.count);
  if (lines.length === 0) return paragraphs([say('I know no run of those weeks.')]);
  return paragraphs(
    [
      say(
        'Here are your weeks, from Monday to Sunday, the newest first; weeks without a run are left out.',
      ),
    ],
    ...lines,
    [
      factOn(weeks, 'week.distance', `week:${about.monday}`) &&
        say('The week at the top is not over yet.'),
    ],
  );
}

function linesOfWeeks(weeks: FactSheet, today: string, from: number, count: number): Maybe[][] {
  return weeks.facts
    .filter(({ metric }) => metric === 'week.distance')
    .map(({ subject }) => subject.replace('week:', ''))
    .toSorted((a, b) => (a < b ? 1 : -1))
    .map((monday) => ({ monday, back: weeksBetween(monday, today) }))
    .filter(({ back }) => back >= from && back < from + count)
    .map(({ monday, back }) => {
      const fact = (metric: string) => factOn(weeks, metric, `week:${monday}`);
      const name = capital(nameWeek(back, monday, today));
      return [
        sentence`${name}: ${fact('week.distance')} in ${fact('week.runs')}, ${fact('week.moving_time')} of moving time.` ??
          sentence`${name}: ${fact('week.distance')}.`,
      ];
    });
}

function weeksBetween(monday: string, today: string): number {
  return Math.floor((Date.parse(today) - Date.parse(monday)) / (7 * 86_400_000));
}

/** The week of a span with the most kilometres. */
export function tellBiggestWeek(
  weeks: FactSheet,
  about: { within: 'ever' | 'year'; today: string },
): Paragraph[] {
  const year = about.today.slice(0, 4);
  const all = weeks.facts.filter(
    ({ metric, subject }) =>
      metric === 'week.distance' && (about.within === 'ever' || subject.startsWith(`week:${year}`)),
  );
  const biggest = all.toSorted((a, b) => b.value - a.value)[0];
  if (!biggest) return paragraphs([say('I know no week with a run in that time.')]);
  const monday = biggest.subject.replace('week:', '');
  const fact = (metric: string) => factOn(weeks, metric, biggest.subject);
  const name = nameWeek(weeksBetween(monday, about.today), monday, about.today);
  return paragraphs([
    sentence`Your biggest week ${about.within === 'year' ? 'this year' : 'that I look back on'} was ${name}: ${biggest} in ${fact('week.runs')}.`,
    sentence`The longest run in it was ${fact('week.longest_run')}, and it took ${fact('week.moving_time')} of moving time in all.`,
  ]);
}

/** The month of the last twelve with the most kilometres. */
export function tellBiggestMonth(months: readonly FactSheet[], today: string): Paragraph[] {
  const all = months.flatMap(({ facts }) =>
    facts.filter(({ metric }) => metric === 'month.distance'),
  );
  const biggest = all.toSorted((a, b) => b.value - a.value)[0];
  if (!biggest) return paragraphs([say('I know no run of the last twelve months.')]);
  const name = biggest.subject.replace('month:', '');
  const [year = 0, month = 1] = name.split('-').map(Number);
  const back = (Number(today.slice(0, 4)) - year) * 12 + Number(today.slice(5, 7)) - month;
  const sheet = months.find((one) => factOn(one, 'month.distance', biggest.subject));
  const fact = (metric: string) => sheet && factOn(sheet, metric, biggest.subject);
  return paragraphs([
    sentence`Your biggest month of the last twelve was ${nameMonth(back, today)}: ${biggest} in ${fact('month.runs')}.`,
    sentence`The longest run in it was ${fact('month.longest_run')}.`,
  ]);
}
