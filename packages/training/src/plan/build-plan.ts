import { dayNumber } from '../civil-date.ts';
import { none } from '../result.ts';
import { breakSpans } from './breaks.ts';
import { raceSession } from './build-session.ts';
import { buildWeek } from './build-week.ts';
import { civilDate } from './calendar-day.ts';
import { checkPlanInput } from './check-plan-input.ts';
import { feasibleCurve, refuse, type FeasibleCurve, type PlanRefusal } from './feasibility.ts';
import { GOALS, longRunShare, type GoalDistance } from './goal-table.ts';
import { prescriptionOf, type Intensity } from './intensity.ts';
import { firstRunBasis, longRunCurve } from './long-run-curve.ts';
import { splitPhases } from './phases.ts';
import type { CheckedInput, PlanInput } from './plan-input.ts';
import type { PhaseSpan, Plan, PlannedSession, PlanWeek } from './plan.ts';
import { planWarnings, type JudgedWeek } from './plan-warnings.ts';
import { spikeLimit, type PastRun } from './run-history.ts';
import { HARD_FROM_S } from './week-request.ts';

const RACE_INTENSITY: Record<GoalDistance, Intensity> = {
  '5k': '5k',
  '10k': '10k',
  half: 'half',
  marathon: 'M',
  '50k': 'E',
};

/**
 * Plan generation 5 km to 50 km (`plan/1`, science.md §9; policy). Pure: the same input gives the same bytes, whatever the order of its lists.
 * Distances in m, times in s, paces in s/km, dates civil. Start is a Monday; 1–52 weeks; base > 0 and at least 20 minutes a week.
 *
 * Reasons: `INVALID_INPUT`, `RED_FLAG` (under 18, pregnancy, any flag of §11), `MISSING_INPUT` (neither paces nor an easy pace), `OUT_OF_RANGE`,
 * `NO_BASELINE`, `NOT_ENOUGH_DAYS`, `WEEKS_LT_TAPER`; each with its alternatives, never with part of a plan. Warnings say where the plan stays below what
 * the goal advises, with alternatives; nothing is compressed silently.
 */
export function buildPlan(input: PlanInput): { value: Plan } | PlanRefusal {
  const checked = checkPlanInput(input);
  if ('reason' in checked) return refuse(checked);
  const feasible = feasibleCurve(checked);
  if ('reason' in feasible) return feasible;
  const breaks = breakSpans(checked.interruptions);
  if (breaks.some(({ from, to }) => from <= checked.raceDay && checked.raceDay <= to))
    return refuse(none('INVALID_INPUT', 'the race falls into an interruption'));

  const weeks = layOutWeeks(checked, feasible);
  const plan: Plan = {
    method: 'plan/1',
    input: planInputOf(checked),
    origin: { start: checked.start, baseM: checked.baseM, longestM: checked.longestM },
    phases: phaseSpans(weeks.map(({ week }) => week)),
    weeks: weeks.map(({ week }) => week),
    warnings: planWarnings(checked, weeks),
  };
  return { value: plan };
}

function layOutWeeks(input: CheckedInput, { weeks, taper, volume }: FeasibleCurve): JudgedWeek[] {
  const longShare = longRunShare(input.runs) ?? 0;
  const longCurve = longRunCurve(volume, {
    distance: input.goal.distance,
    baseM: input.baseM,
    longestM: input.longestM,
    share: longShare,
    easyPaceSPerKm: input.planPace,
    sessionLimitS: input.limits.sessionS,
  });
  const phases = splitPhases(weeks, taper.length);
  const usesHeartRate = !input.flags.includes('heart-rate-medication');
  const prescription = prescriptionOf(
    input.paces,
    input.planPace,
    usesHeartRate ? input.thresholdHeartRate : null,
  );
  const breaks = breakSpans(input.interruptions);
  const firstLongest = input.longestM > 0 ? input.longestM : Math.floor(firstRunBasis(input.baseM));
  // The longest run before the plan counts as run on the day before it: its date is not part of the input.
  const history: PastRun[] = [{ day: input.startDay - 1, metres: firstLongest, anchor: true }];
  const lastUse = new Map<string, number>();
  const earlierM: number[] = [];
  let lastHardDay: number | null = null;
  let lastBuildM = 0;
  let frequency = 0;

  return volume.map(({ kind, metres }, index) => {
    const firstDay = input.startDay + 7 * index;
    const isRaceWeek = index === weeks - 1;
    const lastDay = isRaceWeek ? input.raceDay : firstDay + 6;
    const share = taper[index - (weeks - taper.length)];
    const nextLongM = longCurve[index + 1] ?? 0;
    const nextIsHard = (nextLongM * input.planPace) / 1000 > HARD_FROM_S;
    const built = buildWeek({
      input,
      prescription,
      breaks,
      index,
      phase: phases[index] ?? 'build',
      kind,
      firstDay,
      lastDay,
      isRaceWeek,
      curveM: share === undefined ? metres : share * lastBuildM,
      curveLongM: longCurve[index] ?? 0,
      longShare,
      nextHardLongDay: nextIsHard ? firstDay + 7 + input.longRunDay - 1 : null,
      earlierM,
      history,
      lastHardDay,
      lastUse,
      frequency: share === undefined ? 0 : frequency,
    });
    const { fitted, sessions } = built;
    const spikeLimitM = spikeLimit(history, lastDay, lastDay, firstRunBasis(input.baseM));
    const anchor = sessions.find(({ slot }) => slot === 'long') ?? longestOf(sessions);
    for (const session of sessions) {
      const day = dayNumber(session.date) ?? firstDay;
      history.push({ day, metres: session.metres, anchor: session === anchor });
      lastUse.set(session.workout, index);
      if (session.hard) lastHardDay = Math.max(lastHardDay ?? day, day);
    }
    earlierM.push(fitted.metres);
    if (share === undefined) {
      lastBuildM = fitted.levelM;
      frequency = sessions.length;
    }
    if (isRaceWeek) {
      const { raceM } = GOALS[input.goal.distance];
      const intensity = RACE_INTENSITY[input.goal.distance];
      sessions.push(raceSession(input.goal.raceDate, raceM, intensity, prescription));
    }
    const week: PlanWeek = {
      index,
      start: civilDate(firstDay),
      end: civilDate(lastDay),
      phase: phases[index] ?? 'build',
      kind,
      metres: fitted.metres,
      volumeRule: fitted.volumeRule,
      longRunM: fitted.longM,
      longRunRule: fitted.longRule,
      sessions,
    };
    return { week, wantedQuality: built.wantedQuality, spikeLimitM };
  });
}

function longestOf(sessions: readonly PlannedSession[]): PlannedSession | undefined {
  return sessions.toSorted((a, b) => b.metres - a.metres)[0];
}

/** Consecutive weeks of one phase as one span. */
export function phaseSpans(weeks: readonly PlanWeek[]): PhaseSpan[] {
  const spans: PhaseSpan[] = [];
  for (const { phase, start, end } of weeks) {
    const open = spans.at(-1);
    if (open?.phase === phase) {
      open.weeks++;
      open.end = end;
    } else spans.push({ phase, weeks: 1, start, end });
  }
  return spans;
}

function planInputOf(checked: CheckedInput): PlanInput {
  return {
    goal: checked.goal,
    start: checked.start,
    baseM: checked.baseM,
    longestM: checked.longestM,
    availableDays: checked.availableDays,
    longRunDay: checked.longRunDay,
    runsPerWeek: checked.runsPerWeek,
    limits: { sessionS: checked.limits.sessionS, weekS: checked.limits.weekS },
    paces: checked.paces,
    easyPaceSPerKm: checked.easyPaceSPerKm,
    thresholdHeartRate: checked.thresholdHeartRate,
    level: checked.level,
    age: checked.age,
    flags: checked.flags,
    interruptions: checked.interruptions,
    longTaper: checked.longTaper,
  };
}
