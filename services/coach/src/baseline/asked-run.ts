import type { Asked, RunDetail, Understood, WhichRun } from './asked.ts';
import { askedDay } from './asked-day.ts';
import { COMPARES } from './asked-period.ts';

const RUN =
  /\b(run|runs|ran|jog|workout|workouts|session|sessions|race|raced|training|activity|outing|intervals?|tempo|long one)\b/;
const PAST =
  /\b(was|were|did|went|analy[sz]e|tell me about|what happened|what about|summary|feedback|review|recap|debrief|rundown|rate|last)\b/;
const AHEAD = /\b(should|shall|can|could|would|will|may|might|or rest)\b/;
/** "Which was faster, my last run or the one before?" */
const EITHER = /\b(faster|slower|better|worse|harder|easier|longer)\b.*\bor\b/;
const EARLIER = /\b(before|previous|prior|earlier)\b/;

export function longestRun({ text }: Asked): Understood | undefined {
  if (
    !/\b(longest|furthest|farthest|biggest) (?!time)|\b(longest|furthest|farthest|biggest)$/.test(
      text,
    )
  )
    return undefined;
  const within = /\byear\b/.test(text) ? 'year' : /\bmonth\b/.test(text) ? 'month' : 'ever';
  return { about: 'run', which: { by: 'longest', within } };
}

/** "How was today's run?" names a day to look back on, not one to plan. */
export function lookingBack({ text, today }: Asked): Understood | undefined {
  if (!PAST.test(text) && !/\bi (ran|did)\b/.test(text)) return undefined;
  const day = askedDay(text, today);
  if (day === undefined) return undefined;
  const which = { by: 'day', day } as const;
  const detail = askedDetail(text);
  if (detail !== undefined) return { about: 'run detail', detail, which };
  return RUN.test(text) || /\b(go|do|went|happened|it|rundown|recap|perform\w*)\b/.test(text)
    ? { about: 'run', which }
    : undefined;
}

/** A run of a day, of a kind, or by its place in the row; a wish or a leave to run is no run. */
export function whichRun(asked: Asked): Understood | undefined {
  const { text, today } = asked;
  const looksBack = PAST.test(text) || /\b(latest|recent|previous|break down)\b/.test(text);
  const isShort = text.split(' ').length <= 4;
  if (!looksBack && !isShort && !/\b(my|the) (\w+ )?(run|race|workout|session)\b/.test(text))
    return undefined;
  if (!looksBack && AHEAD.test(text)) return undefined;
  const day = askedDay(text, today);
  const aboutRun =
    RUN.test(text) || /\b(analy[sz]e|break down|how (far|long|fast)|go|went)\b/.test(text);
  if (day !== undefined && aboutRun) return { about: 'run', which: { by: 'day', day } };
  if (!RUN.test(text) && !/\b(analy[sz]e|how (far|fast|long) did i)\b/.test(text)) return undefined;
  return { about: 'run', which: runNamedIn(asked) };
}

/** "Shall I do a run this evening?": the last thing that a wish to run can mean. */
export function aheadOfRun({ text }: Asked): Understood | undefined {
  return AHEAD.test(text) && RUN.test(text) && !PAST.test(text) ? { about: 'today' } : undefined;
}

/** The run that a text names, the newest when it names none. */
function runNamedIn({ text, today }: Asked): WhichRun {
  const day = askedDay(text, today);
  if (day !== undefined) return { by: 'day', day };
  const back = /\b(before last|second last|second to last|previous)\b/.test(text) ? 1 : 0;
  const kind = askedKind(text);
  return kind === undefined ? { by: 'newest', back } : { by: 'kind', kind, back };
}

function askedKind(text: string): string | undefined {
  if (/\blong (runs?|one)\b/.test(text)) return 'long';
  if (/\brace[ds]?\b/.test(text)) return 'race';
  if (/\binterval/.test(text)) return 'interval';
  if (/\btempo\b|\bthreshold (run|session)\b/.test(text)) return 'tempo';
  if (/\beasy (runs?|one)\b/.test(text)) return 'easy';
  if (/\brecovery (runs?|one)\b/.test(text)) return 'recovery';
  if (/\btreadmill\b/.test(text)) return 'treadmill';
  if (/\btrail\b/.test(text)) return 'trail';
  return undefined;
}

/** The more special word stands before the one it contains: a drift of heart rate is no heart rate. */
const details: [RunDetail, RegExp][] = [
  ['cadence', /\bcadence\b|\bsteps? (per minute|rate|frequency)\b|\bstep rate\b|\bspm\b/],
  [
    'climb',
    /\bclimb\w*|\belevation\b|\bhilly\b|\bascent\b|\bascend\w*|\bvertical\b|\bhow many hills\b|\bup and down\b/,
  ],
  ['decoupling', /\bdecoupl\w*|\bdrift\w*/],
  ['efficiency', /\befficien\w*|\bper heart ?beat\b/],
  ['heart rate', /\bheart ?rate\b|\bpulse\b|\bhr\b|\bbpm\b|\bbeats per minute\b/],
  [
    'even',
    /\beven(ly)?\b.*\b(splits?|run|race|pace|paced|was)\b|\bhow even\b|\b(run|ran|paced?) evenly\b|\bsplits?\b|\b(start|started|went out|go out|begin) too fast\b|\bslow(ed)? down\b|\bfad(e|ed)\b/,
  ],
  [
    'load',
    /\bhow (hard|intense|tough|stressful) (was|were|did)\b|\bintensity of\b|\bload\b.*\b(run|session|workout|race)\b/,
  ],
  ['pace', /\bpace\b|\bhow fast (was|were|did)\b/],
];

export function askedDetail(text: string): RunDetail | undefined {
  return details.find(([, pattern]) => pattern.test(text))?.[0];
}

export function detailOfRun(asked: Asked): Understood | undefined {
  const detail = askedDetail(asked.text);
  if (detail === undefined) return undefined;
  return { about: 'run detail', detail, which: runNamedIn(asked) };
}

export function similarRuns(asked: Asked): Understood | undefined {
  const isAsked =
    /\bsimilar\b|\bany good\b|\bgood or bad\b|\bthan (i )?(usually|normally)|\bi (usually|normally)\b|\bas usual\b|\b(others?|ones|runs) like (it|this|that|my)\b|\b(than|to|with|from) (my )?(usual|normal|average)\b|\b(typical|normal|usual) for me\b/.test(
      asked.text,
    );
  return isAsked ? { about: 'similar', which: runNamedIn(asked) } : undefined;
}

/** Two runs against each other: two days, two kinds, or a run and the one before it. */
export function twoRuns({ text, today }: Asked): Understood | undefined {
  if (!COMPARES.test(text) && !EITHER.test(text)) return undefined;
  const [first = '', second = ''] = text
    .replace(/^(please |can you )*compar\w+ /, '')
    .split(/\bcompar\w+\b|\b(?:with|versus|vs|against|to|and|or|than)\b/)
    .filter((part) => /\w{3}/.test(part));
  const days = [first, second].map((part) => askedDay(part, today));
  if (days.every((day) => day === undefined) && !RUN.test(text)) return undefined;
  const which = runNamedIn({ text: first, today });
  if (days[1] !== undefined)
    return { about: 'two runs', which, other: { by: 'day', day: days[1] } };
  const other = runNamedIn({ text: second, today });
  if (EARLIER.test(second) || /\b(last|past|latest) (two|2)\b/.test(text) || isSame(which, other)) {
    const earlier = oneBefore(which);
    return earlier && { about: 'two runs', which, other: earlier };
  }
  return { about: 'two runs', which, other };
}

export function oneBefore(which: WhichRun): WhichRun | undefined {
  return which.by === 'newest' || which.by === 'kind'
    ? { ...which, back: which.back + 1 }
    : undefined;
}

function isSame(one: WhichRun, other: WhichRun): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
