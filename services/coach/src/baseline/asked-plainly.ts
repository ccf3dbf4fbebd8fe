import { when, type Asked, type Term, type Understood } from './asked.ts';

export const hello = when(
  /^(hi|hello|hey|yo|howdy|hiya|sup|(good )?(morning|evening|afternoon)|good day|moin|servus|hallo|greetings)( (there|coach|again|you|evensplit|mate|all))*$/,
  { about: 'hello' },
);
export const thanks = when(
  /^((ok|okay|great|cool|nice|perfect|good|many|alright|super|wonderful|brilliant|awesome|ah|oh) )*(thanks?|ta|much appreciated|thank you|thx|ty|cheers|bye|goodbye|see you|danke)\b.{0,25}$|\b(thanks|thank you|thx)( a lot| very much)?$/,
  { about: 'thanks' },
);
export const bring = when(
  /\b(import\w*|upload\w*|connect\w*|sync\w*|export|bring)\b|\b(add|load|get) (in )?(my|some|a) (runs?|files?|data|activit\w+)|\b(started|begin|start) with my (files|data|runs)\b/,
  { about: 'bring' },
);
export const missing = when(
  /\bmissing\b|\b(do you have|have you got|did you get) all\b|\b(heart rate|hr) data\b|\bhow (fresh|old|recent|current|complete|up to date) (is|are) (my|the|your)\b.*\b(data|runs|files)\b|\b(data|record|history|profile) (is |be )?(in)?complete\b|\b(not complete|incomplete)\b|\bmy data\b.*\bcomplete\b|\b(which|what|how many) runs? (have|has|are|were|lack)? ?(no|without|lack\w*)\b|\blast (upload|import|sync)\w*|\bdata quality\b|\bdo(n't| not)? you (not )?know about me\b|\bruns? without heart rate\b|\bdata up to date\b|\bgaps in my\b|\b(why|how come)\b.*\b(haven't|no|not|don't|isn't|missing)\b.*\b(heart rate|hr|cadence|elevation|pace|load)\b|\bruns?\b.*\b(no|without|lack\w*|missing) (an? )?(heart rate|hr|gps)\b/,
  { about: 'missing' },
);
export const noRoute = when(
  /^treadmill( runs?)?$|\bgps\b|\b(treadmill|indoor)\b.*\b(counts?|missing|wrong|odd)\b|\b(no|missing) (map|track|route)\b|\b(treadmill|indoor)\b.*\b(counted|include\w*)\b|\b(count|handle|treat|include|support|about|do you)\b.*\b(treadmill|indoor)\b/,
  { about: 'no route' },
);
export const plan = when(
  /\b(plan|plans|schedule|program|programme)\b|\bhow (do|should|can|would) i (train|prepare) for\b|\b(want|like|need|going|help me) to (train|prepare) for\b|\bcoach me\b|\b(move|swap|shift|reschedule|cancel|skip|change|postpone)\b.*\b(run|session|workout|long run|tempo|intervals|race)\b.*\b(to|with|until|for)?\b|\b(build|make|write|create|give|design) me an? (\w+ ){0,3}(plan|program\w*|schedule|block)\b/,
  { about: 'plan' },
  /\btoday\b|^(should|shall|may) i\b/,
);
/** "I need a marathon plan" states a wish. */
export function planWanted(asked: Asked): Understood | undefined {
  return /\b(need|want|like|looking for)\b/.test(asked.text) ? plan(asked) : undefined;
}

export const longTime = when(
  /\bin total\b|\ball time\b|\bever\b|\blifetime\b|\boverall\b|\bsince i (began|started)\b/,
  { about: 'long time' },
);
export const help = when(
  /\b(what (can you|you can)|what do you do|who are you$|can you help|^help( me)?( please)?$|(questions|things) can i ask|your features|what is this$|what is evensplit|what else can|what should i ask|how do(es)? (you|this)( app)? work|what can i ask|what are you|are you (an? )?(ai|bot|robot|human|real|model)|what do you know)\b/,
  { about: 'help' },
);

/** The more special term stands before the one it contains. */
const terms: [Term, RegExp][] = [
  [
    'receipts',
    /\breceipts?\b|\bnumbers? come from\b|\bhow do (you|i) know\b|\bwhere do (these|the|your)\b|\b(numbers?|figures?) (right|true|correct)\b/,
  ],
  ['long-term load', /\b(long term|chronic) (training )?load\b/],
  ['recent load', /\b(recent|acute) (training )?load\b/],
  ['balance', /\bbalance\b/],
  ['pace index', /\bpace index\b/],
  ['grade-adjusted pace', /\bgrade adjusted\b|\bgap\b/],
  ['decoupling', /\bdecoupling\b|\b(cardiac|heart ?rate) drift\b/],
  ['efficiency', /\befficiency\b|\bper (heart ?)?beat\b/],
  ['threshold', /\bthreshold\b/],
  ['range', /\branges?\b/],
  ['best effort', /\bbest efforts?\b/],
  ['cadence', /\bcadence\b/],
  ['zones', /\bzones?\b/],
  ['similar runs', /\bsimilar\b/],
  ['run load', /\bload\b/],
];

export function askedTerm(text: string): Term | undefined {
  return terms.find(([, pattern]) => pattern.test(text))?.[0];
}

const MEANING =
  /\b(explain|define|definition|mean|means|meant|meaning|calculated?|computed?|understand|counts as|makes|come from|how do you know)\b|^why is there\b|\b(does|do) .*\b(tell|say)( me| us)?$|^(can you )?tell me what\b|^what('?s| is) the difference between\b|^why do you give\b|\bhow (do|does|is|are)\b.*\b(work|worked out)\b|\bwork (it|that|this) out\b|\bwhat counts\b|\bhow do i know\b|\bwhat('s| is) (an? |the )?\w+( \w+){0,2} (actually|exactly|then|even)$/;
/** "What is decoupling?", and nothing after it. */
const WHAT_IS =
  /^what( exactly| on earth| the hell)?('?s| is| are)( exactly)?( an?| the| this| that)? (good )?(\w+ ){0,3}\w+$/;
const OWN = /\b(my|our|mine|for me|last|was|were|did|today)\b/;

/** A word of the product; with "my" in it the athlete's own value is meant instead. */
export function explained({ text }: Asked): Understood | undefined {
  if (OWN.test(text) || !(MEANING.test(text) || WHAT_IS.test(text))) return undefined;
  const term = askedTerm(text);
  return term === undefined ? undefined : { about: 'explain', term };
}
