import type { Asked, RunDetail, Understood, WhichRun } from './asked.ts';
import { askedDay } from './asked-day.ts';
import { numberedDistance } from './asked-distance.ts';
import { askedWithin, COMPARES } from './asked-period.ts';
import { isGeneral, isStatement } from './asked-mood.ts';
import { countsBack, runNamedIn, RUN } from './asked-which.ts';

const PAST =
  /\b(was|were|did|went|got back|finished|analy[sz]e|tell me about|what happened|what about|summary|summari[sz]e|feedback|review|recap|debrief|rundown|talk me through|last|verdict|thoughts|looks?|looking|break down|how's)\b|^rate\b|\brate (my|the|that|this)\b/;
const LOOKED_BACK =
  /\b(was|were|did|ran|went|how's|today's|this morning|analy[sz]e|feedback|summary|review|recap|tell me about|rundown|verdict|thoughts)\b/;
const AHEAD = /\b(should|shall|can|could|would|will|may|might|or rest)\b/;
/** "Which was faster, my last run or the one before?" */
const EITHER = /\b(faster|slower|better|worse|harder|easier|longer)\b.*\bor\b/;
const EARLIER = /\b(before|previous|prior|earlier)\b/;

export function longestRun(asked: Asked): Understood | undefined {
  const { text } = asked;
  const isLongest =
    /\b(longest|furthest|farthest|biggest) (?!time|week|month|year|streak|break)|\b(longest|furthest|farthest|biggest)$/.test(
      text,
    );
  const isHilliest =
    /\b(hilliest|most (climb\w*|elevation|ascent|hills|uphill)|biggest climb)\b/.test(text);
  if (!isLongest && !isHilliest) return undefined;
  const within = askedWithin(asked) ?? 'ever';
  return { about: 'run', which: { by: isHilliest ? 'hilliest' : 'longest', within } };
}

/** "When did I last do a 20 miler?", "my last 30k run", "have I run over 25 km recently?" */
export function lastOver({ text }: Asked): Understood | undefined {
  if (!/\b(last|latest|recent|recently|when)\b/.test(text)) return undefined;
  if (COMPARES.test(text.replaceAll(/\b(more|longer|further|farther|less) than\b/g, 'over')))
    return undefined;
  if (
    /\b(pbs?|prs?|best|fastest|record|quickest|pace|predict\w*|time for|break|week|month|year)\b/.test(
      text,
    )
  )
    return undefined;
  if (AHEAD.test(text)) return undefined;
  const isRan = /\b(run|ran|runs|miler|do|did|done|over|longer|more|was my last)\b/.test(text);
  const named = /\bhalf( marathon)?\b/.test(text)
    ? 21_097.5
    : /\bmarathon\b/.test(text)
      ? 42_195
      : undefined;
  const distanceM = numberedDistance(text) ?? named;
  if (distanceM === undefined || distanceM < 3000 || !isRan) return undefined;
  if (/\b(in|of) (my|the) last\b|\blast (km|mile|kilometre|5 ?k|\d+ (km|miles))$/.test(text))
    return undefined;
  const isStrict = /\b(over|more than|longer than|further than|at least|above)\b/.test(text);
  return { about: 'run', which: { by: 'over', distanceM, roughly: !isStrict } };
}

/** "When was my last long run?": the day is the answer. */
export function sinceWhen(asked: Asked): Understood | undefined {
  const { text } = asked;
  const asksWhen =
    /^(and )?when (was|did|were|have)\b.*\b(last|latest|most recent)\b|\bhow (long|many days)( is it| has it been)? since\b|\bhow long ago\b|\bdays since\b|\blast time i (ran|raced|did)\b|^when did i (last )?(run|race)$/.test(
      text,
    );
  if (!asksWhen || /\b(long ?term|upload\w*|import\w*|sync\w*)\b/.test(text)) return undefined;
  if (/\b(hard|quality|tough)\b/.test(text)) return { about: 'since', which: { by: 'hard' } };
  const which = runNamedIn(asked);
  return which.by === 'newest' || which.by === 'kind' ? { about: 'since', which } : undefined;
}

export function streak({ text }: Asked): Understood | undefined {
  return /\bstreak\b|\b(days|runs) in a row\b|\bconsecutive days\b/.test(text)
    ? { about: 'streak' }
    : undefined;
}

/** "How was today's run?" names a day to look back on, not one to plan. */
export function lookingBack({ text, today }: Asked): Understood | undefined {
  const isShort = /^(and )?(my |the |on )?(last )?\w+('s)?( (run|session|workout|race))?$/.test(
    text,
  );
  if (!PAST.test(text) && !/\bi (ran|did)\b/.test(text) && !isShort) return undefined;
  const day = askedDay(text, today);
  if (day === undefined || (day === today && AHEAD.test(text))) return undefined;
  if (day === today && isShort) return undefined;
  if (day === today && !LOOKED_BACK.test(text)) return undefined;
  const which = { by: 'day', day } as const;
  const detail = askedDetail(text);
  if (detail !== undefined) return { about: 'run detail', detail, which };
  const isRun =
    RUN.test(text) ||
    isShort ||
    /\b(go|do|did|went|happened|it|rundown|recap|perform\w*|too (fast|hard|slow|easy|much)|look\w*|tell me|verdict)\b/.test(
      text,
    ) ||
    /^how (was|were) (last )?\w+( morning| evening)?$/.test(text);
  const judged = /\btoo (hard|fast|much)\b/.test(text) ? { tooHard: true as const } : {};
  return isRun ? { about: 'run', which, ...judged } : undefined;
}

/** A run of a day, of a kind, or by its place in the row; a wish or a leave to run is no run. */
export function whichRun(asked: Asked): Understood | undefined {
  const { text, today } = asked;
  const looksBack = PAST.test(text) || /\b(latest|recent|previous|break down)\b/.test(text);
  const isShort =
    text.split(' ').length <= 5 &&
    new RegExp(
      `^(and |please )?(my |the |a )?(last |latest |most recent |newest |previous |long |easy |tempo |interval |recovery |trail |treadmill )*(${RUN.source})( (report|summary|analysis|stats|please|\\w+day))?$`,
    ).test(text);
  if (
    !looksBack &&
    !isShort &&
    !/^(and )?(show me |how about )?(my|the) (\w+ )?(run|race|workout|session)\b/.test(text)
  )
    return undefined;
  if (AHEAD.test(text) && !/\b(was|were|did|went|last|latest|analy[sz]e|tell me)\b/.test(text))
    return undefined;
  // Somebody else's.
  if (/\bdid (?!i\b|we\b|my\b|it\b|that\b|the\b)\w+ (run|race|do)\b/.test(text)) return undefined;
  if (/\b(next|which run|which of my runs|how often|every run)\b/.test(text)) return undefined;
  if (isStatement(asked) || isGeneral(asked)) return undefined;
  const day = askedDay(text, today);
  const aboutRun =
    RUN.test(text) || /\b(analy[sz]e|break down|how (far|long|fast)|go|went)\b/.test(text);
  if (day !== undefined && aboutRun) return { about: 'run', which: { by: 'day', day } };
  const isRun =
    RUN.test(text) ||
    /\b(analy[sz]e|how (far|fast|long) did i|just (got back|finished))\b/.test(text);
  return isRun ? { about: 'run', which: runNamedIn(asked) } : undefined;
}

/** "Shall I do a run this evening?": the last thing that a wish to run can mean. */
export function aheadOfRun({ text }: Asked): Understood | undefined {
  return AHEAD.test(text) && RUN.test(text) && !PAST.test(text) ? { about: 'today' } : undefined;
}

/** The more special word stands before the one it contains: a drift of heart rate is no heart rate. */
const details: [RunDetail, RegExp][] = [
  ['cadence', /\bcadence\b|\bsteps? (per minute|a minute|rate|frequency)\b|\bstep rate\b|\bspm\b/],
  [
    'climb',
    /\bclimb\w*|\belevation\b|\bhilly\b|\bascent\b|\bascend\w*|\bvertical\b|\bhow many hills\b|\bup and down\b/,
  ],
  [
    'even',
    /\beven(ly)?\b.*\b(splits?|run|race|pace|pacing|paced|was)\b|\b(pace|pacing|paced|splits)\b.*\beven(ly)?\b|\bhow even\b|\b(run|ran|paced?) evenly\b|\bsplits?\b|\b(start|started|went out|go out|begin|going out) (off )?too (fast|hard|quick\w*)\b|\bslow(ed)? down\b|\bspe(ed|d) up\b|\b(second|2nd|first) half\b|\bhow was my pacing\b/,
  ],
  ['decoupling', /\bdecoupl\w*|\bdrift\w*|\bfad(e|ed|ing)\b|\bblow up\b|\bhit the wall\b/],
  ['efficiency', /\befficien\w*|\bper heart ?beat\b/],
  ['heart rate', /\bheart ?rate\b|\bpulse\b|\bhr\b|\bbpm\b|\bbeats per minute\b|\bmy heart\b/],
  [
    'load',
    /\bhow (hard|intense|tough|stressful) (was|were|did)\b|\bintensity of\b|\bload\b.*\b(run|session|workout|race)|^load of\b/,
  ],
  ['pace', /\bpaces?\b|\bhow (fast|quick|quickly|slow) (was|were|did)\b|\baverage speed\b/],
  [
    'distance',
    /\bhow (far|many (km|k|ks|miles?|kilometres))\b|\bwhat distance\b|\bhow much did i run\b|\bdistance of\b/,
  ],
  [
    'time',
    /\bhow long (did|was)\b.*\b(take|last|out|run|i|me|it)\b|\bduration\b|\bwhat time did i\b/,
  ],
];

export function askedDetail(text: string): RunDetail | undefined {
  return details.find(([, pattern]) => pattern.test(text))?.[0];
}

/** What it takes for "pace" to be one that was run: anything that looks back. */
const RAN = /\b(was|were|did|last|ran|latest|previous|average)\b/;
/** These need a run to be about: "how far did I go?" */
const NEEDS_RUN: ReadonlySet<RunDetail> = new Set(['distance', 'time', 'pace', 'load']);

export function detailOfRun(asked: Asked): Understood | undefined {
  const detail = askedDetail(asked.text);
  if (detail === undefined) return undefined;
  const { text, today } = asked;
  const day = askedDay(text, today);
  const isRan = RAN.test(text) || (day !== undefined && day !== today);
  if (NEEDS_RUN.has(detail) && !isRan) return undefined;
  if (isStatement(asked) || isGeneral(asked)) return undefined;
  // "Which run had the highest heart rate?" is about all of them.
  if (
    /\b(which (run|of my)|every run|always|next|sensor|strap|watch|should|wrong|target|strategy)\b/.test(
      text,
    )
  )
    return undefined;
  const isOwn = isRan || /\b(my|i|me|mine)\b/.test(text) || text.split(' ').length <= 3;
  if (!isOwn) return undefined;
  return { about: 'run detail', detail, which: runNamedIn(asked) };
}

/** "What pace did I run last time?": a pace that was, before those to train at. */
export function paceThatWas(asked: Asked): Understood | undefined {
  const { text } = asked;
  if (askedDetail(text) !== 'pace' || !/\b(did i|was|were|i ran)\b/.test(text)) return undefined;
  if (/\b(should|could|would|best|fastest|usual\w*|supposed)\b/.test(text)) return undefined;
  if (!RUN.test(text) && !/\b(last time|go|going)\b/.test(text)) return undefined;
  return { about: 'run detail', detail: 'pace', which: runNamedIn(asked) };
}

export function similarRuns(asked: Asked): Understood | undefined {
  const { text } = asked;
  if (/\b(week|month|year)(s|ly)?\b|\bpaces?\b.*\b(should|train)/.test(text)) return undefined;
  const isAsked =
    /\bsimilar\b|\bany good\b|\bgood or bad\b|\b(than|as) (i )?(usual\w*|normal\w*)|\bi (usually|normally)\b|\bas usual\b|\b(others?|ones|runs) like (it|this|that|my)\b|\b(than|to|with|from) (my )?(usual|normal|average|typical)\b|\b(typical|normal|usual) for me\b|\b(against|with|to|than) (my |the )?other (\w+ )?(runs|ones|races|sessions)\b/.test(
      text,
    );
  if (!isAsked) return undefined;
  return { about: 'similar', which: runNamedIn(asked) };
}

/** Two runs against each other: two days, two kinds, or a run and the one before it. */
export function twoRuns({ text, today }: Asked): Understood | undefined {
  if (!COMPARES.test(text) && !EITHER.test(text)) return undefined;
  const [first = '', second = ''] = text
    .replace(/^(please |can you |how does |how did )*(compar\w+ )?/, '')
    .replace(/'s( runs?)?\b/g, ' run')
    .split(/\bcompar\w+\b|\b(?:with|versus|vs|against|to|and|or|than)\b/)
    .filter((part) => /\w{3}/.test(part));
  const days = [first, second].map((part) => askedDay(part, today));
  if (days.every((day) => day === undefined) && !RUN.test(text)) return undefined;
  const which = runNamedIn({ text: first, today });
  if (days[1] !== undefined)
    return { about: 'two runs', which, other: { by: 'day', day: days[1] } };
  const other = runNamedIn({ text: second, today });
  const saysTwo = /\b(last|past|latest|recent) two\b/.test(text);
  if (saysTwo || EARLIER.test(second) || isSame(which, other)) {
    const earlier = oneBefore(which);
    return earlier && { about: 'two runs', which, other: earlier };
  }
  return { about: 'two runs', which, other };
}

export function oneBefore(which: WhichRun): WhichRun | undefined {
  return countsBack(which) ? { ...which, back: which.back + 1 } : undefined;
}

function isSame(one: WhichRun, other: WhichRun): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
