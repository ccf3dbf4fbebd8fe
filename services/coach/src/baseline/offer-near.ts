/** What can be asked, by the words that stand for it. */
const offers: [question: string, words: RegExp][] = [
  ['Analyse my last run', /\b(run|ran|running|session|workout|activity|outing|went|felt|feel)\b/],
  ['How was my last long run?', /\b(long|longer|endurance|hours?)\b/],
  ['How did the intervals go?', /\b(intervals?|reps?|track|speed|fast|sprints?|hills?)\b/],
  ['What was my heart rate on my last run?', /\b(heart|hr|pulse|bpm|beats?|breath\w*)\b/],
  ['What was my pace on Tuesday?', /\b(pace|speed|slow\w*|fast\w*|splits?)\b/],
  [
    'How much did I climb on my last run?',
    /\b(hills?|hilly|climb\w*|elevation|steep|trails?|mountain)\b/,
  ],
  [
    'How was last week?',
    /\b(weeks?|weekly|weekend|days?|often|monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b/,
  ],
  [
    'How far did I run this month?',
    /\b(month|km|miles?|far|distance|mileage|much|spring|summer|autumn|fall|winter)\b/,
  ],
  ['How far did I run this year?', /\b(years?|ever|total|all|since|history|20\d\d)\b/],
  ['What should I do today?', /\b(today|should|plan|train|training|rest|do|next|warm)\b/],
  [
    'Am I overdoing it?',
    /\b(tired|legs?|heavy|sore|rest|too|much|hard|recover\w*|exhausted|gassed|dead)\b/,
  ],
  [
    'Am I getting fitter?',
    /\b(fit\w*|form|shape|better|improv\w*|progress|stronger|faster|compare)\b/,
  ],
  [
    'What could I run for a half marathon?',
    /\b(race|half|marathon|goal|target|predict\w*|time|5k|10k|finish)\b/,
  ],
  ['What are my bests?', /\b(best|fastest|record|pr|pb|top|quickest)\b/],
  ['What pace for easy runs?', /\b(easy|threshold|tempo|pace|paces|slow|jog)\b/],
  ['What are my heart-rate zones?', /\b(zones?|heart|hr|aerobic|lactate|threshold)\b/],
  ['Compare my last two runs', /\b(compare|versus|vs|than|difference|better|both)\b/],
  ['What is long-term load?', /\b(what|mean|means|explain|load|number|index)\b/],
  ['What data is missing?', /\b(data|watch|gps|missing|wrong|strap|sensor|show|sync|app|phone)\b/],
];

const MOST = 3;

/** The questions that lie nearest to words that were not understood: those that share the most of them. */
export function offersNear(text: string): string[] {
  return offers
    .map(([question, words]) => ({
      question,
      shared: [...text.matchAll(new RegExp(words.source, 'g'))].length,
    }))
    .filter(({ shared }) => shared > 0)
    .toSorted((a, b) => b.shared - a.shared)
    .slice(0, MOST)
    .map(({ question }) => question);
}
