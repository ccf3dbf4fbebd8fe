import type { Fact, FactSheet } from '@evensplit/contracts';
import { dayBefore, nameKind } from '../baseline/name-things.ts';
import {
  factOn,
  runOn,
  say,
  sentence,
  whyMissing,
  type Maybe,
  type Sentence,
} from '../baseline/prose.ts';

/** Raised with every change of the words below, so that the next look writes them anew. */
export const COMPOSER = 'baseline/1';

export type BriefingSheets = {
  today: FactSheet;
  lastRun: FactSheet;
  week: FactSheet;
  load: FactSheet;
  missing: FactSheet;
};

/** Longer ago than this, what came in is too old to be silent about. */
const STALE_DAYS = 3;
/** Smaller changes of long-term load are rounding. */
const LEVEL = 0.5;

/**
 * Two to four sentences for the first glance of the day: what today is for, the run before it, where the week and the
 * load stand, what is not known. None for somebody without runs. No model; the same facts give the same words.
 */
export function composeBriefing(sheets: BriefingSheets, day: string): Sentence[] {
  if (sheets.lastRun.runs.length === 0) return [];
  const told: Maybe[] = [
    tellToday(sheets.today),
    tellLastRun(sheets.lastRun, day),
    tellProgress(sheets.week, sheets.load),
    tellMissing(sheets.missing),
  ];
  return told.filter((one): one is Sentence => !!one);
}

const sessions: Record<string, string> = {
  rest: 'Today is for resting',
  recovery: 'Today is for a short, gentle run',
  easy: 'Today is for easy running',
  long: 'Today is for your long run',
  quality: 'Today has room for something quick',
  return: 'Today is for coming back gently',
};

function tellToday(sheet: FactSheet): Maybe {
  const decision = sheet.decisions.find((one) => one.metric === 'today.session');
  const session = sessions[decision?.choice ?? ''];
  if (!decision || session === undefined) {
    return say(whyMissing(sheet, 'today.session') ?? 'I know too little to say what today is for.');
  }
  if (decision.rule.endsWith(':already-ran-today')) {
    return say('You have run today already, so the rest of the day is for resting.');
  }
  return (
    sentence`${session}: about ${factOn(sheet, 'today.distance')}, or ${factOn(sheet, 'today.duration')} at your usual pace.` ??
    sentence`${session}: about ${factOn(sheet, 'today.distance')}.` ??
    say(`${session}.`)
  );
}

function tellLastRun(sheet: FactSheet, day: string): Maybe {
  const distance = factOn(sheet, 'activity.distance');
  const moving = factOn(sheet, 'activity.moving_time');
  const run = runOn(sheet, distance ?? moving);
  const since = factOn(sheet, 'today.days_since_run');
  if (!run || (run.localDate !== day && run.localDate !== dayBefore(day, 1))) {
    return since && since.value > 1 && sentence`Your last run was ${since} ago.`;
  }
  const subject = `${run.localDate === day ? 'Today' : 'Yesterday'}’s ${nameKind(run.kind)}`;
  return (
    sentence`${subject} covered ${distance} in ${moving}, at ${factOn(sheet, 'activity.avg_heart_rate')} on average.` ??
    sentence`${subject} covered ${distance} in ${moving}.` ??
    sentence`${subject} covered ${distance}.` ??
    sentence`${subject} took ${moving}.`
  );
}

function tellProgress(week: FactSheet, load: FactSheet): Maybe {
  const soFar = tellWeek(week);
  const trend = tellTrend(load);
  if (!trend) return [...soFar, '.'];
  return [...soFar, '; ', ...trend, '.'];
}

/** A clause without its full stop. */
function tellWeek(sheet: FactSheet): Sentence {
  const told = sentence`This week so far holds ${factOn(sheet, 'week.distance')} in ${factOn(sheet, 'week.runs')}`;
  if (told) return told;
  switch (sheet.gaps.find((gap) => gap.metric === 'week.distance')?.state) {
    case 'not_synced':
      return say(
        'What you ran this week is unknown, because nothing was brought in since it began',
      );
    case 'missing':
    case 'not_done':
    case undefined:
      return say('No run is recorded this week yet');
  }
}

function tellTrend(sheet: FactSheet): Maybe {
  const longTerm = factOn(sheet, 'load.long_term');
  const ramp = factOn(sheet, 'load.ramp');
  if (!ramp) return sentence`long-term load is ${longTerm}`;
  if (Math.abs(ramp.value) < LEVEL) return sentence`long-term load is level at ${longTerm}`;
  return ramp.value > 0
    ? sentence`long-term load rose by ${ramp} in seven days and is now ${longTerm}`
    : sentence`long-term load changed by ${ramp} in seven days and is now ${longTerm}`;
}

/** The one gap that matters most: old data before missing sensors. */
function tellMissing(sheet: FactSheet): Maybe {
  const age = factOn(sheet, 'data.days_since_upload');
  if (age && age.value >= STALE_DAYS) {
    return sentence`Files last came in ${age} ago, and what you ran since then I cannot know.`;
  }
  const silent = factOn(sheet, 'data.without_heart_rate');
  if (isSome(silent)) {
    return sentence`Of ${factOn(sheet, 'data.runs')} in the last four weeks, ${silent} came without heart rate.`;
  }
  const unweighed = factOn(sheet, 'data.without_load');
  return (
    isSome(unweighed) &&
    sentence`Of ${factOn(sheet, 'data.runs')} in the last four weeks, ${unweighed} came without a run load.`
  );
}

function isSome(fact: Fact | undefined): fact is Fact {
  return fact !== undefined && fact.value > 0;
}
