import type { IngestTx } from '@evensplit/db';
import { RECORDING, Recording } from '../store/recording.ts';
import { addDays, toStored } from '../store/civil-time.ts';
import { BEST_INDEX, SESSION_PEAK, STANDING } from './metric-rows.ts';
import { STANDING_DAYS, type PastRun } from './run-standing.ts';

/** A run to be derived, with what an earlier derivation remembered about it. */
export type DueRun = {
  id: string;
  day: string;
  subSport: string | null;
  distanceM: number | null;
  hasHeartRate: boolean;
  derivedWith: string | null;
  /** Which file its samples come from: another one means that the run was stored anew. */
  rawSha256: string;
  fingerprint: string | null;
  bestIndex: number | null;
  peakBpm: number | null;
  recording: Recording;
};

type Reader = Pick<IngestTx, '$queryRaw'>;

/**
 * The first runs from a day on, in order, whole days only: at least `count` if there are so many. The last day is
 * where the next portion begins after.
 */
export async function readDueRuns(
  db: Reader,
  athleteId: string,
  fromDay: string,
  count: number,
): Promise<DueRun[]> {
  const from = toStored(fromDay);
  const rows = await db.$queryRaw<(Omit<DueRun, 'recording'> & { recording: unknown })[]>`
    SELECT a.id::text AS id, to_char(a."localDate", 'YYYY-MM-DD') AS day, a."subSport", a."distanceM", a."hasHeartRate",
      a."derivedWith", coalesce(encode(s."rawSha256", 'hex'), '') AS "rawSha256", m.detail AS fingerprint,
      i.value AS "bestIndex", p.value AS "peakBpm", r.extra AS recording
    FROM "Activity" a
    LEFT JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
    LEFT JOIN "ActivityMetric" m ON m."activityId" = a.id AND m.metric = ${STANDING}
    LEFT JOIN "ActivityMetric" i ON i."activityId" = a.id AND i.metric = ${BEST_INDEX}
    LEFT JOIN "ActivityMetric" p ON p."activityId" = a.id AND p.metric = ${SESSION_PEAK}
    LEFT JOIN "ActivityMetric" r ON r."activityId" = a.id AND r.metric = ${RECORDING}
    WHERE a."athleteId" = ${athleteId}::uuid AND a.sport = 'run' AND a."localDate" >= ${from}::date
      AND a."localDate" <= (
        SELECT max(f."localDate") FROM (
          SELECT "localDate" FROM "Activity"
          WHERE "athleteId" = ${athleteId}::uuid AND sport = 'run' AND "localDate" >= ${from}::date
          ORDER BY "localDate", "startedAt" LIMIT ${count}) f)
    ORDER BY a."localDate", a."startedAt", a.id`;
  return rows.map((row) => ({
    ...row,
    recording: Recording.catch(nothingSaid).parse(row.recording),
  }));
}

const nothingSaid: Recording = {
  pauses: [],
  lapTriggers: [],
  distanceFrom: 'none',
  saysRace: false,
};

/** What the runs before a day say, as far back as a standing looks. */
export async function readPastRuns(
  db: Reader,
  athleteId: string,
  beforeDay: string,
): Promise<PastRun[]> {
  return db.$queryRaw<PastRun[]>`
    SELECT to_char(a."localDate", 'YYYY-MM-DD') AS day, a."distanceM", i.value AS "bestIndex", p.value AS "peakBpm"
    FROM "Activity" a
    LEFT JOIN "ActivityMetric" i ON i."activityId" = a.id AND i.metric = ${BEST_INDEX}
    LEFT JOIN "ActivityMetric" p ON p."activityId" = a.id AND p.metric = ${SESSION_PEAK}
    WHERE a."athleteId" = ${athleteId}::uuid AND a.sport = 'run' AND a."localDate" < ${toStored(beforeDay)}::date
      AND a."localDate" >= ${toStored(addDays(beforeDay, -STANDING_DAYS))}::date
    ORDER BY a."localDate", a."startedAt", a.id`;
}
