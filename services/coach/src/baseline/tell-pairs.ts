import type { Fact, FactSheet } from '@evensplit/contracts';
import { capital } from './name-things.ts';
import { factOn, paragraphs, say, sentence, type Maybe, type Paragraph } from './prose.ts';

/** One of two periods: what it is called in a sentence, and where its figures stand. */
export type Side = {
  name: string;
  subject: string;
  sheet: FactSheet;
  unit: 'week' | 'month' | 'year';
};

/** Smaller differences are called alike (policy). */
const ALIKE = 0.05;

/** Two weeks, months or years that are not neighbours: which was bigger, then each of them. */
export function tellPair(later: Side, earlier: Side, about: { isRunning: boolean }): Paragraph[] {
  const [one, other] = [distanceOf(later), distanceOf(earlier)];
  return paragraphs(
    [verdict(later, earlier)],
    [lineOf(later)],
    [lineOf(earlier)],
    [
      about.isRunning &&
        one !== undefined &&
        other !== undefined &&
        say(`The ${later.unit} is not over, so the two are not of the same length yet.`),
    ],
  );
}

function verdict(later: Side, earlier: Side): Maybe {
  const [one, other] = [distanceOf(later), distanceOf(earlier)];
  if (!one && !other) return null;
  if (!one || !other)
    return say(`There is nothing to compare with: I see no run ${(one ? earlier : later).name}.`);
  if (Math.abs(one.value - other.value) <= ALIKE * Math.max(one.value, other.value))
    return say('By distance the two are alike.');
  const [more, less] = one.value > other.value ? [later, earlier] : [earlier, later];
  return sentence`You ran more ${more.name} than ${less.name}: ${distanceOf(more)} against ${distanceOf(less)}.`;
}

function lineOf(side: Side): Maybe {
  const fact = (metric: string) => factOn(side.sheet, `${side.unit}.${metric}`, side.subject);
  const name = capital(side.name);
  return (
    sentence`${name}: ${fact('runs')}, ${fact('moving_time')} of moving time, the longest ${fact('longest_run')}, climb ${fact('ascent')}.` ??
    sentence`${name}: ${fact('runs')}, ${fact('moving_time')} of moving time, the longest ${fact('longest_run')}.` ??
    say(`${name} I see no run.`)
  );
}

function distanceOf({ sheet, unit, subject }: Side): Fact | undefined {
  return factOn(sheet, `${unit}.distance`, subject);
}
