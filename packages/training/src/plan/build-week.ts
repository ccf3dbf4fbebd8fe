import { breakDay } from './breaks.ts';
import { longSession, qualitySession, LADDER_TIME_FACTOR } from './build-session.ts';
import { civilDate, weekdayOf } from './calendar-day.ts';
import { fillEasyDays } from './fill-easy-days.ts';
import { fitWeek, type FittedWeek } from './fit-week.ts';
import { firstRunBasis, longRunCap } from './long-run-curve.ts';
import { longMarathonPace } from './long-run-work.ts';
import { hardSpacing } from './place-days.ts';
import type { PlannedSession } from './plan.ts';
import { planQuality } from './plan-quality.ts';
import { spikeLimit } from './run-history.ts';
import { HARD_FROM_S, type WeekRequest } from './week-request.ts';
import { spend, zoneBudget } from './zone-budget.ts';

export type BuiltWeek = { fitted: FittedWeek; sessions: PlannedSession[]; wantedQuality: number };

const SHORTEST_RUN_S = 1_200;
/** Share of the runs the taper keeps (Bosquet 2007: frequency is kept; 80 % is P4). */
const TAPER_FREQUENCY = 0.8;

/** One week of sessions, without the race: volume fitted to the days there are, then the long run, quality and easy days. */
export function buildWeek(request: WeekRequest): BuiltWeek {
  const { input, prescription, breaks, firstDay, lastDay } = request;
  const week = weekDays(request);
  const runDays = week.filter(({ open }) => open).map(({ day }) => day);
  const usualDays = week.filter(({ available }) => available).length;
  const usualRuns = Math.min(usualDays, request.isRaceWeek ? input.runs - 1 : input.runs);
  const mostRuns = Math.min(runDays.length, usualRuns);
  const basis = firstRunBasis(input.baseM);
  const limitOn = (day: number) => spikeLimit(request.history, day, firstDay, basis);
  const longDay = request.isRaceWeek ? null : longRunDay(runDays, firstDay, input.longRunDay);
  const pace = input.planPace;
  const hardFromM = Math.floor((HARD_FROM_S * 1000) / pace);
  const cap = longRunCap({
    distance: input.goal.distance,
    easyPaceSPerKm: pace,
    sessionLimitS: input.limits.sessionS,
  });
  const easyOnly = new Set(week.filter((each) => each.easyOnly).map(({ day }) => day));
  const crowded =
    longDay !== null &&
    (easyOnly.has(longDay) ||
      (request.lastHardDay !== null && longDay - request.lastHardDay < hardSpacing(input.age)));
  const walking = week.some(({ rung }) => rung !== null);
  const otherCap = Math.min(hardFromM, cap, ...runDays.map(limitOn));
  const fitted = fitWeek({
    kind: request.kind,
    isRaceWeek: request.isRaceWeek,
    curveM: walking ? Math.min(request.curveM, ladderRoom(input)) : request.curveM,
    curveLongM: request.curveLongM,
    breakShare: meanShare(week),
    earlierM: request.earlierM,
    baseM: input.baseM,
    usualRuns,
    mostRuns,
    longShare: request.longShare,
    otherCapM: walking ? otherCap / LADDER_TIME_FACTOR : otherCap,
    longCapM: longDay === null || walking ? 0 : limitOn(longDay),
    goalCapM: crowded ? Math.min(cap, hardFromM) : cap,
  });

  const hasLong = fitted.longM > 0 && longDay !== null;
  const rest = fitted.metres - fitted.longM;
  const others = runCount(request, fitted, rest, mostRuns, hasLong);
  // Rounding of easy runs, or a long run cut to whole 100 m, may leave the week this much below its volume; budgets hold even then.
  const least = fitted.metres - Math.max(100, fitted.unitM / 2);
  const budget = zoneBudget(least, request.phase, pace);
  const quality = planQuality({
    week: request,
    fitted,
    budget,
    others,
    restM: rest,
    longDay: hasLong ? longDay : null,
    longIsHard: fitted.longM > hardFromM,
    days: runDays.filter((day) => day !== (hasLong ? longDay : null) && !easyOnly.has(day)),
    skipOne: breaks.some(({ to, back }) => {
      const resumes = to + 1;
      return back.skipNextHard && resumes >= firstDay && resumes <= lastDay;
    }),
  });

  const sessions: PlannedSession[] = [];
  let left = budget;
  for (const { work } of quality.sessions) left = spend(left, work.zones);
  if (hasLong) {
    const marathonM = easyOnly.has(longDay) ? 0 : longMarathonPace(request, fitted.longM, left);
    const date = civilDate(longDay);
    const long = longSession(date, fitted.longM, marathonM, HARD_FROM_S, prescription);
    left = spend(left, long.zones);
    sessions.push(long);
  }
  const easy = fillEasyDays({
    input,
    prescription,
    budget: left,
    runDays,
    raceDay: request.isRaceWeek ? input.raceDay : null,
    longDay: hasLong ? longDay : null,
    longM: fitted.longM,
    quality: quality.sessions,
    restM: rest,
    runs: others.count - quality.sessions.length,
    leastRuns: Math.max(0, others.least - quality.sessions.length),
    shortestM: (SHORTEST_RUN_S * 1000) / pace,
    fitted,
    lastHardDay: request.lastHardDay,
    rungOn: (day) => week.find((each) => each.day === day)?.rung ?? null,
    noStrides: (day) => easyOnly.has(day) || quality.cautious,
  });
  for (const { day, workout, work, metres } of easy.quality)
    sessions.push(qualitySession(civilDate(day), workout, work, metres, prescription));
  sessions.push(...easy.sessions);
  return {
    fitted,
    sessions: sessions.toSorted((a, b) => (a.date < b.date ? -1 : 1)),
    wantedQuality: quality.wanted,
  };
}

/** Walking between the runs takes time a weekly limit of minutes has not foreseen: the running may then fill half of it at most, m. */
function ladderRoom({ limits, planPace }: WeekRequest['input']): number {
  if (limits.weekS === null) return Infinity;
  return (limits.weekS * 1000) / planPace / LADDER_TIME_FACTOR;
}

type WeekDay = {
  day: number;
  available: boolean;
  open: boolean;
  share: number;
  easyOnly: boolean;
  rung: number | null;
};

function weekDays({ input, breaks, firstDay, lastDay, isRaceWeek }: WeekRequest): WeekDay[] {
  const days: WeekDay[] = [];
  for (let day = firstDay; day <= lastDay; day++) {
    if (isRaceWeek && day >= input.raceDay) continue;
    const available = input.availableDays.includes(weekdayOf(day));
    const { share, easyOnly, rung } = breakDay(breaks, day, input.startDay);
    days.push({ day, available, open: available && share > 0, share, easyOnly, rung });
  }
  return days;
}

function meanShare(week: readonly WeekDay[]): number {
  const days = week.filter(({ available }) => available);
  if (days.length === 0) return 0;
  return days.reduce((sum, { share }) => sum + share, 0) / days.length;
}

/** The athlete's long-run day; when a break takes it, the open day nearest to it, ties to the earlier. Null when no day is open. */
function longRunDay(runDays: readonly number[], firstDay: number, weekday: number): number | null {
  const wanted = firstDay + weekday - 1;
  let best: number | null = null;
  for (const day of runDays)
    if (best === null || Math.abs(day - wanted) < Math.abs(best - wanted)) best = day;
  return best;
}

/**
 * Runs beside the long run: as many as there are days while each lasts 20 minutes; but never fewer than the volume, the long run's share or
 * the taper's frequency need, even if runs then get shorter.
 */
function runCount(
  request: WeekRequest,
  fitted: FittedWeek,
  restM: number,
  mostRuns: number,
  hasLong: boolean,
): { count: number; least: number } {
  if (restM <= 0) return { count: 0, least: 0 };
  const most = mostRuns - (hasLong ? 1 : 0);
  const runsInTaper = Math.ceil(TAPER_FREQUENCY * request.frequency - 1e-9);
  const alreadyThere = hasLong || request.isRaceWeek ? 1 : 0;
  const needs = [
    // The long run is cut to whole 100 m, so the others may miss that much.
    Math.ceil((restM - 100) / Math.max(1, fitted.otherM)),
    hasLong ? Math.ceil(1 / request.longShare) - 1 : 1,
    runsInTaper - alreadyThere,
  ];
  const least = Math.max(0, Math.min(most, Math.max(...needs)));
  const shortestM = (SHORTEST_RUN_S * 1000) / request.input.planPace;
  return { count: Math.max(least, Math.min(most, Math.floor(restM / shortestM))), least };
}
