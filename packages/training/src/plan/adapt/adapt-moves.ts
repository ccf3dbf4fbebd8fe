import { dayNumber } from '../../civil-date.ts';
import { civilDate } from '../calendar-day.ts';
import type { AdaptCalendar, RefusedMove } from './adaptation.ts';
import { placeProblem, put, type Draft } from './draft.ts';

/**
 * Sessions the athlete dragged: the two days change places. Made only when P3, P9 and P11 hold afterwards for both; the race never moves. Made once: the moved
 * session remembers where it came from. A day takes part in one move at a time: of several the first by date counts.
 */
export function adaptMoves(
  draft: Draft,
  moves: AdaptCalendar['moves'],
  firstMovable: number,
): RefusedMove[] {
  const ordered = moves.toSorted((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1));
  const used = new Set<string>();
  return ordered.flatMap(({ from, to }) => {
    const taken = used.has(from) || used.has(to);
    used.add(from).add(to);
    const rule = taken
      ? 'DAY_TAKEN'
      : makeMove(draft, dayNumber(from) ?? 0, dayNumber(to) ?? 0, firstMovable);
    return rule === null ? [] : [{ from, to, rule }];
  });
}

function makeMove(
  draft: Draft,
  from: number,
  to: number,
  firstMovable: number,
): RefusedMove['rule'] | null {
  const origin = civilDate(from);
  if (draft.sessions.get(to)?.movedFrom === origin) return null;
  if (from < firstMovable || to < firstMovable) return 'PAST';
  const moving = draft.sessions.get(from);
  const other = draft.sessions.get(to);
  if (!moving || moving.slot === 'race' || other?.slot === 'race' || from === to)
    return 'NOTHING_TO_MOVE';
  const swapped = new Map(draft.sessions);
  swapped.delete(from);
  swapped.set(to, moving);
  if (other) swapped.set(from, other);
  const after = { ...draft, sessions: swapped };
  const problem =
    placeProblem(after, moving, to, [to]) ??
    (other ? placeProblem(after, other, from, [from]) : null);
  if (problem !== null) return problem;
  const facts = [
    { name: 'from', date: origin },
    { name: 'to', date: civilDate(to) },
  ];
  put(draft, to, { ...moving, movedFrom: origin }, 'MOVED', facts);
  put(draft, from, other ? { ...other, movedFrom: civilDate(to) } : null, 'MOVED', facts);
  return null;
}
