import { when, type Asked, type GoalTime, type PaceName, type Understood } from './asked.ts';
import { askedDistance } from './asked-distance.ts';
import { isGeneral } from './asked-mood.ts';

const DAY = /\b(today|tonight|tomorrow|this (morning|evening|afternoon))\b/;
const TOMORROW = /\btomorrow\b/;

const paceNames: [PaceName, RegExp][] = [
  ['repetition', /\brep(etition)?s?\b|\b(200|400)s?\b|\bstrides?\b/],
  ['interval', /\bintervals?\b|\bvo2 ?max\b|\b(800|1000)( ?m|s)?\b/],
  ['threshold', /\bthreshold\b|\btempos?\b|\blactate\b|\bcruise\b/],
  ['long', /\blong (runs?|ones?)\b/],
  ['easy', /\beasy\b|\brecovery\b|\bslow runs?\b|\bjog\w*|\bbase (runs?|miles)\b/],
  ['marathon', /\bmarathon\b(?<!half marathon)/],
];

export function askedPace(text: string): PaceName | undefined {
  return paceNames.find(([, pattern]) => pattern.test(text))?.[0];
}

/** What to train at; a pace that was, or one for a race of another distance, is another question. */
export function trainingPaces({ text }: Asked): Understood | undefined {
  if (
    !/\bpaces?\b|\bhow (fast|slow|quick\w*|hard) (should|do|must|shall)\b|\bhow (fast|slow) (is|are)\b.*\bsupposed\b|\bhow (fast|slow) is (easy|tempo|threshold)\b|\b(what|which) speed\b|^\w+( run)? speed$/.test(
      text,
    )
  )
    return undefined;
  if (/\b(was|were|did|average|last|index|adjusted|my run)\b/.test(text) || DAY.test(text))
    return undefined;
  const pace = askedPace(text);
  if (pace !== undefined) return { about: 'paces', pace };
  if (askedDistance(text) !== undefined) return undefined;
  return /\bpaces\b|\b(train|training|which pace|what pace)\b/.test(text)
    ? { about: 'paces' }
    : undefined;
}

/** May it be hard, now? */
export function hardToday({ text }: Asked): Understood | undefined {
  const isHard =
    /\b(hard|harder|intervals?|tempo|speed ?work|speed session|quality|fast|push|race)\b|\b(workout|session) or\b|\bor (take it |go )?easy\b/.test(
      text,
    );
  const asksLeave =
    /\b(can|could|should|shall|may|am i (ready|good|ok|fit|fresh enough)|would|is (it|today|tonight)|ok(ay)? to|good (day|time|idea))\b/.test(
      text,
    );
  const isNow = DAY.test(text) || /\b(ready|now|go hard\w*|good day)\b/.test(text);
  return isHard && asksLeave && isNow && !/\bhow (fast|hard|slow)\b|^what can i race\b/.test(text)
    ? { about: 'hard today' }
    : undefined;
}

const PREDICTS =
  /\b(could|can|would) i (run|race|do|finish|hold|go|break|manage)\b|\bpredict\w*|\bproject(ed|ion)\b|\btime\b.*\bgoing to be\b|\bhow (fast|quick|quickly) (could|can|am|would)\b|\btime for an? |\btime for \d|\bwould i run in\b|\bable to (run|race)\b|\b(can|could|will) i break\b|\b(sub|under) \d|\brace (time|shape|pace)|\bfinish(ing)? time|\bgoal\b|\b(equivalent|potential|capable|realistic)\b|\bestimate my\b|\baim for\b|\bexpect\b|\bforecast\w*|\bestimated?\b|\b(can|could) i run an?\b|\b(what|which) pace\b|\bhow fast should i\b|\bin shape for\b|\bgood for\b|\bqualif\w+|\b(what|which) (\w+ )?time (could|can|would|should)\b|\bon (for|track for) an?\b/;

/** What could be raced now; a time that is hoped for is held against it. */
export function predictions({ text }: Asked): Understood | undefined {
  const isPast = /\bhave i ever\b|\bgood for (me|my|you)\b|\bare you\b|\bdid i\b/.test(text);
  const isBest =
    /\b(my|the) (best|fastest|pb|pr|record)\b/.test(text) &&
    !/\b(could|can|would|predict\w*)\b/.test(text);
  const isNow = DAY.test(text) && !/\b(would|could) i (run|race|do)\b.*\bin an?\b/.test(text);
  if (!PREDICTS.test(text) || isPast || isBest || isNow) return undefined;
  const distanceM = askedDistance(text);
  const goal = askedGoal(text);
  return {
    about: 'predictions',
    ...(distanceM === undefined ? {} : { distanceM }),
    ...(goal === undefined ? {} : { goal }),
  };
}

/** "My goal is sub 40 for 10k": what stands in the way of it is the answer. */
export function goalStated(asked: Asked): Understood | undefined {
  return askedGoal(asked.text) !== undefined && /\b(goal|aim|target|want|hop\w*)\b/.test(asked.text)
    ? predictions(asked)
    : undefined;
}

const GOAL =
  /\b(?:sub|under|below|break|breaking|in|beat|aim for|faster than) ?-?(?:a |an )?(\d{1,2})(?::(\d{2}))?(?::\d{2})?(?: ?(hours?|h|min|minutes?))?\b(?! ?(k|km|miles?|kilomet\w+|weeks?|months?|days?)\b)/;

/** "sub 20", "break 25 min", "under 1:45": a time as it is typed. */
function askedGoal(text: string): GoalTime | undefined {
  const [, first, second, unit] = GOAL.exec(text) ?? [];
  if (first === undefined) return undefined;
  return {
    first: Number(first),
    second: second === undefined ? undefined : Number(second),
    ...(unit === undefined
      ? {}
      : { unit: unit.startsWith('h') ? ('hours' as const) : ('minutes' as const) }),
  };
}

export function bests({ text }: Asked): Understood | undefined {
  const isAsked =
    /^have i ever\b|\btop speeds?\b|\b(bests?|pbs?|prs?|records?|fastest|quickest|personal)\b/.test(
      text,
    );
  const distanceM = askedDistance(text);
  const isOnlyBest =
    !/\b(bests|pbs?|prs?|records?|fastest|quickest|personal|ever)\b|\bspeeds?\b/.test(text);
  const isMine = /\b(my|i|efforts?|times?|performances?|results?)\b|^bests?$/.test(text);
  if (!isAsked || /\bbest (way|day|time of|time to)\b/.test(text)) return undefined;
  if (isOnlyBest && distanceM === undefined && !isMine) return undefined;
  return distanceM === undefined ? { about: 'bests' } : { about: 'bests', distanceM };
}

const ZONES =
  /\bzones?\b|\bz[1-5]\b|\bpolari[sz]ed\b|\b80 20\b|\b80 to 20\b|\benough easy\b|\bintensity distribution\b|\beasy (runs |ones |days )?easy enough\b|\beasy enough\b|\b(how much|what share|what part|per ?cent\w*)\b.*\b(easy|hard)\b|\b(what|which) (heart rate|hr)\b.*\b(should|stay|under|keep|aim|easy|tempo)\b/;
const LIMIT = /\bmax(imum|imal)? (heart rate|hr|pulse|bpm)\b|\b(heart rate|hr) max(imum)?\b/;
const THRESHOLD_HEART = /\b(threshold|lactate)\b.*\b(heart rate|hr|bpm|pulse)\b|\blthr\b/;

/** Where the zones lie and how much time went into each; or one of the figures they rest on. */
export function zones({ text }: Asked): Understood | undefined {
  const looksBack = /\b(last|yesterday|reach|hit|get|got|during)\b/.test(text);
  if (LIMIT.test(text) && !looksBack) return { about: 'zones', limit: 'maximum' };
  if (THRESHOLD_HEART.test(text) && !looksBack) return { about: 'zones', limit: 'threshold' };
  return ZONES.test(text) && !isGeneral({ text, today: '' }) && !/\bbreath\w*\b/.test(text)
    ? { about: 'zones' }
    : undefined;
}

/** The day after is not decided yet: that is an answer of its own. */
export function tomorrow({ text }: Asked): Understood | undefined {
  const isAsked =
    /\b(run|running|train|training|rest|do|session|workout|look|plan|hard|easy|intervals?|tempo|long|next|about|for)\b/.test(
      text,
    ) || text.split(' ').length <= 3;
  const isOther = /\bready\b|\brecovered\b|\b(would|could) i (run|race) in\b/.test(text);
  const isLater =
    /\b(should|shall|can|could|may) i\b/.test(text) &&
    /\b(on|this|next|for) (monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)\b/.test(
      text,
    ) &&
    !/\b(last|did|was|were|run in an?|race)\b/.test(text);
  return (isLater || (TOMORROW.test(text) && isAsked)) && !isOther
    ? { about: 'tomorrow' }
    : undefined;
}

export const today = when(
  /\b(what|which) (workout |session |training |run )?(should|shall|do|can|could) i (run|do|train)\b|\b(should|shall|can|may) i (even |really )?(run|train|rest|go|take|skip|jog)\b|\bhow (far|long|much) should i (run|go)\b|\brest day\b|\btoday'?s (run|session|training|workout|plan)\b|\b(run|session|workout|training|plan) (for )?today\b|\bwhat'?s? (is )?(next|on|up)( today)?$|\b(my|the) next (run|session|workout)\b|\bwhat now\b|\b(run|easy day|train) or (a )?rest\b|\brecommend\w*|\bwhat (training|run|session|workout) today\b|\bsuggest\w*|\bon today\b|\b(day off|rest day|run or rest|rest or run)\b|\bwhat('s| is| do i do| to do)\b.*\btoday\b/,
  { about: 'today' },
);

export const trend = when(
  /\btrend\w*|\b(getting|get|become|becoming) (any )?(faster|fitter|slower|better|worse|stronger)\b|\b(losing|lost|gaining|gained|building|built) (any )?(fitness|form|speed|shape)\b|\b(fitness|form|shape)\b.*\b(going|rising|dropping|falling|growing|up|down)\b|\b(better|worse) shape\b|\bfitter than\b|\bimprov\w*|\bprogress\w*|\btraining (been )?going\b|\bbetter or worse\b|\b(training|it) working\b|\bheading\b|\bright (track|direction)\b|\bdo i develop\b|\bplateau\w*|\bgetting anywhere\b|\b(slower|faster|fitter|quicker|stronger) than (i )?(used to|before|i was|a (month|year) ago|last (year|summer|spring|winter|autumn|fall))\b|\b(lose|lost|losing) (\w+ )?fitness\b|\bfitness\b.*\b(lose|lost|gain\w*|chang\w*)\b/,
  { about: 'trend' },
  /\b(this|last) (week|month)\b|\btoday\b/,
);

export const readiness = when(
  /\bready\b|\b(my|the) recovery\b(?! (run|jog|pace|week|period|drink|day))|\bdid i recover\b|\breadiness\b|\brecovered\b|\brecovery status\b|\bfresh enough (to|for)\b|\bneed more recovery\b/,
  {
    about: 'readiness',
  },
);

export const balance = when(
  /\bovertrain\w*|\bovertired\b|\btired\b|\bfatigued?\b|\bbalance\b|\btoo much\b|\btoo (high|hard|heavy|intense)\b|\bburn(t|ed)? ?out\b|\bback off\b|\bworn out\b|\bdrained\b|\bfresh(ness)?\b|\boverdo\w*|\bneed (a |some |more )?(break|rest)\b(?! day)|\bexhausted\b|\bcut(ting)? back\b|\b(push\w*|train\w*|go\w*|increas\w*|ramp\w*|build\w*|add\w*)\b.*\btoo (hard|much|fast|quick\w*|soon|little|many)\b|\brun(ning)? (enough|too (little|much|often))\b|\btoo many (miles|km|runs)\b/,
  { about: 'balance' },
);

export const paceIndex = when(/\bpace index\b/, { about: 'pace index' });

const OWN = /\b(my|i|me|what|how|current|currently|right now)\b/;

export function load({ text }: Asked): Understood | undefined {
  const isNamed = /\b(fitness|load|loaded|form|shape|condition)\b/.test(text);
  const isFit = /\b(how|so|as|am i|really|super|currently|still|enough) (\w+ )?fit\b|^fit\b/.test(
    text,
  );
  const isAlone =
    /^((current|training|fitness|recent|long term) )*(fitness|load|form|shape|status|level)$/.test(
      text,
    );
  return isFit || isAlone || (isNamed && OWN.test(text)) ? { about: 'load' } : undefined;
}
