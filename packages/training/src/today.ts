import { dayNumber } from './civil-date.ts';
import { recentTraining, type RecentRun, type RecentTraining } from './recent-training.ts';
import { none, type None, type Result, type Unit } from './result.ts';
import { longestWithoutSpike } from './session-spike.ts';

export type TodaySession = 'rest' | 'easy' | 'recovery' | 'long' | 'quality' | 'return';

/** A fact the suggestion rests on. */
export type Because = { metric: string; value: number; unit: Unit };

/** Ranges are [low, high]; null on a rest day. `rule` names the rule that fired. */
export type TodaySuggestion = {
  session: TodaySession;
  distanceM: [number, number] | null;
  durationS: [number, number] | null;
  rule: string;
  because: Because[];
  method: 'today/1';
};

export type TodayInput = {
  /** Civil date of the athlete, `YYYY-MM-DD`. */
  today: string;
  runs: readonly RecentRun[];
  /** The load curve today, if there is one. */
  load?: { longTerm: Result; recent: Result } | null;
  age?: number | null;
  /** An injury or illness that the athlete says stands today, or one they are coming back from. */
  health?: 'injured_or_ill' | 'recovering' | null;
};

/** Limits (policy; the guards repeat science.md §4 and §9). */
const MOST_STREAK_DAYS = 6;
const MOST_HARD_IN_7 = 2;
const HARD_GAP_DAYS = 2;
const HARD_GAP_DAYS_FROM_50 = 3;
const LONG_GAP_DAYS = 6;
const LOAD_RATIO_FOR_QUALITY = 1.3;
const WEEK_GROWTH = 1.13;
const LONG_BREAK_DAYS = 15;
const SHORT_BREAK_DAYS = 6;
const FIRST_RUN_M = 5000;
const LEAST_RUN_M = 1000;

/**
 * What to run today (`today/1`, policy), from what was run and what the athlete noted about their health. The first rule that fires:
 * already ran · an injury or illness that was noted (nothing is suggested on top of it, §11) · return after a break (§9) · six days in a row · the usual days of the week are done · a day after a hard one · long run due · quality due · easy.
 * Guards: ≥ 48 h between hard sessions (72 h from 50), never above 1.10 × the longest run of 30 days, the week never above
 * 1.13 × the best of the last four, nothing hard or long while recovering. `TOO_FEW` without a run, `TOO_OLD` when the last is over a year ago, `INVALID_INPUT`.
 */
export function suggestToday(input: TodayInput): TodaySuggestion | None {
  const today = dayNumber(input.today);
  if (today === null) return none('INVALID_INPUT', 'the date is not YYYY-MM-DD');
  if (input.runs.length === 0) return none('TOO_FEW', 'no runs recorded yet');
  const recent = recentTraining(input.runs, today);
  if (!recent) return none('TOO_OLD', 'no run in the last year');
  return (
    afterToday(recent) ??
    unwell(input) ??
    afterBreak(recent) ??
    restDay(recent) ??
    afterHard(recent, input) ??
    recovering(recent, input) ??
    longDay(recent, input) ??
    qualityDay(recent, input) ??
    easyDay(recent)
  );
}

function afterToday(recent: RecentTraining): TodaySuggestion | null {
  return recent.ranToday ? rest('already-ran-today', [fact('daysSinceRun', 0, 'days')]) : null;
}

/** Whether it may be run on cannot be judged from here, so it is not. */
function unwell({ health }: TodayInput): TodaySuggestion | null {
  return health === 'injured_or_ill' ? rest('noted-injury-or-illness', []) : null;
}

function recovering(recent: RecentTraining, { health }: TodayInput): TodaySuggestion | null {
  if (health !== 'recovering') return null;
  return run(recent, 'easy', [0.4, 0.8], 'easy-while-recovering', [
    fact('daysSinceRun', recent.daysSinceRun, 'days'),
  ]);
}

function afterBreak(recent: RecentTraining): TodaySuggestion | null {
  const missed = recent.daysSinceRun - 1;
  if (missed >= LONG_BREAK_DAYS)
    return run(recent, 'return', [0.3, 0.5], 'return-after-long-break', [
      fact('daysSinceRun', recent.daysSinceRun, 'days'),
    ]);
  if (missed >= SHORT_BREAK_DAYS)
    return run(recent, 'return', [0.5, 0.7], 'return-after-break', [
      fact('daysSinceRun', recent.daysSinceRun, 'days'),
    ]);
  const { lastBreak } = recent;
  if (!lastBreak || recent.daysSinceRun > 5) return null;
  const because = [
    fact('missedDays', lastBreak.missedDays, 'days'),
    fact('daysSinceReturn', lastBreak.daysSinceReturn, 'days'),
  ];
  const isLong = lastBreak.missedDays >= LONG_BREAK_DAYS;
  if (isLong && lastBreak.daysSinceReturn < 7)
    return recent.daysSinceRun === 1
      ? rest('every-other-day-after-break', because)
      : run(recent, 'return', [0.4, 0.5], 'first-week-back', because);
  if (lastBreak.daysSinceReturn <= Math.min(28, lastBreak.missedDays / 2))
    return tooManyDays(recent) ?? run(recent, 'easy', [0.6, 0.8], 'easy-only-after-break', because);
  return null;
}

function tooManyDays(recent: RecentTraining): TodaySuggestion | null {
  return recent.streakDays >= MOST_STREAK_DAYS
    ? rest('days-in-a-row', [fact('streakDays', recent.streakDays, 'days')])
    : null;
}

function restDay(recent: RecentTraining): TodaySuggestion | null {
  const tooMany = tooManyDays(recent);
  if (tooMany) return tooMany;
  const usual = recent.usualDaysPerWeek;
  if (usual !== null && recent.daysRunIn7 >= Math.max(1, Math.round(usual)))
    return rest('usual-days-done', [
      fact('daysRunIn7', recent.daysRunIn7, 'days'),
      fact('usualDaysPerWeek', usual, 'days'),
    ]);
  return null;
}

function afterHard(recent: RecentTraining, input: TodayInput): TodaySuggestion | null {
  if (recent.daysSinceHard === null || recent.daysSinceHard >= hardGap(input)) return null;
  return run(recent, 'recovery', [0.4, 0.7], 'day-after-hard', [
    fact('daysSinceHard', recent.daysSinceHard, 'days'),
  ]);
}

function longDay(recent: RecentTraining, input: TodayInput): TodaySuggestion | null {
  const { longest30M, daysSinceLong } = recent;
  if (longest30M === null || daysSinceLong === null || daysSinceLong < LONG_GAP_DAYS) return null;
  if (!recent.isUsualLongDay && daysSinceLong < LONG_GAP_DAYS + 2) return null;
  if (!hardAllowed(recent, input)) return null;
  const cap = Math.min(longestWithoutSpike(longest30M), roomInWeek(recent));
  if (cap < 0.9 * longest30M) return null;
  return shape(recent, 'long', [0.9 * longest30M, cap], 'long-run-due', [
    fact('daysSinceLong', daysSinceLong, 'days'),
    fact('longest30', longest30M, 'm'),
  ]);
}

function qualityDay(recent: RecentTraining, input: TodayInput): TodaySuggestion | null {
  const { daysSinceHard, hardIn7Days, hardIn28Days } = recent;
  // Nobody is sent into a first hard session by a rule: quality is suggested only to those who already do it.
  if (daysSinceHard === null || hardIn28Days === 0 || !hardAllowed(recent, input)) return null;
  if (hardIn7Days >= MOST_HARD_IN_7) return null;
  const ratio = loadRatio(input);
  if (ratio !== null && ratio > LOAD_RATIO_FOR_QUALITY) return null;
  return run(recent, 'quality', [0.8, 1], 'quality-due', [
    fact('daysSinceHard', daysSinceHard, 'days'),
    fact('hardIn7Days', hardIn7Days, 'runs'),
    ...(ratio === null ? [] : [fact('recentToLongTermLoad', ratio, '1')]),
  ]);
}

function easyDay(recent: RecentTraining): TodaySuggestion {
  return run(recent, 'easy', [0.7, 1.1], 'easy-by-default', [
    fact('daysSinceRun', recent.daysSinceRun, 'days'),
  ]);
}

function hardGap(input: TodayInput): number {
  return (input.age ?? 0) >= 50 ? HARD_GAP_DAYS_FROM_50 : HARD_GAP_DAYS;
}

/** A run of unknown hardness in the last three days may have been hard: then nothing hard is suggested. */
function hardAllowed(recent: RecentTraining, input: TodayInput): boolean {
  if (recent.unknownHardness > 0) return false;
  return recent.daysSinceHard === null || recent.daysSinceHard >= hardGap(input);
}

function loadRatio(input: TodayInput): number | null {
  const longTerm = input.load?.longTerm.value ?? null;
  const recent = input.load?.recent.value ?? null;
  return longTerm === null || recent === null || !(longTerm > 0) ? null : recent / longTerm;
}

/** Metres left before the seven days that end today would pass 1.13 × the best of the last four weeks. */
function roomInWeek(recent: RecentTraining): number {
  return recent.highestWeekM === null
    ? Infinity
    : Math.max(0, WEEK_GROWTH * recent.highestWeekM - recent.volume6DaysM);
}

/** A run of a share of the usual distance, inside every guard. */
function run(
  recent: RecentTraining,
  session: TodaySession,
  [low, high]: [number, number],
  rule: string,
  because: Because[],
): TodaySuggestion {
  const usual = recent.usualDistanceM;
  return shape(recent, session, [low * usual, high * usual], rule, [
    ...because,
    fact('usualDistance', usual, 'm'),
  ]);
}

function shape(
  recent: RecentTraining,
  session: TodaySession,
  [low, high]: [number, number],
  rule: string,
  because: Because[],
): TodaySuggestion {
  const spikeCap =
    recent.longest30M === null ? FIRST_RUN_M : longestWithoutSpike(recent.longest30M);
  const cap = Math.min(high, spikeCap, roomInWeek(recent));
  if (cap < LEAST_RUN_M && cap < high)
    return rest('week-is-full', [...because, fact('volume6Days', recent.volume6DaysM, 'm')]);
  // Rounded down, so that rounding can never lift a distance over a guard.
  const to = Math.max(100, Math.floor(cap / 100) * 100);
  const from = Math.min(to, Math.max(100, Math.floor(Math.min(low, cap) / 100) * 100));
  const seconds = (metres: number) => Math.round(metres / recent.usualSpeed / 60) * 60;
  const longest = recent.longest30M;
  return {
    session,
    distanceM: [from, to],
    durationS: recent.usualSpeed > 0 ? [seconds(from), seconds(to)] : null,
    rule,
    because:
      longest === null || because.some(({ metric }) => metric === 'longest30')
        ? because
        : [...because, fact('longest30', longest, 'm')],
    method: 'today/1',
  };
}

function rest(rule: string, because: Because[]): TodaySuggestion {
  return { session: 'rest', distanceM: null, durationS: null, rule, because, method: 'today/1' };
}

function fact(metric: string, value: number, unit: Unit): Because {
  return { metric, value, unit };
}
