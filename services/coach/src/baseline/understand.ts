import { askedDay, type CivilDay } from './asked-day.ts';

/** Which run a question is about. */
export type WhichRun =
  | { by: 'newest'; back: number }
  | { by: 'kind'; kind: string; back: number }
  | { by: 'day'; day: CivilDay };

/** Topics whose answer needs no data. */
export type PlainTopic = 'unwell' | 'help' | 'bring' | 'long time' | 'unknown';

/** A question as far as it was understood. */
export type Understood =
  | { about: PlainTopic }
  | { about: 'today' }
  | { about: 'predictions'; distanceM?: number }
  | { about: 'bests'; distanceM?: number }
  | { about: 'two weeks'; weeksBack: number }
  | { about: 'week'; weeksBack: number }
  | { about: 'load' }
  | { about: 'run'; which: WhichRun };

type Asked = { text: string; today: CivilDay };
type Recogniser = (asked: Asked) => Understood | undefined;

const RUN = /\b(run|runs|ran|jog|workout|session|race|raced|training|intervals?|tempo|long one)\b/;

/** In this order: the more special wording stands before the more general one that it contains. */
const recognisers: Recogniser[] = [
  when(
    /\b(chest (pain|pressure|tight)|faint(ed|ing)?|dizz(y|iness)|collapsed?|palpitations?|short(ness)? of breath|injur(y|ed|ies)|(knee|shin|foot|ankle|hip|calf|achilles|back|groin|hamstring)\b.*\b(hurts?|pain|aches?|sore)|hurts?|painful|in pain|fever|flu|covid|(i am|i'm|feel(ing)?) (sick|ill|unwell))\b/,
    { about: 'unwell' },
  ),
  when(/\b(import|upload|connect|sync|export|bring)\b/, { about: 'bring' }),
  when(/\b(add|load) (in )?(my|some|a) (runs?|files?|data|activit)/, { about: 'bring' }),
  whichWeeks,
  lookingBack,
  forDistance(
    /\b(could|can|would) i (run|race|do|finish|hold)\b|\bpredict|\bhow fast (could|can|am)\b|\brace (time|shape)|\bfinish(ing)? time|\bgoal time|\b(equivalent|potential)\b/,
    'predictions',
  ),
  forDistance(/\b(bests?|pbs?|prs?|records?|fastest|personal)\b/, 'bests'),
  when(
    /\bwhat (should|shall|do|can|could) i (run|do|train)\b.*\b(today|now|tonight|tomorrow|next)\b/,
    { about: 'today' },
  ),
  when(
    /\b(should|shall|can) i (run|train|rest|go|take)\b|\brest day\b|\btoday'?s (run|session|training|workout|plan)\b|\b(run|session|workout|training) (for )?today\b|\bwhat('s| is) (next|on|up) ?(today)?\b|\bwhat should i (do|run)\b|\bsuggest\b/,
    { about: 'today' },
  ),
  whichWeek,
  when(
    /\b(this|last|past) (month|year)|\bin total|\ball time|\bever\b|\bso far this\b|\bsince (january|february|march|april|may|june|july|august|september|october|november|december)/,
    { about: 'long time' },
  ),
  when(
    /\b(fit|fitter|fitness|load|form|shape|fatigue|fatigued|tired|fresh|freshness|balance|overtrain\w*|overdo\w*|too much|training going|progress|improving)\b/,
    { about: 'load' },
  ),
  whichRun,
  when(
    /\b(what can you|what do you|who are you|help|how do(es)? (you|this)|what can i ask|what are you)\b/,
    { about: 'help' },
  ),
  when(/^(hi|hello|hey|good (morning|evening|afternoon)|moin|servus)\b/, { about: 'help' }),
  when(/\btoday\b/, { about: 'today' }),
];

/** What a question asks for, read against what was asked before it: "and the week before?" */
export function understand(text: string, earlier: readonly string[], today: CivilDay): Understood {
  let before: Understood = { about: 'unknown' };
  for (const one of [...earlier, text]) before = understandOne(normalise(one), before, today);
  return before;
}

function understandOne(text: string, before: Understood, today: CivilDay): Understood {
  return followUp(text, before, today) ?? recognise({ text, today }) ?? { about: 'unknown' };
}

function recognise(asked: Asked): Understood | undefined {
  for (const recogniser of recognisers) {
    const understood = recogniser(asked);
    if (understood) return understood;
  }
  return undefined;
}

/** Questions that only say what differs from the one before. */
function followUp(text: string, before: Understood, today: CivilDay): Understood | undefined {
  if (!/^(and|what about|how about|the|or)\b/.test(text)) return undefined;
  const stepBack = /\b(before|previous|prior|earlier)\b/.test(text);
  if (before.about === 'week') {
    if (stepBack) return { about: 'week', weeksBack: before.weeksBack + 1 };
    return whichWeek({ text, today });
  }
  if (before.about === 'run') {
    if (stepBack && /\b(one|run|session)\b/.test(text) && before.which.by !== 'day') {
      return { about: 'run', which: { ...before.which, back: before.which.back + 1 } };
    }
    const day = askedDay(text, today);
    if (day !== undefined) return { about: 'run', which: { by: 'day', day } };
  }
  if (before.about === 'predictions' || before.about === 'bests') {
    const distanceM = askedDistance(text);
    if (distanceM !== undefined) return { about: before.about, distanceM };
  }
  return undefined;
}

function when(pattern: RegExp, understood: Understood): Recogniser {
  return ({ text }) => (pattern.test(text) ? understood : undefined);
}

function forDistance(pattern: RegExp, about: 'predictions' | 'bests'): Recogniser {
  return ({ text }) => {
    if (!pattern.test(text)) return undefined;
    const distanceM = askedDistance(text);
    return distanceM === undefined ? { about } : { about, distanceM };
  };
}

function whichWeeks({ text }: Asked): Understood | undefined {
  if (!/\b(compare|versus|vs|against|compared)\b/.test(text) || !/\bweeks?\b/.test(text)) {
    return undefined;
  }
  return { about: 'two weeks', weeksBack: /\bthis week\b/.test(text) ? 0 : 1 };
}

function whichWeek({ text }: Asked): Understood | undefined {
  if (!/\bweeks?\b/.test(text)) return undefined;
  if (/\bbefore last\b|\b(two|2) weeks ago\b/.test(text)) return { about: 'week', weeksBack: 2 };
  if (/\b(three|3) weeks ago\b/.test(text)) return { about: 'week', weeksBack: 3 };
  if (/\b(four|4) weeks ago\b/.test(text)) return { about: 'week', weeksBack: 4 };
  if (/\b(last|past|previous) week\b|\ba week ago\b/.test(text))
    return { about: 'week', weeksBack: 1 };
  return /\bweek\b/.test(text) ? { about: 'week', weeksBack: 0 } : undefined;
}

/** "How was today's run?" names a day to look back on, not one to plan. */
function lookingBack(asked: Asked): Understood | undefined {
  const isBack = /\b(how (was|were|did)|analy[sz]e|tell me about)\b/.test(asked.text);
  return isBack && RUN.test(asked.text) && askedDay(asked.text, asked.today) !== undefined
    ? whichRun(asked)
    : undefined;
}

function whichRun({ text, today }: Asked): Understood | undefined {
  const day = askedDay(text, today);
  const aboutRun =
    RUN.test(text) || /\b(analy[sz]e|how far|how long|how fast|go|went)\b/.test(text);
  if (day !== undefined && aboutRun) return { about: 'run', which: { by: 'day', day } };
  if (!RUN.test(text) && !/\banaly[sz]e\b|\bhow (far|fast|long) did i\b/.test(text))
    return undefined;
  const back = /\b(before last|second last|second to last|previous)\b/.test(text) ? 1 : 0;
  const kind = askedKind(text);
  return {
    about: 'run',
    which: kind === undefined ? { by: 'newest', back } : { by: 'kind', kind, back },
  };
}

function askedKind(text: string): string | undefined {
  if (/\blong (run|one)\b|\blongest\b/.test(text)) return 'long';
  if (/\brace[ds]?\b/.test(text)) return 'race';
  if (/\binterval/.test(text)) return 'interval';
  if (/\btempo\b|\bthreshold\b/.test(text)) return 'tempo';
  if (/\beasy (run|one)\b/.test(text)) return 'easy';
  if (/\brecovery\b/.test(text)) return 'recovery';
  if (/\btreadmill\b/.test(text)) return 'treadmill';
  return undefined;
}

function askedDistance(text: string): number | undefined {
  if (/\bhalf\b|\b21(\.1)? ?k/.test(text)) return 21_097.5;
  if (/\bmarathon\b|\b42(\.2)? ?k/.test(text)) return 42_195;
  if (/\b(10 ?k|10 ?km|10,?000|ten k)/.test(text)) return 10_000;
  if (/\b(5 ?k|5 ?km|5,?000|five k)/.test(text)) return 5000;
  if (/\bmile\b/.test(text)) return 1609.344;
  if (/\b(1 ?k|1 ?km)\b/.test(text)) return 1000;
  if (/\b(3 ?k|3 ?km)\b/.test(text)) return 3000;
  return undefined;
}

function normalise(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[’‘]/g, "'")
    .replaceAll(/[^\p{L}\p{N}'.,-]+/gu, ' ')
    .trim();
}
