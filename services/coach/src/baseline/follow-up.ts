import type { About, Asked, RunDetail, Term, Topic, Understood } from './asked.ts';
import { askedDay } from './asked-day.ts';
import { askedDistance } from './asked-distance.ts';
import { askedPace } from './asked-form.ts';
import { askedMeasure, withMeasure } from './asked-measure.ts';
import {
  askedWithin,
  COMPARES,
  periodsIn,
  whichMonth,
  whichWeek,
  whichYear,
} from './asked-period.ts';
import { askedTerm } from './asked-plainly.ts';
import { askedDetail, oneBefore } from './asked-run.ts';
import { askedKind } from './asked-which.ts';
import type { Period } from './period.ts';

const OPENING = /^((but|ok|so|ah|hmm) )?(and|what about|how about|or|the|also|in|for|then)\b/;
const STEP_BACK = /\b(before|previous|prior|earlier)\b/;
const THAT = /\b(it|that|this|these|those)\b/;
const USUAL = /\b(similar|usual|usually|normal|normally|average|typical)\b/;

/** Questions that only say what differs from the one before. */
export function followUp(asked: Asked, before: Understood): Understood | undefined {
  const { text } = asked;
  const words = text.split(' ').length;
  if (
    words <= 6 &&
    /^((but|and|ok|so) )?(why|how come|what makes you|how do you know)\b/.test(text)
  ) {
    return isAnswered(before) ? { about: 'why', of: before } : undefined;
  }
  if (
    words <= 7 &&
    /\bwhat (does|do) (that|this|it|they) mean\b|^explain( that| this| it)?$/.test(text)
  ) {
    const term = termOf(before);
    return term && { about: 'explain', term };
  }
  if (before.about === 'explain' && OPENING.test(text) && words <= 5) {
    const term = askedTerm(text);
    if (term !== undefined) return { about: 'explain', term };
  }
  if ('which' in before && before.about !== 'since') return aboutSameRun(asked, before);
  const compared = COMPARES.test(text) && (words <= 5 || THAT.test(text));
  if (compared) return againstAnother(asked, before);
  const period = periodOf(before);
  if (period && words <= 8) return aboutSamePeriod(asked, before, period);
  return OPENING.test(text) || words <= 2 ? withWhatDiffers(asked, before) : undefined;
}

type OfRun = About<'run'> | About<'run detail'> | About<'similar'> | About<'two runs'>;

function aboutSameRun(asked: Asked, before: OfRun): Understood | undefined {
  const { text, today } = asked;
  const { which } = before;
  const words = text.split(' ').length;
  const opens = OPENING.test(text);
  if ((COMPARES.test(text) || /\bcompare\b/.test(text)) && (THAT.test(text) || words <= 5)) {
    if (USUAL.test(text)) return { about: 'similar', which };
    const other = oneBefore(which);
    if (other && STEP_BACK.test(text)) return { about: 'two runs', which, other };
  }
  if (
    /^(is|was) (that|it|this) (any )?(good|bad|ok|okay|normal|fast|slow|usual|typical|faster|slower)\b/.test(
      text,
    )
  ) {
    return { about: 'similar', which };
  }
  const names =
    /\b(last|latest|pace for|my (easy|threshold|marathon|interval)|mean|calculated)\b/.test(text);
  const detail = askedDetail(text);
  const day = askedDay(text, today);
  const elsewhere = names || day !== undefined || periodsIn(asked).length > 0;
  if (
    detail !== undefined &&
    !elsewhere &&
    (opens || words <= 3 || /\b(was|were|did)\b/.test(text))
  ) {
    return { about: 'run detail', detail, which };
  }
  const within = 'within' in which ? askedWithin(asked) : undefined;
  if ('within' in which && within && words <= 5)
    return { about: 'run', which: { ...which, within } };
  if (!opens && words > 3) return undefined;
  const kept = before.about === 'run detail' ? before : ({ about: 'run' } as const);
  if (STEP_BACK.test(text) && (/\b(one|run|session|that)\b/.test(text) || words <= 3)) {
    const other = oneBefore(which);
    if (other && askedKind(text) === undefined) return { ...kept, which: other };
  }
  if (day === undefined || /\b(should|tomorrow|plan)\b/.test(text)) return undefined;
  return { ...kept, which: { by: 'day', day } };
}

/** "compared with last month?", after a week, a month, a year. */
function againstAnother(asked: Asked, before: Understood): Understood | undefined {
  const period = periodOf(before);
  if (period === undefined) return undefined;
  const { unit, back } = period;
  const named = periodsIn(asked).find((one) => one.unit === unit && one.back !== back)?.back;
  const isStep = STEP_BACK.test(asked.text);
  const other = named === undefined || isStep ? back + 1 : named;
  const [later, earlier] = other > back ? [back, other] : [other, back];
  const rest = earlier === later + 1 ? {} : { otherBack: earlier };
  if (unit === 'week') return { about: 'two weeks', weeksBack: later, ...rest };
  if (unit === 'month') return { about: 'two months', monthsBack: later, ...rest };
  return { about: 'two years', yearsBack: later, otherBack: earlier };
}

/** Another figure of the same week, month or year; or the same figure of another one. */
function aboutSamePeriod(asked: Asked, before: Understood, period: Period): Understood | undefined {
  const { text, today } = asked;
  if (askedDay(text, today) !== undefined) return undefined;
  const isElsewhere = /\b(should|could|can|last run|long run|my run|pb|pr|best|longest)\b/.test(
    text,
  );
  if (isElsewhere) return undefined;
  const named = periodsIn(asked).length > 0 && !/\b(that|the same) (week|month|year)\b/.test(text);
  const earlier =
    STEP_BACK.test(text) && named === nameSameUnit(text, period)
      ? oneEarlier(period, text)
      : undefined;
  const opens = OPENING.test(text);
  if (earlier && (opens || text.split(' ').length <= 4)) return keepMeasure(earlier, before, asked);
  if (named) {
    const other = whichWeek(asked) ?? whichMonth(asked) ?? whichYear(asked);
    return other && opens ? keepMeasure(other, before, asked) : undefined;
  }
  if (askedMeasure(text) === undefined) return undefined;
  if (!opens && !THAT.test(text) && text.split(' ').length > 4) return undefined;
  return withMeasure(ofPeriod(period), asked);
}

function nameSameUnit(text: string, { unit }: Period): boolean {
  return new RegExp(`\\b${unit}\\b`).test(text);
}

function ofPeriod({ unit, back }: Period): About<'week'> | About<'month'> | About<'year'> {
  if (unit === 'week') return { about: 'week', weeksBack: back };
  return unit === 'month'
    ? { about: 'month', monthsBack: back }
    : { about: 'year', yearsBack: back };
}

/** "How much did I climb this month?" – "And last month?" */
function keepMeasure(now: Understood, before: Understood, { text }: Asked): Understood {
  const measure =
    'measure' in before && askedMeasure(text) === undefined ? before.measure : undefined;
  const isSummed = now.about === 'week' || now.about === 'month' || now.about === 'year';
  return isSummed && measure !== undefined ? { ...now, measure } : now;
}

function periodOf(before: Understood): Period | undefined {
  if ('weeksBack' in before) return { unit: 'week', back: before.weeksBack };
  if ('monthsBack' in before) return { unit: 'month', back: before.monthsBack };
  return 'yearsBack' in before ? { unit: 'year', back: before.yearsBack } : undefined;
}

function withWhatDiffers(asked: Asked, before: Understood): Understood | undefined {
  const { text } = asked;
  if (before.about === 'predictions' || before.about === 'bests') {
    const distanceM = askedDistance(text);
    return distanceM === undefined ? undefined : { about: before.about, distanceM };
  }
  if (before.about === 'paces') {
    if (/\b(others?|all|rest)\b/.test(text)) return { about: 'paces' };
    const pace = askedPace(text);
    return pace === undefined ? undefined : { about: 'paces', pace };
  }
  return undefined;
}

/** "And the week before?", unless another unit is named than the one that was spoken of. */
function oneEarlier({ unit, back }: Period, text: string): Understood | undefined {
  const others = { week: /\b(month|year)\b/, month: /\b(week|year)\b/, year: /\b(week|month)\b/ };
  if (others[unit].test(text)) return undefined;
  return ofPeriod({ unit, back: back + 1 });
}

/** "What could I run now?" after a best over ten kilometres is about ten kilometres. */
export function withDistanceBefore(
  now: Understood,
  before: Understood,
  { text }: Asked,
): Understood {
  const isRace = now.about === 'predictions' || now.about === 'bests';
  if (!isRace || now.distanceM !== undefined) return now;
  if (before.about !== 'predictions' && before.about !== 'bests') return now;
  const isAll = /\b(bests|pbs|prs|records|times|predictions|all|other)\b/.test(text);
  return before.distanceM === undefined || isAll || text.split(' ').length > 7
    ? now
    : { ...now, distanceM: before.distanceM };
}

/** The word that stands in the middle of an answer. */
const terms: Partial<Record<Topic, Term>> = {
  balance: 'balance',
  readiness: 'balance',
  'hard today': 'balance',
  load: 'long-term load',
  trend: 'long-term load',
  predictions: 'range',
  paces: 'threshold',
  zones: 'zones',
  similar: 'similar runs',
  bests: 'best effort',
};

const detailTerms: Partial<Record<RunDetail, Term>> = {
  cadence: 'cadence',
  decoupling: 'decoupling',
  efficiency: 'efficiency',
  load: 'run load',
  pace: 'grade-adjusted pace',
};

function termOf(before: Understood): Term | undefined {
  return before.about === 'run detail' ? detailTerms[before.detail] : terms[before.about];
}

const unanswered: ReadonlySet<Topic> = new Set(['unknown', 'hello', 'thanks', 'help', 'why']);

function isAnswered(before: Understood): boolean {
  return !unanswered.has(before.about);
}
