import type { ReadinessState } from '../../readiness.ts';
import { dayNumber } from '../../civil-date.ts';
import { isNone, none, type None } from '../../result.ts';
import { phaseSpans } from '../build-plan.ts';
import { civilDate } from '../calendar-day.ts';
import { checkPlanInput } from '../check-plan-input.ts';
import { refuse, type PlanRefusal } from '../feasibility.ts';
import { prescriptionOf } from '../intensity.ts';
import type { Plan, PlannedSession, PlanWeek } from '../plan.ts';
import type {
  AdaptCalendar,
  AdaptFact,
  AdaptReason,
  CompletedRun,
  PlanChange,
  RefusedMove,
} from './adaptation.ts';
import { keepSpacing, keepSpikeLimit, trimNextWeek } from './adapt-load.ts';
import { adaptMissed } from './adapt-missed.ts';
import { adaptMoves } from './adapt-moves.ts';
import { adaptReadiness } from './adapt-readiness.ts';
import { adaptInputProblem } from './check-adapt-input.ts';
import { firstOpenDay, newDraft, type Draft } from './draft.ts';
import { replan } from './replan.ts';
import { compliance, type DoneRun } from './training-record.ts';

export type Adaptation = {
  /** The plan with every change applied. */
  plan: Plan;
  changes: PlanChange[];
  refusedMoves: RefusedMove[];
};

const MOST_ROUNDS = 8;

type Reasons = Map<string, { reason: AdaptReason; facts: AdaptFact[] }>;

/** Above this share of the planned time next week is looked at again (policy). */
const OVER_DONE = 1.2;

/**
 * Adapts a plan to what happened (`plan/1`, science.md §9; policy): the changes of `adaptPlan`, the plan they lead to, and the moves that were refused.
 * Same units, reasons and guarantees as `adapt`.
 */
export function adaptPlan(
  plan: Plan,
  completed: readonly CompletedRun[],
  readiness: ReadinessState | null,
  calendar: AdaptCalendar,
): { value: Adaptation } | PlanRefusal {
  const problem = adaptInputProblem(plan, completed, readiness, calendar);
  if (problem !== null) return refuse(problem);
  if (readiness === 'stop')
    return refuse(none('RED_FLAG', 'no training until a clinician has cleared it'));
  const today = dayNumber(calendar.today) ?? 0;
  const done = completed.map(({ date, metres, seconds }) => ({
    day: dayNumber(date) ?? 0,
    metres,
    seconds,
  }));
  let current = plan;
  let refusedMoves: RefusedMove[] = [];
  const reasons: Reasons = new Map();
  // One rule can make room for another (a refused move becomes legal), so rules run until they change nothing: adapting twice then equals adapting once.
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const next = adaptOnce(current, done, today, readiness, calendar, reasons);
    if ('detail' in next) return refuse(next);
    refusedMoves = next.refusedMoves;
    const stands = next.changed.length === 0;
    current = next.plan;
    if (stands) break;
  }
  return { value: { plan: current, changes: changesOf(plan, current, reasons), refusedMoves } };
}

/**
 * `adapt(plan, completed, readiness, calendar)`: the changes a plan needs, each with the rule and the facts behind it, by date; an empty list when it stands. Past days never change,
 * today only until a run is recorded. Adapting the adapted plan again changes nothing. Distances m, times s, dates civil.
 * Reasons: `INVALID_INPUT`, `RED_FLAG` (readiness `stop`), and those of `buildPlan` when a plan has to be laid out anew and cannot be.
 */
export function adapt(
  plan: Plan,
  completed: readonly CompletedRun[],
  readiness: ReadinessState | null,
  calendar: AdaptCalendar,
): { value: PlanChange[] } | PlanRefusal {
  const adaptation = adaptPlan(plan, completed, readiness, calendar);
  return isNone(adaptation) ? adaptation : { value: adaptation.value.changes };
}

function adaptOnce(
  plan: Plan,
  done: readonly DoneRun[],
  today: number,
  readiness: ReadinessState | null,
  calendar: AdaptCalendar,
  reasons: Reasons,
): { plan: Plan; changed: string[]; refusedMoves: RefusedMove[] } | None {
  const anew = replan(plan, done, today, calendar);
  if ('detail' in anew) return anew;
  const base =
    anew.plan === null ? plan : spliced(plan, anew.plan, anew.from, firstOpenDay(done, today));
  const draft = draftOf(base, done, today);
  if (draft === null) return none('INVALID_INPUT', 'the plan carries an unusable input');

  if (anew.plan !== null) keepSpacing(draft);
  // Who is ill today rests today: nothing is moved onto this day or away from it.
  const firstMovable = readiness === 'protocol' ? today + 1 : draft.firstOpen;
  const refusedMoves = adaptMoves(draft, calendar.moves, Math.max(firstMovable, draft.firstOpen));
  adaptReadiness(draft, readiness);
  adaptMissed(draft);
  const record = compliance(plan, done, today);
  if (record !== null && record.doneS > OVER_DONE * record.plannedS) trimNextWeek(draft, record);
  keepSpikeLimit(draft);

  const adapted = withSessions(base, draft);
  const changed = changedDates(plan, adapted);
  for (const date of changed) {
    const day = dayNumber(date) ?? 0;
    reasons.set(date, draft.reasons.get(day) ?? anew.reasonOn(day));
  }
  return { plan: adapted, changed, refusedMoves };
}

function draftOf(plan: Plan, done: readonly DoneRun[], today: number): Draft | null {
  const input = checkPlanInput(plan.input);
  if ('reason' in input) return null;
  const usesHeartRate = !input.flags.includes('heart-rate-medication');
  const heartRate = usesHeartRate ? input.thresholdHeartRate : null;
  const prescription = prescriptionOf(input.paces, input.planPace, heartRate);
  return newDraft(input, prescription, done, today, plan);
}

function sessionsOf(plan: Plan): PlannedSession[] {
  return plan.weeks.flatMap(({ sessions }) => sessions);
}

/** The old plan up to the day before `from`, the new one from there on. A week cut in two keeps the new week's frame and the old days' sessions. */
function spliced(old: Plan, rebuilt: Plan, from: number, firstOpen: number): Plan {
  const first = civilDate(from);
  const rebuiltStart = rebuilt.weeks[0]?.start ?? first;
  const kept = old.weeks
    .filter(({ start }) => start < rebuiltStart)
    .map((week) =>
      week.end < rebuiltStart
        ? week
        : { ...week, end: civilDate((dayNumber(rebuiltStart) ?? from) - 1) },
    );
  // A race that has been called off must not stay behind in the days before the new start.
  const oldSessions = sessionsOf(old).filter(
    ({ date, slot }) => date < first && (slot !== 'race' || date < civilDate(firstOpen)),
  );
  const newSessions = sessionsOf(rebuilt).filter(({ date }) => date >= first);
  const frame = [...kept, ...rebuilt.weeks];
  const sessions = [...oldSessions, ...newSessions];
  return { ...rebuilt, origin: old.origin, weeks: intoWeeks(frame, sessions) };
}

function withSessions(plan: Plan, { sessions }: Draft): Plan {
  const ordered = [...sessions.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1));
  const weeks = intoWeeks(plan.weeks, ordered);
  return { ...plan, phases: phaseSpans(weeks), weeks };
}

/** Deals sessions into the weeks they fall in. A week whose sessions changed takes their sum as its volume. */
function intoWeeks(frame: readonly PlanWeek[], sessions: readonly PlannedSession[]): PlanWeek[] {
  return frame.map((week, index) => {
    const own = sessions.filter(({ date }) => week.start <= date && date <= week.end);
    const stands =
      own.length === week.sessions.length &&
      own.every((session, at) => isSame(session, week.sessions[at]));
    if (stands) return { ...week, index };
    const training = own.filter(({ slot }) => slot !== 'race');
    const metres = training.reduce((sum, session) => sum + session.metres, 0);
    const longRunM = training.find(({ slot }) => slot === 'long')?.metres ?? 0;
    return { ...week, index, metres, longRunM, sessions: own };
  });
}

function changesOf(old: Plan, adapted: Plan, reasons: Reasons): PlanChange[] {
  const [before, after] = [byDate(old), byDate(adapted)];
  return changedDates(old, adapted).flatMap((date) => {
    const why = reasons.get(date);
    if (!why) return [];
    return [{ date, before: before.get(date) ?? null, after: after.get(date) ?? null, ...why }];
  });
}

function changedDates(old: Plan, adapted: Plan): string[] {
  const [before, after] = [byDate(old), byDate(adapted)];
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((date) => !isSame(before.get(date), after.get(date)))
    .toSorted();
}

/** Sessions are plain data; most pairs are the very same object. */
function isSame(a: PlannedSession | undefined, b: PlannedSession | undefined): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}

function byDate(plan: Plan): Map<string, PlannedSession> {
  return new Map(sessionsOf(plan).map((session) => [session.date, session]));
}
