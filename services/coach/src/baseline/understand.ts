import { when, type Recogniser, type Understood } from './asked.ts';
import type { CivilDay } from './asked-day.ts';
import {
  balance,
  bests,
  hardToday,
  load,
  predictions,
  readiness,
  today,
  trainingPaces,
  trend,
  zones,
} from './asked-form.ts';
import { memories } from './asked-memories.ts';
import { twoPeriods, whichMonth, whichWeek, whichYear } from './asked-period.ts';
import {
  bring,
  elsewhere,
  explained,
  hello,
  help,
  longTime,
  noRoute,
  missing,
  plan,
  thanks,
} from './asked-plainly.ts';
import {
  aheadOfRun,
  detailOfRun,
  longestRun,
  lookingBack,
  similarRuns,
  twoRuns,
  whichRun,
} from './asked-run.ts';
import { followUp } from './follow-up.ts';
import { normalise } from './normalise.ts';

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
  plan,
  similarRuns,
  twoPeriods,
  twoRuns,
  longestRun,
  lookingBack,
  hardToday,
  zones,
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
    before = followUp(asked, before) ?? recognise(asked) ?? { about: 'unknown' };
  }
  return before;
}

function recognise(asked: Parameters<Recogniser>[0]): Understood | undefined {
  for (const recogniser of recognisers) {
    const understood = recogniser(asked);
    if (understood) return understood;
  }
  return undefined;
}
