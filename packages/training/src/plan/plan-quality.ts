import type { Work } from './build-session.ts';
import { chooseQuality } from './choose-quality.ts';
import type { FittedWeek } from './fit-week.ts';
import { hardSpacing, placeHardDays } from './place-days.ts';
import type { WeekRequest } from './week-request.ts';
import type { QualityWorkout } from './workout-library.ts';
import { spend, type ZoneBudget } from './zone-budget.ts';

export type QualityPlanRequest = {
  week: WeekRequest;
  fitted: FittedWeek;
  budget: ZoneBudget;
  /** Runs beside the long run, and the fewest of them the week needs. */
  others: { count: number; least: number };
  /** Volume beside the long run, m. */
  restM: number;
  longDay: number | null;
  longIsHard: boolean;
  days: readonly number[];
  /** The week athletes come back in after a break skips one hard session. */
  skipOne: boolean;
};

export type QualityDay = { day: number; workout: QualityWorkout; work: Work; metres: number };

/** Warm-up and cool-down a quality session keeps at least, s (policy). */
const LEAST_EASY_S = 900;

/**
 * Quality sessions of a week (`plan/1`, steps 5–7): as many as the phase asks for, fewer when days, spacing or zone budgets do not hold them.
 * A caution flag takes all of them out; the week's volume then simply stays easy.
 */
export function planQuality(request: QualityPlanRequest): {
  sessions: QualityDay[];
  wanted: number;
  cautious: boolean;
} {
  const { input } = request.week;
  const cautious = input.flags.includes('injury') || input.flags.includes('illness');
  const wanted = cautious ? 0 : wantedQuality(request.week);
  const most = Math.min(wanted - (request.skipOne ? 1 : 0), request.others.count);
  for (let count = most; count > 0; count--) {
    const sessions = tryQuality(request, count);
    if (sessions !== null) return { sessions, wanted, cautious };
  }
  return { sessions: [], wanted, cautious };
}

/** Step 5: novice base 0, other base 1, build 1–2, peak 2, taper 1; at most one on a deload; from age 50 on one, as it is spacing that keeps intensity possible. */
function wantedQuality({ phase, kind, input }: WeekRequest): number {
  if (phase === 'base') return input.level === 'novice' ? 0 : 1;
  if (phase === 'taper' || kind === 'deload' || input.age >= 50) return 1;
  if (phase === 'peak') return 2;
  return input.level !== 'novice' && input.runs >= 5 ? 2 : 1;
}

function tryQuality(request: QualityPlanRequest, count: number): QualityDay[] | null {
  const { week, fitted, others, restM } = request;
  const { input, prescription } = week;
  const days = placeHardDays({
    candidates: request.days,
    count,
    longDay: request.longDay,
    longIsHard: request.longIsHard,
    hardAround: [week.lastHardDay, week.nextHardLongDay].filter((day) => day !== null),
    raceDay: week.isRaceWeek ? input.raceDay : null,
    spacing: hardSpacing(input.age),
  });
  if (days === null) return null;
  const average = restM / others.count;
  // The runs that must stay easy keep at least half an average run each.
  let room = restM - Math.max(0, others.least - count) * 0.5 * average;
  const leastEasyM = Math.ceil((LEAST_EASY_S * 1000) / input.planPace / 100) * 100;
  let { budget } = request;
  const sessions: QualityDay[] = [];
  for (const day of days) {
    const choice = chooseQuality({
      week: week.index,
      phase: week.phase,
      kind: week.kind,
      goal: input.goal.distance,
      level: input.level,
      budget,
      roomM: Math.min(fitted.otherM, room) - leastEasyM,
      lastUse: week.lastUse,
      taken: sessions.map(({ workout }) => workout),
      prescription,
    });
    if (choice === null) return null;
    const { workout, work } = choice;
    const needed = Math.ceil((work.metres + leastEasyM) / 100) * 100;
    const metres = Math.min(
      fitted.otherM,
      Math.max(needed, Math.floor(average / 100) * 100),
      Math.max(needed, Math.floor(room / 100) * 100),
    );
    if (metres < work.metres) return null;
    room -= metres;
    budget = spend(budget, work.zones);
    sessions.push({ day, workout, work, metres });
  }
  return room < 0 ? null : sessions;
}
