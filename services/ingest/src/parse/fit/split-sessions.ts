import { numberOf, timeOf, wordOf, type FitFields } from './fit-fields.ts';

export type FitSession = { fields: FitFields | undefined; startMs: number | null };

/**
 * Sessions may stand before or after their records and in any order: time decides. A file without a session
 * (the recording was cut) is one session without totals.
 */
export function sortSessions(sessions: readonly FitFields[]): FitSession[] {
  const sorted = sessions
    .map((fields) => ({ fields, startMs: sessionStart(fields) }))
    .toSorted((a, b) => (a.startMs ?? 0) - (b.startMs ?? 0));
  const distinct = sorted.filter((session, i) => !repeats(session, sorted[i - 1]));
  return distinct.length > 0 ? distinct : [{ fields: undefined, startMs: null }];
}

/** The session an instant belongs to: the last that has started by then. */
export function sessionAt(sessions: readonly FitSession[], timeMs: number): number {
  let index = 0;
  for (let i = 1; i < sessions.length; i++) {
    const start = sessions[i]!.startMs;
    if (start !== null && start <= timeMs) index = i;
  }
  return index;
}

function sessionStart(fields: FitFields): number | null {
  const start = timeOf(fields, 'start_time');
  if (start !== null) return start;
  const end = timeOf(fields, 'timestamp');
  return end === null ? null : end - (numberOf(fields, 'total_elapsed_time') ?? 0) * 1000;
}

function repeats(session: FitSession, previous: FitSession | undefined): boolean {
  return (
    previous !== undefined &&
    session.startMs === previous.startMs &&
    wordOf(session.fields, 'sport') === wordOf(previous.fields, 'sport') &&
    numberOf(session.fields, 'total_elapsed_time') ===
      numberOf(previous.fields, 'total_elapsed_time')
  );
}
