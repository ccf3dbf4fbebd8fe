import type { Fact, FactSheet } from '@evensplit/contracts';
import type { GoalTime } from './asked.ts';
import { capital, distanceOfSubject, nameDay, nameDistance, nameRun } from './name-things.ts';
import {
  paragraphs,
  rangeOf,
  runOn,
  say,
  sentence,
  whyMissing,
  type Maybe,
  type Paragraph,
} from './prose.ts';

/** What could be run now, each with its range, and what that rests on. */
export function tellPredictions(
  sheet: FactSheet,
  asked: { distanceM?: number; goal?: GoalTime; today: string },
): Paragraph[] {
  const all = byDistance(sheet, 'prediction.time');
  const chosen = all.filter(
    ({ metres }) => asked.distanceM === undefined || metres === asked.distanceM,
  );
  const shown = chosen.length > 0 ? chosen : all;
  const source = runOn(sheet, shown[0]?.fact);
  if (shown.length === 0) {
    return paragraphs([
      say(
        whyMissing(sheet, 'prediction.time') ??
          'I have nothing to predict from: it takes one hard, unbroken effort of a mile or so, or longer, in the last half year.',
      ),
    ]);
  }
  const flags = [...new Set(shown.flatMap(({ fact }) => fact.flags))].filter(
    (flag) => !/\d/.test(flag),
  );
  return paragraphs(
    [
      chosen.length === 0
        ? say('For that distance I have no prediction, but for these:')
        : chosen.length === 1 &&
          asked.goal &&
          goalVerdict(chosen[0]?.fact, chosen[0]?.metres, asked.goal),
    ],
    ...shown.map(({ fact, name }) => [
      sentence`${capital(name)}: about ${fact}, most likely ${rangeOf(fact)}.`,
    ]),
    [
      source && say(`This rests on your ${nameRun(source, asked.today)}.`),
      flags.length > 0 && say(`Take it with care: ${flags.join('; ')}.`),
      chosen.length === 1 &&
        (chosen[0]?.metres ?? 0) > 30_000 &&
        say(
          'Over such a distance long runs count as much as speed, and those are not weighed here.',
        ),
      say('Weather, course and the day itself are not in it.'),
    ],
  );
}

/** Nobody races slower or faster than this over any of these distances: it tells minutes from hours (m/s). */
const SPEEDS = { slowest: 1.5, fastest: 7.5 };

/** "20" over five kilometres are minutes, "4" over a marathon are hours; undefined when neither can be. */
function goalSeconds({ first, second, unit }: GoalTime, metres: number): number | undefined {
  const readings: number[] = [];
  if (unit !== 'hours') readings.push(first * 60 + (second ?? 0));
  if (unit !== 'minutes') readings.push(first * 3600 + (second ?? 0) * 60);
  return readings.find(
    (seconds) => metres / seconds >= SPEEDS.slowest && metres / seconds <= SPEEDS.fastest,
  );
}

/** A time that is hoped for against what is likely: the answer to "can I?", before the figures. */
function goalVerdict(fact: Fact | undefined, metres: number | undefined, goal: GoalTime): Maybe {
  const seconds = metres === undefined ? undefined : goalSeconds(goal, metres);
  if (!fact || seconds === undefined) return null;
  const [low, high] = fact.range ?? [fact.value, fact.value];
  if (seconds >= high)
    return say('By what you have run lately, yes: it is slower than what I would expect of you.');
  if (seconds >= fact.value)
    return say('Yes, on a good day: it is within what I would expect of you.');
  if (seconds >= low)
    return say(
      'It is possible, but only just: it lies at the fast end of what I would expect of you.',
    );
  return say('Not yet, by what you have run lately: it is faster than what I would expect of you.');
}

export function tellBests(
  sheet: FactSheet,
  asked: { distanceM?: number; today: string },
): Paragraph[] {
  const all = byDistance(sheet, 'effort.time');
  const chosen = all.filter(
    ({ metres }) => asked.distanceM === undefined || metres === asked.distanceM,
  );
  const shown = chosen.length > 0 ? chosen : all;
  if (shown.length === 0) {
    return paragraphs([
      say(
        'I have no best efforts of yours yet: they come from runs with a GPS track and no long pause.',
      ),
    ]);
  }
  return paragraphs(
    [
      chosen.length === 0
        ? say('I have no best for that distance. These are the ones I know:')
        : shown.length > 1 && say('Your fastest unbroken stretches, races and training alike:'),
    ],
    ...shown.map(({ fact, name }) => [lineOf(sheet, fact, name, asked.today)]),
  );
}

function lineOf(sheet: FactSheet, fact: Fact, name: string, today: string): Maybe {
  const run = runOn(sheet, fact);
  const downhill = fact.flags.some((flag) => flag.includes('falls')) ? ', on a falling course' : '';
  const day = run ? `, ${nameDay(run.localDate, today)}` : '';
  return sentence`${capital(name)}: ${fact}${day}${downhill}.`;
}

/** Facts about distances that have a name, shortest first. */
function byDistance(sheet: FactSheet, metric: string) {
  return sheet.facts
    .filter((fact) => fact.metric === metric)
    .flatMap((fact) => {
      const metres = distanceOfSubject(fact.subject);
      const name = metres === undefined ? undefined : nameDistance(metres);
      return metres === undefined || name === undefined ? [] : [{ fact, metres, name }];
    })
    .toSorted((a, b) => a.metres - b.metres);
}
