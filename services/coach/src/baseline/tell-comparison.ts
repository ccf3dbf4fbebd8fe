import type { Fact, FactSheet, RunRef } from '@evensplit/contracts';
import { capital, nameRun } from './name-things.ts';
import { factOn, paragraphs, say, sentence, type Maybe, type Paragraph } from './prose.ts';

/** Smaller differences than these are within what a watch and a day bring (policy). */
const PACE_S_PER_KM = 3;
const BEATS = 2;

/** Two runs side by side, and what the differences may and may not mean. */
export function tellTwoRuns(
  sheet: FactSheet,
  about: { first: string; second: string; today: string },
): Paragraph[] {
  const [one, other] = [about.first, about.second].map((id) =>
    sheet.runs.find((run) => run.activityId === id),
  );
  if (!one || !other) return paragraphs([say('I cannot find both of these runs.')]);
  const [pace, heart] = [factOn(sheet, 'compare.pace'), factOn(sheet, 'compare.heart_rate')];
  return paragraphs(
    [lineOf(sheet, one, about.today)],
    [lineOf(sheet, other, about.today)],
    [
      pace && say(paceVerdict(pace.value)),
      heart
        ? say(heartVerdict(heart.value))
        : say('Heart rate is not known for both, so I cannot compare what they cost.'),
      sentence`Metres per heartbeat differ by ${factOn(sheet, 'compare.efficiency')}.`,
    ],
    [
      one.kind !== other.kind &&
        say('They were runs of different kinds, so a difference is what one expects.'),
      say('Heat, hills and wind can explain such differences as well as form.'),
    ],
  );
}

function lineOf(sheet: FactSheet, run: RunRef, today: string): Maybe {
  const fact = (metric: string) => factOn(sheet, metric, `activity:${run.activityId}`);
  const name = capital(nameRun(run, today));
  return (
    sentence`${name}: ${fact('activity.distance')} at ${fact('activity.pace')}, heart rate ${fact('activity.avg_heart_rate')}, run load ${fact('activity.load')}.` ??
    sentence`${name}: ${fact('activity.distance')} at ${fact('activity.pace')}, heart rate ${fact('activity.avg_heart_rate')}.` ??
    sentence`${name}: ${fact('activity.distance')} at ${fact('activity.pace')}.` ??
    sentence`${name}: ${fact('activity.distance')}.` ??
    say(`${name}: neither distance nor pace could be read.`)
  );
}

function paceVerdict(difference: number): string {
  if (Math.abs(difference) < PACE_S_PER_KM) return 'By pace they are alike.';
  return difference < 0 ? 'The first of the two was faster.' : 'The first of the two was slower.';
}

function heartVerdict(difference: number): string {
  if (Math.abs(difference) < BEATS) return 'By heart rate they are alike.';
  return difference < 0
    ? 'Its heart rate was lower than that of the other.'
    : 'Its heart rate was higher than that of the other.';
}

/** One run among the athlete's own of the same kind and about the same distance. */
export function tellSimilar(sheet: FactSheet, about: { id: string; today: string }): Paragraph[] {
  const run = sheet.runs.find((one) => one.activityId === about.id);
  const own = (metric: string) => factOn(sheet, metric, `activity:${about.id}`);
  if (!run) return paragraphs([say('I cannot find that run.')]);
  const name = nameRun(run, about.today);
  const count = own('similar.runs');
  if (!count || count.value === 0) {
    return paragraphs([
      say(
        `I find no run of the year before that is like your ${name}: the same kind and about the same distance.`,
      ),
    ]);
  }
  const difference = own('similar.pace_difference');
  return paragraphs(
    [
      sentence`Runs like your ${name} are usually at ${own('similar.pace')}; this one was at ${own('activity.pace')}${pacing(own('activity.pace'), own('similar.pace'))}.`,
      sentence`I found ${count} ${own('similar.pace') ? 'like it' : `like your ${name}`} in the year before, of the same kind and about the same distance.`,
      sentence`Their heart rate is usually ${own('similar.heart_rate')}; here it was ${own('activity.avg_heart_rate')}.`,
    ],
    [
      difference
        ? sentence`Against them, with grade-adjusted pace where it is known, this run differs by ${difference}: ${standing(difference)}.`
        : say(
            'I do not call it better or worse: that takes an easy run and three similar ones, because a hard day differs on purpose.',
          ),
      sentence`Metres per heartbeat differ by ${own('similar.efficiency_difference')}.`,
    ],
    [say('The weather of those days is not in it.')],
  );
}

function pacing(pace: Fact | undefined, usual: Fact | undefined): string {
  const difference = pace && usual ? pace.value - usual.value : 0;
  if (Math.abs(difference) < PACE_S_PER_KM) return ', so about the same';
  return difference < 0 ? ', so faster' : ', so slower';
}

function standing(difference: { value: number; flags: string[] }): string {
  if (difference.flags.length > 0) return 'within what these runs differ by anyway';
  return difference.value < 0 ? 'faster than usual' : 'slower than usual';
}
