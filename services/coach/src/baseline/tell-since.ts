import type { Fact, FactSheet } from '@evensplit/contracts';
import { nameDay, nameKind, withArticle } from './name-things.ts';
import { factOn, paragraphs, runOn, say, sentence, whyMissing, type Paragraph } from './prose.ts';

/** When something was: the day first, then what it was. */
export function tellSince(
  sheet: FactSheet,
  about: { what: string; today: string; age?: Fact | undefined },
): Paragraph[] {
  const [run] = sheet.runs;
  if (!run) return [];
  const fact = (metric: string) => factOn(sheet, metric);
  const day = nameDay(run.localDate, about.today);
  const ago = about.age && about.age.value > 1 ? sentence`, ${about.age} ago.` : say('.');
  return paragraphs([
    [`Your last ${about.what} was ${day}`, ...(ago ?? [])],
    sentence`It was ${nameKind(run.kind) === about.what ? '' : `${withArticle(nameKind(run.kind))} of `}${fact('activity.distance')} in ${fact('activity.moving_time')} of moving time.` ??
      sentence`It was ${fact('activity.distance')}.`,
  ]);
}

/** Days in a row with a run, and whether that still goes on. */
export function tellStreak(sheet: FactSheet, today: string): Paragraph[] {
  const [streak, since] = [
    factOn(sheet, 'today.streak_days'),
    factOn(sheet, 'today.days_since_run'),
  ];
  const [run] = sheet.runs;
  if (!streak || !since || !run) return paragraphs([say('I know no run to count from.')]);
  const goesOn = since.value <= 1;
  return paragraphs([
    goesOn
      ? streak.value > 1
        ? sentence`You have run ${streak} in a row${since.value === 0 ? ', today included' : ', up to yesterday'}.`
        : say(
            since.value === 0
              ? 'You ran today, and not yesterday: a streak would begin now.'
              : 'You ran yesterday, and not the day before.',
          )
      : sentence`No streak is running: your last run was ${nameDay(run.localDate, today)}, ${since} ago.`,
    !goesOn &&
      streak.value > 1 &&
      sentence`The one before it ended there, after ${streak} in a row.`,
    say('A day of rest costs no fitness, so I would not keep a streak alive for its own sake.'),
  ]);
}

/** Hardness is a judgement of the registry, so it has a fact of its own. */
export function tellSinceHard(readiness: FactSheet, today: string): Paragraph[] {
  const since = factOn(readiness, 'today.days_since_hard');
  const run = runOn(readiness, since);
  return paragraphs([
    run && since && since.value > 1
      ? sentence`Your last hard run was the ${nameKind(run.kind)} ${nameDay(run.localDate, today)}, ${since} ago.`
      : run
        ? say(`Your last hard run was the ${nameKind(run.kind)} ${nameDay(run.localDate, today)}.`)
        : say(whyMissing(readiness, 'today.days_since_hard') ?? 'I know of no hard run.'),
    run && say('Two days between hard runs is the rule here.'),
  ]);
}
