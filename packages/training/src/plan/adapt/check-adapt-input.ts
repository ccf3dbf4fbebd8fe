import type { ReadinessState } from '../../readiness.ts';
import { dayNumber } from '../../civil-date.ts';
import { none, type None } from '../../result.ts';
import type { Plan } from '../plan.ts';
import type { AdaptCalendar, CompletedRun } from './adaptation.ts';

const STATES: readonly unknown[] = [
  'stop',
  'protocol',
  'swap',
  'note',
  'unknown',
  'as_planned',
  null,
];

/** `INVALID_INPUT` for anything that is not a plan, runs, a readiness state and a calendar; null when it can be read. Goal, days and interruptions are checked when a plan is built from them. */
export function adaptInputProblem(
  plan: Plan,
  completed: readonly CompletedRun[],
  readiness: ReadinessState | null,
  calendar: AdaptCalendar,
): None | null {
  const invalid = (detail: string) => none('INVALID_INPUT', detail);
  if (!isPlan(plan)) return invalid('not a plan of method plan/1');
  if (!Array.isArray(completed) || !Array.from(completed).every(isRun))
    return invalid('a completed run has a date, metres and seconds');
  if (!STATES.includes(readiness)) return invalid('unknown readiness state');
  if (!isRecord(calendar) || !isDate(calendar['today'])) return invalid('today is a civil date');
  const { goal, interruptions, moves, availableDays } = calendar;
  if (!isRecord(goal) || !Array.isArray(interruptions) || !Array.isArray(availableDays))
    return invalid('a calendar has a goal, days and interruptions');
  if (!Array.isArray(moves) || !Array.from(moves).every(isMove))
    return invalid('a move has two civil dates');
  return null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && dayNumber(value) !== null;
}

function isPlan(value: unknown): boolean {
  if (!isRecord(value) || value['method'] !== 'plan/1') return false;
  return isRecord(value['input']) && isRecord(value['origin']) && Array.isArray(value['weeks']);
}

function isRun(value: unknown): boolean {
  if (!isRecord(value) || !isDate(value['date'])) return false;
  return [value['metres'], value['seconds']].every(
    (amount) => typeof amount === 'number' && Number.isFinite(amount) && amount >= 0,
  );
}

function isMove(value: unknown): boolean {
  return isRecord(value) && isDate(value['from']) && isDate(value['to']);
}
