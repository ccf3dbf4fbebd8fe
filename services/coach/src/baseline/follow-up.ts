import type { Asked, RunDetail, Term, Topic, Understood, WhichRun } from './asked.ts';
import { askedDay } from './asked-day.ts';
import { askedDistance } from './asked-distance.ts';
import { askedPace } from './asked-form.ts';
import { COMPARES, whichMonth, whichWeek, whichYear } from './asked-period.ts';
import { askedDetail, oneBefore } from './asked-run.ts';

const OPENING = /^(and|what about|how about|or|the|also|in|for)\b/;
const STEP_BACK = /\b(before|previous|prior|earlier)\b/;
const THAT = /\b(it|that|this|these|those)\b/;

/** Questions that only say what differs from the one before. */
export function followUp(asked: Asked, before: Understood): Understood | undefined {
  const { text } = asked;
  const words = text.split(' ').length;
  if (words <= 6 && /^((but|and|ok|so) )?(why|how come|what makes you)\b/.test(text)) {
    return isAnswered(before) ? { about: 'why', of: before } : undefined;
  }
  if (
    words <= 7 &&
    /\bwhat (does|do) (that|this|it|they) mean\b|^explain( that| this| it)?$/.test(text)
  ) {
    const term = termOf(before);
    return term && { about: 'explain', term };
  }
  if ('which' in before) return aboutSameRun(asked, before.which);
  const compared = COMPARES.test(text) && (words <= 5 || THAT.test(text));
  if (compared) return againstEarlier(before);
  return OPENING.test(text) ? withWhatDiffers(asked, before) : undefined;
}

function aboutSameRun({ text, today }: Asked, which: WhichRun): Understood | undefined {
  const opens = OPENING.test(text);
  if (COMPARES.test(text) && (THAT.test(text) || text.split(' ').length <= 5)) {
    if (/\bsimilar|usual|normal|average|typical\b/.test(text)) return { about: 'similar', which };
    const other = oneBefore(which);
    if (other && STEP_BACK.test(text)) return { about: 'two runs', which, other };
  }
  if (/^(is|was) (that|it|this) (any )?(good|bad|ok|okay|normal|fast|slow|usual)\b/.test(text)) {
    return { about: 'similar', which };
  }
  const names = /\b(last|latest|pace for|my (easy|threshold|marathon|interval))\b/.test(text);
  const detail = askedDetail(text);
  const day = askedDay(text, today);
  if (
    detail !== undefined &&
    !names &&
    day === undefined &&
    (opens || /\b(was|were|did)\b/.test(text))
  ) {
    return { about: 'run detail', detail, which };
  }
  if (!opens) return undefined;
  if (STEP_BACK.test(text) && /\b(one|run|session)\b/.test(text)) {
    const other = oneBefore(which);
    if (other) return { about: 'run', which: other };
  }
  return day === undefined ? undefined : { about: 'run', which: { by: 'day', day } };
}

/** "compared with last month?", after a week, a month. */
function againstEarlier(before: Understood): Understood | undefined {
  if (before.about === 'week') return { about: 'two weeks', weeksBack: before.weeksBack };
  if (before.about === 'month') return { about: 'two months', monthsBack: before.monthsBack };
  return undefined;
}

function withWhatDiffers(asked: Asked, before: Understood): Understood | undefined {
  const { text } = asked;
  if (before.about === 'predictions' || before.about === 'bests') {
    const distanceM = askedDistance(text);
    return distanceM === undefined ? undefined : { about: before.about, distanceM };
  }
  if (before.about === 'paces') {
    const pace = askedPace(text);
    return pace === undefined ? undefined : { about: 'paces', pace };
  }
  if (!periods.has(before.about)) return undefined;
  const earlier = STEP_BACK.test(text) ? oneEarlier(before, text) : undefined;
  return earlier ?? whichWeek(asked) ?? whichMonth(asked) ?? whichYear(asked);
}

const periods: ReadonlySet<Topic> = new Set(['week', 'two weeks', 'month', 'two months', 'year']);

/** "And the week before?", unless another unit is named than the one that was spoken of. */
function oneEarlier(before: Understood, text: string): Understood | undefined {
  if ('weeksBack' in before && !/\b(month|year)\b/.test(text))
    return { about: 'week', weeksBack: before.weeksBack + 1 };
  if ('monthsBack' in before && !/\b(week|year)\b/.test(text))
    return { about: 'month', monthsBack: before.monthsBack + 1 };
  if ('yearsBack' in before && !/\b(week|month)\b/.test(text))
    return { about: 'year', yearsBack: before.yearsBack + 1 };
  return undefined;
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
