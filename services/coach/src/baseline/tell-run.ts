import type { FactSheet } from '@evensplit/contracts';
import type { WhichRun } from './asked.ts';
import { nameKind, nameRun, withArticle } from './name-things.ts';
import { leadTo } from './tell-records.ts';
import { factOn, paragraphs, say, sentence, whyMissing, type Paragraph } from './prose.ts';

/** Friel's line between a steady aerobic run and one that cost more and more. */
const DRIFTING_PERCENT = 5;
const EVEN_PERCENT = 1;
/** Grade adjustment below this is smaller than what a watch can tell. */
const HILLS_S_PER_KM = 3;
const STANDING_S = 60;

const meantHard: ReadonlySet<string> = new Set(['tempo', 'interval', 'race']);
const FELT_HARD =
  'It was meant to be hard; whether it was too hard you feel better than I can see, by how the next easy run goes.';
const FELT_EASY =
  'Whether it was too hard you feel better than I can see: if you could have talked all the way, it was not.';

/** One run: what it was, what it cost, how it was spread, and what cannot be said about it. */
export function tellRun(
  sheet: FactSheet,
  today: string,
  { which, tooHard }: { which?: WhichRun; tooHard?: true } = {},
): Paragraph[] {
  const run = sheet.runs[0];
  if (!run) return [];
  const fact = (metric: string) => factOn(sheet, metric);
  const name = nameRun(run, today);
  const pace = fact('activity.pace');
  const moving = fact('activity.moving_time');
  const elapsed = fact('activity.elapsed_time');
  const graded = fact('activity.grade_adjusted_pace');
  const climb = fact('activity.ascent');
  const chosen = which && ('within' in which || which.by === 'over') ? which : undefined;
  const lead = chosen && leadTo(sheet, chosen, today);
  return paragraphs(
    [
      lead,
      tooHard && say(meantHard.has(run.kind) ? FELT_HARD : FELT_EASY),
      lead
        ? sentence`As ${withArticle(nameKind(run.kind))} it took ${moving} of moving time, which is ${pace}.`
        : (sentence`Your ${name} covered ${fact('activity.distance')} in ${moving} of moving time, which is ${pace}.` ??
          sentence`Your ${name} covered ${fact('activity.distance')}.` ??
          sentence`Your ${name} took ${moving ?? elapsed}.` ??
          say(`Your ${name} has neither a distance nor a time that I could read.`)),
      climb && climb.value > 20 && sentence`It climbed ${climb}.`,
      graded &&
        pace &&
        Math.abs(graded.value - pace.value) >= HILLS_S_PER_KM &&
        sentence`Allowing for the hills, that was worth ${graded} on the flat.`,
      moving &&
        elapsed &&
        elapsed.value - moving.value > STANDING_S &&
        sentence`From start to finish it took ${elapsed}: the difference is standing still.`,
    ],
    heart(sheet),
    spread(sheet),
  );
}

function heart(sheet: FactSheet) {
  const average = factOn(sheet, 'activity.avg_heart_rate');
  const highest = factOn(sheet, 'activity.max_heart_rate');
  const load = factOn(sheet, 'activity.load');
  return [
    sentence`Your heart rate averaged ${average} and peaked at ${highest}.` ??
      sentence`Your heart rate averaged ${average}.` ??
      say('There is no heart rate on this run, so I cannot say how hard it was for your heart.'),
    sentence`Its run load is ${load}.` ?? missing('Run load is missing', sheet, 'activity.load'),
    sentence`You covered ${factOn(sheet, 'activity.efficiency')}, a figure to compare with similar runs of yours.`,
  ];
}

function spread(sheet: FactSheet) {
  const halves = factOn(sheet, 'activity.split_difference');
  const decoupling = factOn(sheet, 'activity.decoupling');
  return [
    halves &&
      sentence`The second half against the first: ${halves} in time, ${shapeOf(halves.value)}.`,
    decoupling
      ? sentence`Heart rate drifted from pace by ${decoupling}: ${driftOf(decoupling.value)}.`
      : factOn(sheet, 'activity.avg_heart_rate') &&
        missing('How far heart rate drifted from pace I cannot say', sheet, 'activity.decoupling'),
    sentence`Cadence averaged ${factOn(sheet, 'activity.cadence')}.`,
  ];
}

export function shapeOf(percent: number): string {
  if (percent > EVEN_PERCENT) return 'so you slowed down';
  return percent < -EVEN_PERCENT ? 'so you sped up' : 'so it was evenly run';
}

export function driftOf(percent: number): string {
  return percent > DRIFTING_PERCENT
    ? 'holding the pace cost more towards the end, from heat, thirst, tiredness or a pace above easy'
    : 'steady, your heart kept step with your legs';
}

function missing(what: string, sheet: FactSheet, metric: string) {
  const why = whyMissing(sheet, metric);
  return why === undefined ? null : say(`${what}. ${why}`);
}
