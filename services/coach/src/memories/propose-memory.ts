import type { ProposedMemory } from '@evensplit/contracts';
import type { CivilDay } from '../baseline/asked-day.ts';
import { normalise } from '../baseline/normalise.ts';
import type { Concern } from '../guardrails/words/guardrail-words.ts';
import { screenQuestion } from '../guardrails/screen-question.ts';
import { readSpan, type Span } from './read-span.ts';

export type Remembered = ProposedMemory['memory'];

const LONGEST = 280;
const REQUEST =
  /^(?:(?:hey|hi|ok|okay|so|and|please|coach|btw|by the way)[,!]?\s+)*(?:(?:can|could|would|will) you (?:please )?)?(?:please )?(?:remember|note|note down|take note|make a note|keep in mind|bear in mind|do not forget|don't forget|never forget|for the record|just so you know|fyi)(?: (?:this|it|down))?(?:\s*[:,-]\s*|\s+that\s+|\s+of the fact that\s+|\s+)(.+)$/is;
/** "Remember when I ran …?", "note the pace of …" ask for something else. */
const NO_STATEMENT =
  /^(?:when|how|what|which|who|why|where|if|whether|the (?:time|day|run|pace|race)|me\b|my (?:last|latest)|(?:this|it)$)/i;
const ASKS =
  /\?|^(?:what|how|when|why|which|who|where|should|shall|can|could|may|do|does|did|is|are|am i|was|were|will|would|tell|show|explain|compare|analy[sz]e)\b/i;

const SIDE = '(?:(?:left|right|both|lower|upper|inner|outer|front of my|back of my) )*';
const PART =
  'achilles(?: tendon)?|knees?|shins?|feet|foot|ankles?|hips?|heels?|groin|back|toes?|arch(?:es)?|calf|calves|hamstrings?|quads?|legs?|thighs?|glutes?|it band|plantar fascia|hip flexors?|shoulder|neck|metatarsals?';
const NAMED_INJURY =
  /\b(plantar fasciitis|runner'?s knee|shin splints|it band syndrome|tendin\w+|achillodynia|stress fracture|(?:\w+ )?(?:strain|sprain|tear))\b/;
const BODY = new RegExp(`\\b(?:my|the|a|an|in my|sore|both) ((?:${SIDE})(?:${PART}))\\b`);
const HURTS =
  /\b(hurts?|hurting|aches?|aching|sore|stiff|painful|pain|niggles?|injur\w+|swollen|strained|sprained|pulled|twisted|tore|torn|tight)\b/;

const events: [string, RegExp][] = [
  [
    'illness',
    /\b(i am|i'm|im|i was|i have been|i've been|being|been) (\w+ )?(sick|ill|unwell)\b|\b(have|got|caught|with) (a |the )?(\w+ )?(cold|flu|fever|covid(-19)?|infection|bronchitis|bug)\b/,
  ],
  [
    'altitude',
    /\b(at|to) (high )?altitude\b|\baltitude (camp|training)\b|\b(train|live|living|running|stay\w*) (\w+ ){0,3}metres (up|high)\b/,
  ],
  [
    'heat',
    /\bheat ?wave\b|\b(very|so|really|too) hot (here|outside|where)\b|\bheat (camp|training)\b/,
  ],
  [
    'travel',
    /\b(travell?ing|on a (\w+ )?trip|business trip|on the road|away (from home|for work|on business|until|till|from|all|next|this)|abroad|jet ?lag\w*)\b/,
  ],
  ['holiday', /\b(on|for a|on a) (holidays?|vacation)\b|\bhave (a )?(holiday|vacation)\b/],
  [
    'stress',
    /\b(stress\w*|exams?|deadlines?|new ?born|new baby|moving house|night shifts?|burn(ed|t)? ?out)\b/,
  ],
];

const phases: [string, RegExp][] = [
  ['off_season', /\boff season\b/],
  ['recovery', /\brecovery (phase|block|weeks?|month)\b/],
  ['taper', /\btaper(ing)?\b/],
  ['peak', /\bpeak (phase|block|weeks?)\b|\bpeaking\b/],
  ['build', /\bbuild(ing)? (phase|block|weeks?|up)\b/],
  ['base', /\bbase (phase|block|training|building|weeks?)\b|\bbuilding (my |a )?base\b/],
];
const IS_PHASE = /\b(i am|i'm|im|we are|i start\w*|i begin|my|until|since|in|into)\b/;

const PREFERS =
  /^(?:i(?:'d| would)? (?:really |strongly |always |usually )?(?:prefer|rather|hate|dislike|avoid)\b|i (?:do not|don't|really don't) (?:like|want|enjoy)\b|i (?:can|will|want to) only (?:run|train)\b|i (?:can't|cannot|can not|won't|never|don't|do not) (?:run|train|race|do)\b|i (?:always|usually) (?:run|train|do|rest)\b|i (?:like|love|enjoy) (?:to (?:run|train|do|rest)|running|my|long runs|easy runs)\b|my (?:long runs?|rest days?|easy days?|hard days?) (?:is|are|should)\b|no (?:track|treadmill|hills|intervals|runs?)\b)/;

/** Offers that would only hurt: a person in need is answered, and not filed. */
const mayBeNoted: ReadonlySet<Concern> = new Set(['complaint', 'bone_or_gait_pain', 'illness']);

/**
 * What a question seems to ask to be remembered, from clear wordings alone and in the athlete's own words; never what a
 * model made of it. An offer: it becomes a memory when the athlete sends it themselves.
 */
export function proposeMemory(question: string, today: CivilDay): Remembered | null {
  if (question.length > 4 * LONGEST) return null;
  const requested = REQUEST.exec(question.trim())?.[1];
  // "Can you remember that …?" is no question about it.
  const statement = requested?.replace(/\?+$/, '').trim() ?? question.trim();
  if (statement.length > LONGEST || statement.includes('\u0000')) return null;
  if (requested !== undefined && NO_STATEMENT.test(statement)) return null;
  if (ASKS.test(statement)) return null;
  const plain = normalise(statement);
  const memory = classify(plain, statement, { requested: requested !== undefined, today });
  return memory && isOffered(question) ? memory : null;
}

function isOffered(question: string): boolean {
  const ruling = screenQuestion({ text: question, earlier: [], isMinor: false });
  return ruling.verdict === 'answer' || ruling.concerns.every((one) => mayBeNoted.has(one));
}

function classify(
  plain: string,
  statement: string,
  { requested, today }: { requested: boolean; today: CivilDay },
): Remembered | null {
  const span = readSpan(plain, today);
  const text = tidy(statement);
  const isOwn = requested || /\b(i|i'm|i've|i'll|im|my|we|we're|we'll|our)\b/.test(plain);
  if (!isOwn) return null;
  const part = bodyPart(plain);
  if (part !== null) {
    return { kind: 'injury', topic: part, text, status: 'active', ...span };
  }
  const phase = phases.find(([, pattern]) => pattern.test(plain))?.[0];
  if (phase !== undefined && (requested || IS_PHASE.test(plain))) {
    return { kind: 'phase', topic: phase, text, status: null, ...span };
  }
  const event = events.find(([, pattern]) => pattern.test(plain))?.[0];
  const isClear = requested || span.since !== null || span.until !== null || event === 'illness';
  if (event !== undefined && isClear && !PREFERS.test(plain)) {
    return { kind: 'event', topic: event, text, status: null, ...begun(span, today) };
  }
  if (requested || PREFERS.test(plain)) {
    return { kind: 'preference', topic: null, text, status: null, since: null, until: null };
  }
  return null;
}

function bodyPart(plain: string): string | null {
  const named = NAMED_INJURY.exec(plain)?.[1];
  if (/\b(no|not|without|never|any more|gone|healed)\b/.test(plain)) return null;
  const part = BODY.exec(plain)?.[1];
  if (named !== undefined && /\b(i|my)\b/.test(plain)) return part ?? named;
  return part !== undefined && HURTS.test(plain) ? part : null;
}

/** What goes on and names no beginning has begun. */
function begun(span: Span, today: CivilDay): Span {
  const starts = span.since ?? (span.until !== null && span.until < today ? null : today);
  return { since: starts, until: span.until };
}

/** The athlete's words, with a capital and without the full stop. */
function tidy(statement: string): string {
  const line = statement.replaceAll(/\s+/g, ' ').replace(/[.!\s]+$/, '');
  return line.charAt(0).toUpperCase() + line.slice(1);
}
