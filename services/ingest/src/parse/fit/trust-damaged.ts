import { numberOf, timeOf, type FitFields } from './fit-fields.ts';

const NEAR_MS = 2 * 86_400_000;
const FASTEST_MEAN_MS = 30;

/**
 * A checksum that fails says that some bits are wrong, not which. What is kept must agree with the rest: records
 * near the middle of the recording in time, sessions and laps as well, totals that the records bear out. In a file
 * that is merely cut, a summary written first is sound although the records that prove it are gone.
 */
export type TrustedMessages = {
  records: FitFields[];
  sessions: FitFields[];
  laps: FitFields[];
  dropped: number;
};

export function trustDamaged(
  records: readonly FitFields[],
  sessions: readonly FitFields[],
  laps: readonly FitFields[],
  onlyCut: boolean,
): TrustedMessages | null {
  const times = records
    .map((record) => timeOf(record, 'timestamp'))
    .filter((time) => time !== null);
  const middle = times.toSorted((a, b) => a - b)[times.length >> 1];
  if (middle === undefined) return null;
  const near = (fields: FitFields, name: string) => {
    const time = timeOf(fields, name);
    return time !== null && Math.abs(time - middle) < NEAR_MS;
  };
  const kept = records.filter((record) => near(record, 'timestamp'));
  if (kept.length < 2 || kept.length < records.length / 2) return null;
  const longestS = coveredS(kept) * 2 + 600;
  const keptLaps = laps.filter(
    (lap) => near(lap, 'start_time') && (numberOf(lap, 'total_elapsed_time') ?? 0) < longestS,
  );
  const keptSessions = sessions.filter(
    (session) => near(session, 'start_time') && (onlyCut || bornOut(session, kept)),
  );
  const dropped =
    records.length -
    kept.length +
    (laps.length - keptLaps.length) +
    (sessions.length - keptSessions.length);
  return { records: kept, sessions: keptSessions, laps: keptLaps, dropped };
}

function bornOut(session: FitFields, records: readonly FitFields[]): boolean {
  const start = timeOf(session, 'start_time') ?? 0;
  const elapsedS = numberOf(session, 'total_elapsed_time') ?? 0;
  const timerS = numberOf(session, 'total_timer_time') ?? elapsedS;
  const distanceM = numberOf(session, 'total_distance') ?? 0;
  if (timerS > elapsedS + 60 || distanceM > FASTEST_MEAN_MS * Math.max(elapsedS, 1)) return false;
  const inside = records.some((record) => {
    const time = timeOf(record, 'timestamp') ?? 0;
    return time >= start - 60_000 && time <= start + elapsedS * 1000 + 60_000;
  });
  return inside && elapsedS < coveredS(records) * 2 + 600;
}

function coveredS(records: readonly FitFields[]): number {
  const times = records.map((record) => timeOf(record, 'timestamp') ?? 0);
  return times.reduce((span, time) => Math.max(span, (time - times[0]!) / 1000), 0);
}
