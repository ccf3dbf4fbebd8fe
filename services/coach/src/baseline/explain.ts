import type { Term } from './asked.ts';
import { paragraphs, say, type Paragraph } from './prose.ts';

/** What the words of this product mean. No figures: the athlete's own are asked for with "my". */
const explanations: Record<Term, readonly string[]> = {
  'long-term load': [
    'Long-term load is the average of your daily run load over about six weeks, with newer days counting more.',
    'It stands for what you are used to. It says nothing about talent or how fast you are.',
  ],
  'recent load': [
    'Recent load is the average of your daily run load over about one week, with newer days counting more.',
    'It stands for what you have been doing lately, and so for the tiredness that may come with it.',
  ],
  balance: [
    'Balance is long-term load minus recent load, as of yesterday evening.',
    'Below zero you have done more lately than you are used to; above zero you have rested. Both are normal parts of training: it is neither a grade nor a measure of how you feel.',
  ],
  'run load': [
    'Run load says how much one run asked of you: its length times how hard it was, by heart rate where that is trustworthy, else by pace.',
    'An hour at threshold is worth about a hundred.',
    'It compares your own runs with one another, not you with somebody else.',
  ],
  'pace index': [
    'The pace index is one figure for the speed you have shown in a race or another hard effort, after the formula of Daniels and Gilbert; the best of the last weeks counts.',
    'Predictions and training paces start from it. Heat, hills and altitude are not corrected for, so a hilly race makes it too low rather than too high.',
  ],
  'grade-adjusted pace': [
    'Grade-adjusted pace is the pace on the flat that would have cost the same energy as what you ran uphill and downhill.',
    'It needs a trustworthy altitude, and it knows nothing of mud, stones or wind.',
  ],
  decoupling: [
    'Decoupling compares how far a heartbeat took you in the first half of a steady run with the second half.',
    'A few per cent are normal. More means that holding the pace cost more towards the end: from heat, thirst, tiredness, or a pace above easy.',
    'It is only given for steady runs that are long enough, because hills and intervals would fake it.',
  ],
  efficiency: [
    'Efficiency is how many metres you cover per heartbeat, with hills allowed for.',
    'Compare it only with similar runs of your own: heat, tiredness and a loose chest strap move it as much as form does.',
  ],
  threshold: [
    'Threshold is the effort you could hold for about an hour: hard, but even.',
    'Threshold pace here follows from your pace index; threshold heart rate needs a test and is not guessed.',
  ],
  range: [
    'The range says how far off a figure may well be: several methods are asked, and they do not agree, and neither do days.',
    'Where the range is wide, little is known. The middle of it is no promise.',
  ],
  'best effort': [
    'A best effort is your fastest unbroken stretch over a distance, anywhere within a run; it need not be a race.',
    'A stretch with a pause or a gap in it does not count, and one that falls a lot is marked, because a hill is no form.',
  ],
  cadence: [
    'Cadence is the number of steps per minute, both feet counted.',
    'It grows with speed and depends on leg length. There is no right figure for everybody; a change of your own at the same pace is what is worth a look.',
  ],
  zones: [
    'Heart-rate zones divide effort into steps, from very easy to very hard, by shares of your threshold or your maximum heart rate.',
    'They are a rough map: heat, coffee, sleep and the sensor move heart rate too.',
  ],
  'similar runs': [
    'Similar runs are runs of your own, of the same kind and about the same distance, within the year before.',
    'Easy runs are also matched by duration and surface before I call one faster or slower than usual.',
  ],
  receipts: [
    'Every number I say about you is a receipt: tap it, and you see the run, the stretch of it and the arithmetic it comes from.',
    'A number without one would be a guess, so I leave it out and say what is missing instead.',
  ],
};

export function tellTerm(term: Term): Paragraph[] {
  return paragraphs(explanations[term].map(say));
}

/** Its first sentence, to stand behind a figure. */
export function inShort(term: Term): readonly string[] {
  return explanations[term].slice(0, 2);
}
