import { when, type Asked, type PaceName, type Recogniser, type Understood } from './asked.ts';
import { askedDistance } from './asked-distance.ts';

const DAY = /\b(today|tonight|tomorrow|this (morning|evening|afternoon))\b/;

const paceNames: [PaceName, RegExp][] = [
  ['repetition', /\brep(etition)?s?\b|\b(200|400)s?\b|\bstrides?\b/],
  ['interval', /\bintervals?\b|\bvo2 ?max\b|\b(800|1000)( ?m|s)?\b/],
  ['threshold', /\bthreshold\b|\btempos?\b|\blactate\b|\bcruise\b/],
  ['long', /\blong (runs?|ones?)\b/],
  ['easy', /\beasy\b|\brecovery\b|\bslow runs?\b|\bjog\w*/],
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
    /\b(hard|harder|intervals?|tempo|speed ?work|speed session|quality|fast|push|race)\b/.test(
      text,
    );
  const asksLeave =
    /\b(can|could|should|shall|may|am i ready|would|is (it|today|tonight)|ok(ay)? to|good (day|time|idea))\b/.test(
      text,
    );
  const isNow = DAY.test(text) || /\b(ready|now|go hard\w*|good day)\b/.test(text);
  return isHard && asksLeave && isNow && !/\bhow (fast|hard|slow)\b|^what can i race\b/.test(text)
    ? { about: 'hard today' }
    : undefined;
}

function withDistance(
  pattern: RegExp,
  about: 'predictions' | 'bests',
  except = /(?!)/,
): Recogniser {
  return ({ text }) => {
    if (!pattern.test(text) || except.test(text)) return undefined;
    const distanceM = askedDistance(text);
    return distanceM === undefined ? { about } : { about, distanceM };
  };
}

export const predictions = withDistance(
  /\b(could|can|would) i (run|race|do|finish|hold)\b|\bpredict\w*|\bproject(ed|ion)\b|\btime\b.*\bgoing to be\b|\bhow (fast|quick) (could|can|am)\b|\btime for an? |\btime for \d|\bwould i run in\b|\bable to (run|race)\b|\b(can|could|will) i break\b|\bsub \d|\brace (time|shape|pace)|\bfinish(ing)? time|\bgoal\b|\b(equivalent|potential|capable|realistic)\b|\bestimate my\b|\baim for\b|\bexpect\b|\bforecast\w*|\bestimated?\b|\b(can|could) i run an?\b|\b(what|which) pace\b|\bhow fast should i\b/,
  'predictions',
  new RegExp(`${DAY.source}|\\bhave i ever\\b`),
);

export const bests = withDistance(
  /^have i ever\b|\btop speeds?\b|\b(bests?|pbs?|prs?|records?|fastest|quickest|personal)\b/,
  'bests',
);

export const zones = when(
  /\bzones?\b|\bz[1-5]\b|\bpolari[sz]ed\b|\b80 20\b|\benough easy\b|\bintensity distribution\b|\beasy enough\b|\b(how much|what share|what part|per ?cent\w*)\b.*\b(easy|hard)\b/,
  { about: 'zones' },
);

export const today = when(
  /\b(what|which) (workout |session |training |run )?(should|shall|do|can|could) i (run|do|train)\b|\b(should|shall|can|may) i (even |really )?(run|train|rest|go|take|skip|jog)\b|\bhow (far|long|much) should i (run|go)\b|\brest day\b|\btoday'?s (run|session|training|workout|plan)\b|\b(run|session|workout|training|plan) (for )?today\b|\bwhat'?s? (is )?(next|on|up)( today)?$|\b(my|the) next (run|session|workout)\b|\bwhat now\b|\b(run|easy day|train) or (a )?rest\b|\brecommend\w*|\bwhat (training|run|session|workout) today\b|\bsuggest\w*|\bon today\b/,
  { about: 'today' },
);

export const trend = when(
  /\btrend\w*|\b(getting|get|become|becoming) (any )?(faster|fitter|slower|better|worse|stronger)\b|\b(losing|lost|gaining|gained|building|built) (any )?(fitness|form|speed|shape)\b|\b(fitness|form|shape)\b.*\b(going|rising|dropping|falling|growing|up|down)\b|\b(better|worse) shape\b|\bfitter than\b|\bimprov\w*|\bprogress\w*|\btraining (been )?going\b|\bbetter or worse\b|\b(training|it) working\b|\bheading\b|\bright (track|direction)\b|\bdo i develop\b|\bplateau\w*|\bgetting anywhere\b/,
  { about: 'trend' },
  /\b(this|last) (week|month)\b|\btoday\b/,
);

export const readiness = when(
  /\bready\b|\b(my|the) recovery\b(?! run)|\bdid i recover\b|\breadiness\b|\brecovered\b|\brecovery status\b/,
  {
    about: 'readiness',
  },
);

export const balance = when(
  /\bovertrain\w*|\bovertired\b|\btired\b|\bfatigued?\b|\bbalance\b|\btoo much\b|\btoo (high|hard|heavy|intense)\b|\bburn(t|ed)? ?out\b|\bback off\b|\bworn out\b|\bdrained\b|\bfresh(ness)?\b|\boverdo\w*|\bneed (a |some |more )?(break|rest)\b|\bexhausted\b/,
  { about: 'balance' },
);

export const load = when(/\b(fit|fitness|load|loaded|form|shape|condition)\b/, { about: 'load' });
