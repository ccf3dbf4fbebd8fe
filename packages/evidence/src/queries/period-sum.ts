import type { Subject } from '../athlete.ts';
import { derivableLanes } from '../lanes.ts';

/** What the runs between two civil dates add up to. */
export type PeriodSum = {
  runs: number;
  distanceM: number;
  movingS: number;
  ascentM: number;
  ascentKnown: number;
  load: number;
  loadKnown: number;
  longestM: number;
  withoutHeartRate: number;
  /** Longest run first. */
  ids: string[];
  lanes: string[];
};

/** Both days are part of it; null when no run is. */
export async function periodSum(
  subject: Subject,
  from: string,
  to: string,
): Promise<PeriodSum | null> {
  const [sum] = await subject.db.$queryRaw<(Omit<PeriodSum, 'ids'> & { ids: string[] | null })[]>`
    SELECT count(*)::int AS runs,
           COALESCE(sum(a."distanceM"), 0) AS "distanceM",
           COALESCE(sum(COALESCE(a."movingS", a."elapsedS")), 0) AS "movingS",
           COALESCE(sum(a."ascentM"), 0) AS "ascentM",
           count(a."ascentM")::int AS "ascentKnown",
           COALESCE(sum(a.load), 0) AS load,
           count(a.load)::int AS "loadKnown",
           COALESCE(max(a."distanceM"), 0) AS "longestM",
           count(*) FILTER (WHERE NOT a."hasHeartRate")::int AS "withoutHeartRate",
           array_agg(a.id::text ORDER BY a."distanceM" DESC NULLS LAST, a.id) AS ids,
           array_agg(DISTINCT s.lane) AS lanes
    FROM "Activity" a
    JOIN "ActivitySource" s ON s."activityId" = a.id AND s."primary"
    WHERE a."athleteId" = ${subject.athleteId}::uuid AND a.sport = 'run'
      AND a."localDate" BETWEEN ${from}::date AND ${to}::date
      AND s.lane = ANY(${[...derivableLanes]}::text[])`;
  return sum?.ids ? { ...sum, ids: sum.ids } : null;
}
