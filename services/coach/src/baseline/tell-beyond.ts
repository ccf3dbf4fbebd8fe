import type { Beyond } from './asked.ts';
import { paragraphs, say, type Paragraph } from './prose.ts';

/** What is not known, by name, and the nearest that is. */
const answers: Record<Beyond, readonly [cannot: string, can: string]> = {
  shoes: [
    'I know nothing about shoes: which pair you wore is in none of your recordings, so I can neither count their distance nor recommend any.',
    'What I can tell is how far you ran: ask for a month or the year.',
  ],
  sleep: [
    'I do not see how you slept: no sleep comes in with your runs.',
    'What I do see is how your load stands: ask “Am I overdoing it?” or “Am I recovered?”.',
  ],
  'heart rate variability': [
    'Heart-rate variability is not in your runs, so I cannot tell it or its trend.',
    'I can tell heart rate while you run: ask “What was my heart rate on my last run?”.',
  ],
  'resting heart rate': [
    'I do not see your resting heart rate over time: it is measured at night, and only runs come in here.',
    'I can tell heart rate while you run, and where your zones lie.',
  ],
  'oxygen uptake': [
    'I do not give a figure for maximal oxygen uptake: that takes a laboratory, and what a watch shows is an estimate of its own that does not come with your runs.',
    'The nearest I have is the pace index, one figure for the speed you have shown: ask “What is my pace index?” or “What could I run for ten kilometres?”.',
  ],
  weather: [
    'I know no weather: neither a forecast nor what it was like on your runs.',
    'In heat, wind or cold go by effort rather than pace; a slower time then says nothing about your form.',
  ],
  food: [
    'Food and drink are in none of your recordings, so I can say nothing about what you ate, burned or should take.',
    'I can tell how long and how hard your runs were, which is what a dietitian would ask you first.',
  ],
  weight: [
    'I know nothing about weight or body fat, and I make no figures of them.',
    'What I can read is your running: runs, weeks, load, heart rate and paces.',
  ],
  strength: [
    'I only see runs: strength work, stretching and the like are not in what I read, so I cannot judge or plan them.',
    'I can tell which days were hard, so that you can put it elsewhere: ask “How was my week?”.',
  ],
  body: [
    'That is not in what I read of your runs: of the way you run I know only cadence.',
    'Ask “What was my cadence on my last run?”.',
  ],
  power: [
    'I work with pace and heart rate and give no figures of power.',
    'Allowing for hills, grade-adjusted pace is the nearest: ask for the pace of a run.',
  ],
  stress: [
    'How stressed you are, or in what mood, no recording says.',
    'If life is heavy, easy running is the safe choice; what your load says I can tell: ask “Am I overdoing it?”.',
  ],
  'other people': [
    'I see your runs and nobody else’s, so I cannot compare you with other people.',
    'I can compare you with yourself: ask “Am I getting faster?” or “How does my last run compare with similar ones?”.',
  ],
  'other sports': [
    'I only read runs: cycling, swimming and walking are not in what I see.',
    'Ask me about your running instead: a run, a week or a month.',
  ],
  route: [
    'I do not name places or suggest routes.',
    'The map of each run with GPS is on its own page, under Activities.',
  ],
  gear: [
    'I know nothing about watches, straps and other gear: I read what they recorded.',
    'If a figure looks wrong, ask “What data is missing?” to see what I have.',
  ],
  races: [
    'I know no race calendar and no dates of races.',
    'I can tell what you could run now: ask “What could I run for a half marathon?”.',
  ],
  steps: [
    'I count no steps over a day: only runs come in here.',
    'Steps per minute while running I can tell: ask “What was my cadence?”.',
  ],
  world: [
    'That is not in your runs, and I know nothing beyond them.',
    'Ask me about your running: a run, a week, your bests, your load or your paces.',
  ],
};

export function tellBeyond({ beyond }: { beyond?: Beyond }): Paragraph[] {
  const [cannot, can] = answers[beyond ?? 'world'];
  return paragraphs([say(cannot), say(can)]);
}
