import type { About, Asked, Measure } from './asked.ts';

/** The more special word stands before the one it contains: "how much climbing" is no distance. */
const measures: [Measure, RegExp][] = [
  ['climb', /\bclimb\w*|\belevation\b|\bascent\b|\bascend\w*|\bvertical\b|\buphill\b/],
  ['load', /\bload\b/],
  [
    'runs',
    /\bhow (many|often)\b.*\b(times|runs|days|sessions|workouts|activities)\b|\bhow often\b|\bnumber of (runs|sessions|workouts)\b|\brun count\b/,
  ],
  [
    'time',
    /\b(hours?|minutes)\b|\bhow long (did|have|was|were|in total)\b|\btime on (my )?feet\b|\b(total|moving|running) time\b|\bhow much time\b/,
  ],
  [
    'distance',
    /\bhow (far|much)\b|\bdistance\b|\bmileage\b|\b(kilometres?|km|ks?|miles?|mi|metres)\b|\bvolume\b|\btotal\b/,
  ],
];

export function askedMeasure(text: string): Measure | undefined {
  return measures.find(([, pattern]) => pattern.test(text))?.[0];
}

type Summed = About<'week'> | About<'month'> | About<'year'>;

/** The same period, with the one figure of it that was asked for. */
export function withMeasure<S extends Summed>(period: S, { text }: Pick<Asked, 'text'>): S {
  const measure = askedMeasure(text);
  return measure === undefined ? period : { ...period, measure };
}
