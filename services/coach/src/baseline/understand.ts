import { when, type Recogniser, type Understood } from './asked.ts';
import type { CivilDay } from './asked-day.ts';
import {
  balance,
  bests,
  goalStated,
  hardToday,
  load,
  paceIndex,
  predictions,
  readiness,
  today,
  tomorrow,
  trainingPaces,
  trend,
  zones,
} from './asked-form.ts';
import { memories } from './asked-memories.ts';
import { elsewhere } from './asked-beyond.ts';
import { isStatement, order } from './asked-mood.ts';
import {
  biggestPeriod,
  severalWeeks,
  twoPeriods,
  usualWeek,
  weekAhead,
  whichMonth,
  whichWeek,
  whichYear,
} from './asked-period.ts';
import {
  bring,
  explained,
  hello,
  help,
  longTime,
  noRoute,
  missing,
  plan,
  planWanted,
  thanks,
} from './asked-plainly.ts';
import {
  aheadOfRun,
  detailOfRun,
  lastOver,
  longestRun,
  lookingBack,
  paceThatWas,
  similarRuns,
  sinceWhen,
  streak,
  twoRuns,
  whichRun,
} from './asked-run.ts';
import { followUp, withDistanceBefore } from './follow-up.ts';
import { normalise } from './normalise.ts';
import { offersNear } from './offer-near.ts';

/** In this order: the more special wording stands before the more general one that it contains. */
const recognisers: Recogniser[] = [
  hello,
  thanks,
  explained,
  memories,
  noRoute,
  missing,
  bring,
  elsewhere,
  order,
  plan,
  paceIndex,
  weekAhead,
  streak,
  biggestPeriod,
  longestRun,
  lastOver,
  sinceWhen,
  similarRuns,
  twoPeriods,
  twoRuns,
  severalWeeks,
  usualWeek,
  tomorrow,
  hardToday,
  lookingBack,
  zones,
  paceThatWas,
  trainingPaces,
  predictions,
  bests,
  today,
  trend,
  whichWeek,
  whichMonth,
  whichYear,
  longTime,
  detailOfRun,
  readiness,
  balance,
  load,
  whichRun,
  aheadOfRun,
  help,
  when(/\btoday\b/, { about: 'today' }),
];

/** What a question asks for, read against what was asked before it: "and the week before?" */
export function understand(text: string, earlier: readonly string[], day: CivilDay): Understood {
  let before: Understood = { about: 'unknown' };
  for (const one of [...earlier, text]) {
    const asked = { text: normalise(one), today: day };
    const now = followUp(asked, before) ?? recognise(asked) ?? notUnderstood(asked.text);
    before = withDistanceBefore(now, before, asked);
  }
  return before;
}

function notUnderstood(text: string): Understood {
  const near = offersNear(text);
  return near.length > 0 ? { about: 'unknown', near } : { about: 'unknown' };
}

/** What may be heard in a sentence that tells something and asks nothing. */
const heardInStatements: Recogniser[] = [
  hello,
  thanks,
  bring,
  elsewhere,
  planWanted,
  balance,
  goalStated,
];

function recognise(asked: Parameters<Recogniser>[0]): Understood | undefined {
  const heard = isStatement(asked) ? heardInStatements : recognisers;
  for (const recogniser of heard) {
    const understood = recogniser(asked);
    if (understood) return understood;
  }
  return undefined;
}
